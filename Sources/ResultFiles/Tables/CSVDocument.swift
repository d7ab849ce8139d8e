/// A table as comma-separated values, built in memory.
///
/// RFC 4180 with two choices of its own: lines end in LF, which every reader takes and every diff
/// tool prefers, and a cell is quoted only when it holds a comma, a quote or a line break, or when
/// it is an empty text, so that one can tell it from a missing value. The encoding is UTF-8 without
/// a byte order mark. The same cells always give the same bytes.
public struct CSVDocument: Sendable {
  /// The names of the columns.
  public let header: [String]

  /// The document so far: the header line and all rows that have been ended.
  public private(set) var bytes: [UInt8] = []

  /// How many rows have been ended, not counting the header.
  public private(set) var rowCount = 0

  private var cellsInRow = 0

  /// A document with only its header; a header without columns or with a repeated name is a
  /// precondition.
  public init(header: [String]) {
    precondition(!header.isEmpty, "a table needs columns")
    precondition(Set(header).count == header.count, "two columns have the same name")
    self.header = header
    for (place, name) in header.enumerated() {
      if place > 0 { bytes.append(UInt8(ascii: ",")) }
      Self.append(name, to: &bytes)
    }
    bytes.append(UInt8(ascii: "\n"))
  }

  /// Makes room for more bytes, when their number is known roughly.
  public mutating func reserveCapacity(_ count: Int) {
    bytes.reserveCapacity(count)
  }

  /// Hands over what has been gathered, for a file that is written piece by piece; the rows that
  /// follow begin anew.
  public mutating func takeBytes() -> [UInt8] {
    precondition(cellsInRow == 0, "a row is handed over whole")
    defer { bytes.removeAll(keepingCapacity: true) }
    return bytes
  }

  /// Adds a whole row; another number of cells than the header has is a precondition.
  public mutating func addRow(_ cells: [CSVCell]) {
    for cell in cells { add(cell) }
    endRow()
  }

  /// Adds one cell to the row begun; a number that is not finite is a precondition.
  public mutating func add(_ cell: CSVCell) {
    switch cell {
    case .text(let text): add(text)
    case .integer(let value): add(value)
    case .number(let value): add(value)
    case .missing: addMissing()
    }
  }

  /// Adds a cell of words.
  public mutating func add(_ text: String) {
    beginCell()
    Self.append(text, to: &bytes)
  }

  /// Adds a whole number.
  public mutating func add(_ value: Int) {
    beginCell()
    NumberText.append(value, to: &bytes)
  }

  /// Adds a number; one that is not finite is a precondition, since a result is never that.
  public mutating func add(_ value: Double) {
    beginCell()
    NumberText.appendShortest(value, to: &bytes)
  }

  /// Adds a number, or an empty cell for nil.
  public mutating func add(_ value: Double?) {
    guard let value else { return addMissing() }
    add(value)
  }

  /// Adds an empty cell.
  public mutating func addMissing() {
    beginCell()
  }

  /// Ends the row begun; another number of cells than the header has is a precondition.
  public mutating func endRow() {
    precondition(cellsInRow == header.count, "a row has another number of cells than the header")
    bytes.append(UInt8(ascii: "\n"))
    cellsInRow = 0
    rowCount += 1
  }

  private mutating func beginCell() {
    if cellsInRow > 0 { bytes.append(UInt8(ascii: ",")) }
    cellsInRow += 1
  }

  private static func append(_ text: String, to bytes: inout [UInt8]) {
    let quote = UInt8(ascii: "\"")
    let isPlain =
      !text.isEmpty
      && text.utf8.allSatisfy {
        $0 != quote && $0 != UInt8(ascii: ",") && $0 != UInt8(ascii: "\n")
          && $0 != UInt8(ascii: "\r")
      }
    if isPlain {
      bytes.append(contentsOf: text.utf8)
      return
    }
    bytes.append(quote)
    for byte in text.utf8 {
      if byte == quote { bytes.append(quote) }
      bytes.append(byte)
    }
    bytes.append(quote)
  }
}
