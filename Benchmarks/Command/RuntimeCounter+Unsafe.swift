import BenchmarkSuite
import Foundation

/// The calls of this process to the Swift runtime, if `count.sh` has loaded its counter.
///
/// Unsafe because the counter is found by name in whatever library was loaded first; it exists for
/// timing only.
@safe
struct RuntimeCounter {
  private let counters: UnsafeMutablePointer<Int>

  /// `nil` when the counter is not loaded.
  init?() {
    guard let symbol = unsafe dlsym(nil, "panj_runtime_counts") else { return nil }
    unsafe counters = symbol.assumingMemoryBound(to: Int.self)
  }

  /// How many calls there have been, in the order of the counter's array.
  var counts: RuntimeCounts {
    unsafe RuntimeCounts(
      allocations: counters[0], retains: counters[1], releases: counters[2],
      uniquenessChecks: counters[3])
  }
}
