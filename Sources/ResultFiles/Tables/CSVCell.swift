/// One cell of a table in a file.
public enum CSVCell: Sendable, Equatable {
  /// Words; quoted in the file only when they need it.
  case text(String)
  /// A whole number.
  case integer(Int)
  /// A finite number, written with the fewest digits that read back as the same number.
  case number(Double)
  /// No value: an empty cell.
  case missing
}
