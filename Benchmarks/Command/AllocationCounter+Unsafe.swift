import Foundation

/// The allocations of this process, if `count-allocations.sh` has loaded its counter.
///
/// Unsafe because the counter is found by name in whatever library was loaded first; it exists for
/// timing only.
@safe
struct AllocationCounter {
  private let counter: UnsafeMutablePointer<Int>

  /// `nil` when the counter is not loaded.
  init?() {
    guard let symbol = unsafe dlsym(nil, "panj_allocation_count") else { return nil }
    unsafe counter = symbol.assumingMemoryBound(to: Int.self)
  }

  /// How many allocations there have been.
  var count: Int { unsafe counter.pointee }
}
