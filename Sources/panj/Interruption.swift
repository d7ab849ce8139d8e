import Dispatch
import Experiments
import Foundation
import Reporting
import ResultFiles
import Synchronization

/// Ctrl-C and termination: the first asks the work to stop and leaves results; Ctrl-C after that
/// ends the process at once.
final class Interruption {
  /// What the work asks between events.
  let cancellation = Cancellation()
  private let record = SignalRecord()
  private let sources: [any DispatchSourceSignal]

  /// Starts to listen.
  init() {
    // A queue of its own: the main one is busy with the work.
    let queue = DispatchQueue(label: "panj.signals")
    sources = [SIGINT, SIGTERM].map { number in
      signal(number, SIG_IGN)
      return DispatchSource.makeSignalSource(signal: number, queue: queue)
    }
    for (number, source) in zip([SIGINT, SIGTERM], sources) {
      source.setEventHandler { [record, cancellation] in
        record.note(number)
        cancellation.cancel()
      }
      source.resume()
    }
  }

  /// The status to end with, `nil` when no signal came.
  var status: ExitStatus? { record.status }
}

/// Which signal came first.
private final class SignalRecord: Sendable {
  private let first = Atomic<Int32>(0)

  /// Notes a signal.
  ///
  /// Asking to end twice is asking once: a scheduler sends SIGTERM to every process of a job, and
  /// the script around this one passes on its own. Whoever means force has SIGKILL.
  func note(_ number: Int32) {
    let earlier = first.exchange(number, ordering: .relaxed)
    if earlier != 0, number == SIGINT { ProcessExit.exit(Self.status(of: number)) }
  }

  var status: ExitStatus? {
    let number = first.load(ordering: .relaxed)
    return number == 0 ? nil : Self.status(of: number)
  }

  private static func status(of number: Int32) -> ExitStatus {
    number == SIGTERM ? .terminated : .interrupted
  }
}
