/// How the process ends, told to whoever started it.
///
/// The numbers are those of BSD's `sysexits.h`, so that a script or a scheduler can tell a mistake
/// in its command from a full disk; an interrupted process ends with 128 plus the signal's number.
public enum ExitStatus: Int32, Sendable, CaseIterable {
  /// All went well.
  case success = 0
  /// What was computed differs from what was recorded.
  case different = 1
  /// A sweep is not complete, for its budget of time has run out; the same command goes on with it.
  case incomplete = 3
  /// The command line cannot be understood.
  case usage = 64
  /// A scenario or another input file is wrong.
  case badInput = 65
  /// A mistake in the program itself.
  case internalFault = 70
  /// A file or stream could not be read or written, for example because the disk is full.
  case inputOutput = 74
  /// Another process is writing to the same folder; trying again later may succeed.
  case folderInUse = 75
  /// Interrupted from the keyboard (SIGINT).
  case interrupted = 130
  /// Asked to end (SIGTERM).
  case terminated = 143

  /// What the status means, in a few words, for the help text.
  public var meaning: String {
    switch self {
    case .success: "success"
    case .different: "a replication run again differs from what was recorded"
    case .incomplete: "a sweep is not complete: its time is up, and the same command goes on"
    case .usage: "the command line cannot be understood"
    case .badInput: "a scenario or another input file is wrong"
    case .internalFault: "a fault in the program itself; please report it"
    case .inputOutput: "a file or stream could not be read or written"
    case .folderInUse: "another process is writing to the same folder"
    case .interrupted: "interrupted from the keyboard"
    case .terminated: "asked to end"
    }
  }
}
