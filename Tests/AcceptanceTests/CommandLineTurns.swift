import Foundation

/// Lets few processes run at the same time.
///
/// Tests that wait for a process do not occupy a thread, so without turns all of them would start
/// theirs at once, and those with a time limit would fail on a small machine.
actor CommandLineTurns {
  static let shared = CommandLineTurns()

  private var free = max(2, ProcessInfo.processInfo.activeProcessorCount)
  private var waiting: [CheckedContinuation<Void, Never>] = []

  /// Waits for a turn.
  func take() async {
    if free > 0 {
      free -= 1
      return
    }
    await withCheckedContinuation { waiting.append($0) }
  }

  /// Gives a turn to whoever has waited longest.
  func give() {
    if waiting.isEmpty {
      free += 1
    } else {
      waiting.removeFirst().resume()
    }
  }
}
