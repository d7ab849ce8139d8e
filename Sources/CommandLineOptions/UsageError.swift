/// The command line cannot be understood: what is wrong with it, and what to do instead.
///
/// A program that meets one prints the description to standard error and ends with exit code 64.
public struct UsageError: Error, Sendable, Equatable, CustomStringConvertible {
  /// The exit code for a command line that cannot be understood (`EX_USAGE` of sysexits).
  public static let exitCode: Int32 = 64

  /// What was found and why it cannot be used, in one line.
  public var message: String

  /// What is allowed, or what was probably meant.
  public var hint: String?

  /// Makes an error from what was found and, if there is something to say, what is allowed.
  public init(_ message: String, hint: String? = nil) {
    self.message = message
    self.hint = hint
  }

  /// The message, and the hint on a line of its own.
  public var description: String {
    guard let hint else { return message }
    return message + "\n  hint: " + hint
  }
}
