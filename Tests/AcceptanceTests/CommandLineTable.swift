import Testing

/// A CSV table without quoted cells, as the tables of a run are.
struct CommandLineTable {
  let header: [String]
  let rows: [[String]]

  init(_ text: String) throws {
    try #require(!text.contains("\""), "a quoted cell is not expected here")
    let lines = text.split(separator: "\n", omittingEmptySubsequences: true).map { line in
      line.split(separator: ",", omittingEmptySubsequences: false).map(String.init)
    }
    header = try #require(lines.first)
    rows = Array(lines.dropFirst())
    let widths = Set(lines.map(\.count))
    try #require(widths.count == 1, "every row has a cell for each column")
  }

  /// The cells of a column; empty when there is none of this name.
  func column(_ name: String) -> [String] {
    guard let index = header.firstIndex(of: name) else { return [] }
    return rows.map { $0[index] }
  }

  /// The first row that satisfies a condition, by column.
  func row(where isMeant: ([String: String]) -> Bool) -> [String: String]? {
    for row in rows {
      let cells = Dictionary(uniqueKeysWithValues: zip(header, row))
      if isMeant(cells) { return cells }
    }
    return nil
  }
}
