/// A table for the terminal: a header, rows, and headings that group them.
///
/// Nothing but characters is used unless emphasis is asked for, so it reads the same in a file.
/// When the rows are wider than the device, columns of words are wrapped; a number is never cut or
/// wrapped, so a table of many numbers may come out wider.
public struct TextTable: Sendable {
  /// A column: what stands above it and on which side its cells stand.
  public struct Column: Sendable, Equatable {
    /// What stands above the column; may be empty.
    public var header: String

    /// On which side the cells stand.
    public var alignment: TextAlignment

    /// Describes a column.
    public init(_ header: String, _ alignment: TextAlignment = .left) {
      self.header = header
      self.alignment = alignment
    }
  }

  private enum Row: Sendable {
    case cells([String])
    case heading(String)
    case rule
  }

  /// The columns from left to right.
  public let columns: [Column]

  /// A line above the table; nil for none.
  public var title: String?

  private var rows: [Row] = []

  /// A table without rows; one without columns is a precondition.
  public init(title: String? = nil, columns: [Column]) {
    precondition(!columns.isEmpty, "a table needs columns")
    self.title = title
    self.columns = columns
  }

  /// Adds a row; another number of cells than there are columns is a precondition.
  ///
  /// Control characters, line breaks among them, become blanks.
  public mutating func addRow(_ cells: [String]) {
    precondition(cells.count == columns.count, "a row has another number of cells than columns")
    rows.append(.cells(cells.map(TerminalText.plain)))
  }

  /// Adds a heading for the rows that follow.
  public mutating func addHeading(_ text: String) {
    rows.append(.heading(TerminalText.plain(text)))
  }

  /// Adds a line across the table, for example before a total.
  public mutating func addRule() {
    rows.append(.rule)
  }

  /// The table as text, each line ended by a line feed.
  ///
  /// - Parameters:
  ///   - width: the columns of the device.
  ///   - glyphs: the characters that rules are drawn with.
  ///   - emphasis: whether title, header and headings are bold, by ANSI escape sequences.
  public func rendered(
    width: Int = TerminalCapability.defaultWidth, glyphs: Glyphs = .unicode, emphasis: Bool = false
  ) -> String {
    let isGrouped = rows.contains { if case .heading = $0 { true } else { false } }
    let widths = columnWidths(fitting: width, indent: isGrouped ? 2 : 0)
    let lineWidth = widths.reduce(0, +) + Self.gap.count * (widths.count - 1)
    let rule = String(repeating: glyphs == .unicode ? "─" : "-", count: lineWidth)
    func strong(_ text: String) -> String { emphasis ? "\u{1b}[1m\(text)\u{1b}[0m" : text }

    var lines: [String] = []
    if let title {
      let plain = TerminalText.plain(title)
      lines += TerminalText.wrapped(plain, width: max(1, width)).map(strong)
    }
    if columns.contains(where: { !$0.header.isEmpty }) {
      lines += self.lines(of: columns.map(\.header), widths: widths, indent: 0).map(strong)
      lines.append(rule)
    }
    for row in rows {
      switch row {
      case .cells(let cells):
        lines += self.lines(of: cells, widths: widths, indent: isGrouped ? 2 : 0)
      case .heading(let text): lines.append(strong(text))
      case .rule: lines.append(rule)
      }
    }
    return lines.map { $0 + "\n" }.joined()
  }

  private static let gap = "  "

  /// The lines of one row; a cell of words that was wrapped takes several.
  ///
  /// Numbers, and words that take one line, stand on the last line of their row, beside the end of
  /// the words they belong to.
  private func lines(of cells: [String], widths: [Int], indent: Int) -> [String] {
    var parts: [[String]] = []
    for (place, cell) in cells.enumerated() {
      let inner = place == 0 ? widths[place] - indent : widths[place]
      parts.append(TerminalText.wrapped(cell, width: max(1, inner)))
    }
    let height = parts.map(\.count).max() ?? 1
    return (0..<height).map { level in
      var line = ""
      for (place, part) in parts.enumerated() {
        let alignment = columns[place].alignment
        let isAbove = alignment == .left && part.count > 1
        let at = isAbove ? level : level - (height - part.count)
        var text = part.indices.contains(at) ? part[at] : ""
        if place == 0 { text = String(repeating: " ", count: indent) + text }
        if place > 0 { line += Self.gap }
        line += TerminalText.padded(text, to: widths[place], alignment: alignment)
      }
      while line.last == " " { line.removeLast() }
      return line
    }
  }

  /// The widths that fit the device, taken from the widest columns of words one by one.
  private func columnWidths(fitting width: Int, indent: Int) -> [Int] {
    var widths = columns.map { TerminalText.columns(of: $0.header) }
    var smallest = widths
    for case .cells(let cells) in rows {
      for (place, cell) in cells.enumerated() {
        let size = TerminalText.columns(of: cell) + (place == 0 ? indent : 0)
        widths[place] = max(widths[place], size)
      }
    }
    for place in columns.indices {
      let isText = columns[place].alignment == .left
      smallest[place] = isText ? min(widths[place], Self.narrowest + indent) : widths[place]
    }
    var excess = widths.reduce(0, +) + Self.gap.count * (widths.count - 1) - width
    while excess > 0 {
      let shrinkable = widths.indices.filter { widths[$0] > smallest[$0] }
      guard let widest = shrinkable.max(by: { widths[$0] < widths[$1] }) else { break }
      widths[widest] -= 1
      excess -= 1
    }
    return widths
  }

  /// Words are not squeezed into less than this.
  private static let narrowest = 10
}
