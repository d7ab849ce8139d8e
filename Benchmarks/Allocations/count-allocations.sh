#!/usr/bin/env bash
# Counts what the event loop allocates over ten million events of a scenario (Linux with glibc).
# Usage, from the project's folder: Benchmarks/Allocations/count-allocations.sh [scenario] [events]
set -euo pipefail
here=$(cd "$(dirname "$0")" && pwd)
scenario=${1:-scenarios/northern-route.json}
events=${2:-10000000}
# The C compiler of the Swift toolchain will do where there is no other.
compiler=$(command -v clang || command -v cc || command -v gcc) || {
  echo "count-allocations: no C compiler (clang, cc or gcc) found" >&2
  exit 69
}
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
"$compiler" -O2 -shared -fPIC -o "$folder/counter.so" "$here/allocation-counter.c"
benchmarks=${BENCHMARKS:-$(swift build -c release --product benchmarks --show-bin-path)/benchmarks}
[ -x "$benchmarks" ] || swift build -c release --product benchmarks
LD_PRELOAD="$folder/counter.so" "$benchmarks" allocations --scenario "$scenario" --events "$events"
