import Foundation

/// Which signals are held back from a thread, and from the processes that it starts.
enum SignalMask {
  /// Does something with no signal held back.
  ///
  /// The threads on which tests run hold nearly all of them back, and a process would inherit that:
  /// a shell that is started from a terminal or by Slurm gets every signal.
  static func unblocked<Result>(_ body: () throws -> Result) rethrows -> Result {
    var none = sigset_t()
    var before = sigset_t()
    unsafe sigemptyset(&none)
    unsafe pthread_sigmask(SIG_SETMASK, &none, &before)
    defer { unsafe pthread_sigmask(SIG_SETMASK, &before, nil) }
    return try body()
  }
}
