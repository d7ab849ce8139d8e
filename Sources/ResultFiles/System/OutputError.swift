/// Output could not be written where it was meant to go.
public struct OutputError: Error, Sendable, Equatable, CustomStringConvertible {
  /// Why writing failed.
  public enum Cause: Sendable, Equatable {
    /// The operating system refused; its error number (`errno`).
    case system(code: Int32)
    /// Whoever read the stream has closed it, as `head` does after its lines.
    case readerGone
    /// Another process holds the folder.
    case folderInUse
    /// The folder holds files, and nothing says that an earlier run wrote them.
    case notARunFolder
    /// The folder holds an earlier run, and replacing it was not asked for.
    case runExists
    /// A file does not hold any more what was written to it.
    case changedMeanwhile
    /// The name of a file is not one that a run may write inside its folder.
    case unusableName
  }

  /// Why writing failed.
  public var cause: Cause

  /// The file, folder or stream, as the user knows it.
  public var path: String

  /// What was tried and what came of it, in one line.
  public var message: String

  /// What to do about it.
  public var hint: String?

  init(_ cause: Cause, path: String, message: String, hint: String? = nil) {
    self.cause = cause
    self.path = path
    self.message = message
    self.hint = hint
  }

  /// An error of the operating system, in its words.
  init(_ error: SystemError, path: String, doing action: String) {
    self.init(
      .system(code: error.code), path: path,
      message: "cannot \(action) '\(path)': \(error.text)", hint: error.hint)
  }

  /// The status to end the process with.
  ///
  /// A reader that went away (`panj run ... | head`) wanted no more, so that is a success and
  /// nothing should be said about it; see `isSilent`.
  public var exitStatus: ExitStatus {
    switch cause {
    case .readerGone: .success
    case .folderInUse: .folderInUse
    case .notARunFolder, .runExists, .changedMeanwhile, .unusableName, .system: .inputOutput
    }
  }

  /// Whether to end without a message.
  public var isSilent: Bool { cause == .readerGone }

  /// The message, and the hint on a line of its own.
  public var description: String {
    guard let hint else { return message }
    return message + "\n  hint: " + hint
  }
}
