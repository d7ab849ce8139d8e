/// The rows of a table, column by column.
struct SweepRows {
  private let columns: [String: [String]]
  /// How many rows there are.
  let count: Int

  /// Reads a table whose quoted cells hold no quotes and no line breaks.
  init(_ text: String) {
    let rows = text.split(separator: "\n").map(Self.cells)
    count = rows.count - 1
    columns = Dictionary(
      uniqueKeysWithValues: rows[0].enumerated().map { place, name in
        (name, rows.dropFirst().map { $0[place] })
      })
  }

  private static func cells(of row: Substring) -> [String] {
    var cells = [""]
    var isQuoted = false
    for character in row {
      if character == "\"" {
        isQuoted.toggle()
      } else if character == ",", !isQuoted {
        cells.append("")
      } else {
        cells[cells.count - 1].append(character)
      }
    }
    return cells
  }

  /// The cells of a column; none when there is no such column.
  subscript(column: String) -> [String] { columns[column] ?? [] }

  /// The numbers of a column, `nil` where there is none.
  func numbers(_ column: String) -> [Double?] { self[column].map { Double($0) } }
}
