// Counts what a process asks of memory and of Swift's reference counting. Built as a shared library
// and loaded before all others by count.sh; the benchmark finds the counts by their name.
//
// The program calls the runtime through its linkage table, so functions of the same names that are
// loaded first get the calls. They pass them on to the runtime itself.
#define _GNU_SOURCE
#include <dlfcn.h>
#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

extern void *__libc_malloc(size_t size);
extern void *__libc_calloc(size_t count, size_t size);
extern void *__libc_realloc(void *block, size_t size);
extern void *__libc_memalign(size_t alignment, size_t size);

enum { allocations, retains, releases, uniqueness_checks, kinds };

long panj_runtime_counts[kinds] = {0};

static void count(int kind) {
  __atomic_fetch_add(&panj_runtime_counts[kind], 1, __ATOMIC_RELAXED);
}

void *malloc(size_t size) { count(allocations); return __libc_malloc(size); }
void *calloc(size_t number, size_t size) {
  count(allocations);
  return __libc_calloc(number, size);
}
void *realloc(void *block, size_t size) {
  count(allocations);
  return __libc_realloc(block, size);
}
void *memalign(size_t alignment, size_t size) {
  count(allocations);
  return __libc_memalign(alignment, size);
}
void *aligned_alloc(size_t alignment, size_t size) { return memalign(alignment, size); }
int posix_memalign(void **block, size_t alignment, size_t size) {
  *block = memalign(alignment, size);
  return *block ? 0 : 12;
}

// The runtime's own function of a name, looked up once.
#define PASS_ON(kind, result, name, parameters, arguments)    \
  result name parameters {                                    \
    static result(*own) parameters = NULL;                    \
    if (!own) own = (result(*) parameters)dlsym(RTLD_NEXT, #name); \
    count(kind);                                              \
    return own arguments;                                     \
  }

PASS_ON(retains, void *, swift_retain, (void *object), (object))
PASS_ON(retains, void *, swift_retain_n, (void *object, uint32_t n), (object, n))
PASS_ON(retains, void *, swift_bridgeObjectRetain, (void *object), (object))
PASS_ON(retains, void *, swift_bridgeObjectRetain_n, (void *object, int n), (object, n))
PASS_ON(releases, void, swift_release, (void *object), (object))
PASS_ON(releases, void, swift_release_n, (void *object, uint32_t n), (object, n))
PASS_ON(releases, void, swift_bridgeObjectRelease, (void *object), (object))
PASS_ON(releases, void, swift_bridgeObjectRelease_n, (void *object, int n), (object, n))
PASS_ON(uniqueness_checks, bool, swift_isUniquelyReferenced_native, (void *object), (object))
PASS_ON(
    uniqueness_checks, bool, swift_isUniquelyReferenced_nonNull_native, (void *object), (object))
PASS_ON(uniqueness_checks, bool, swift_isUniquelyReferenced_nonNull, (void *object), (object))
PASS_ON(
    uniqueness_checks, bool, swift_isUniquelyReferenced_nonNull_bridgeObject, (uintptr_t bits),
    (bits))
PASS_ON(
    uniqueness_checks, bool, swift_isUniquelyReferencedNonObjC_nonNull_bridgeObject,
    (uintptr_t bits), (bits))
