/// Where in a file a value stands, as a person reads it.
public struct SourceLocation: Sendable, Hashable, CustomStringConvertible {
  /// The file, as the user named it.
  public var file: String
  /// The line, from 1.
  public var line: Int
  /// The column, from 1, counted in bytes of UTF-8.
  public var column: Int

  /// A position in a file, line and column from 1.
  public init(file: String, line: Int, column: Int) {
    self.file = file
    self.line = line
    self.column = column
  }

  /// `file:line:column`, the form that editors turn into a link.
  public var description: String { "\(file):\(line):\(column)" }
}
