#!/usr/bin/env bash
# Counts what the event loop allocates, retains, releases and asks of uniqueness, over a million
# events of every scenario (Linux with glibc). Fails when the loop allocates or asks of uniqueness.
# Usage, from the project's folder:
#   Benchmarks/Allocations/count.sh [--scenario FILE] [--events COUNT] [--json]
# BENCHMARKS names a program that is built already.
set -euo pipefail
here=$(cd "$(dirname "$0")" && pwd)
# The C compiler of the Swift toolchain will do where there is no other.
compiler=$(command -v clang || command -v cc || command -v gcc) || {
  echo "count: no C compiler (clang, cc or gcc) found" >&2
  exit 69
}
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
"$compiler" -O2 -shared -fPIC -o "$folder/counter.so" "$here/runtime-counter.c"
if [ -z "${BENCHMARKS:-}" ]; then
  swift build -c release --product benchmarks >&2
  BENCHMARKS=$(swift build -c release --product benchmarks --show-bin-path)/benchmarks
fi
LD_PRELOAD="$folder/counter.so" "$BENCHMARKS" allocations "$@"
