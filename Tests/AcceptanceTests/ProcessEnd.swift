import Dispatch
import Synchronization

/// The moment at which a process ended.
final class ProcessEnd: Sendable {
  private let moment = Mutex<ContinuousClock.Instant?>(nil)
  private let semaphore = DispatchSemaphore(value: 0)

  /// Notes that the process has ended now.
  func note() {
    moment.withLock { $0 = ContinuousClock.now }
    semaphore.signal()
  }

  /// Waits until the process has ended, and gives the moment at which it did.
  func wait() -> ContinuousClock.Instant {
    semaphore.wait()
    semaphore.signal()
    return moment.withLock { $0 } ?? ContinuousClock.now
  }
}
