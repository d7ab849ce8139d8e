/// Columns side by side, for example one for each month, with an axis on the left.
///
/// The top of a column is drawn in eighths of a row. Where there is an interval the column is dark
/// from the limit nearer to zero, and a light part goes on to the farther limit.
public struct ColumnChart: Sendable {
  /// A line above the chart; nil for none.
  public var title: String?

  /// The columns from left to right.
  public var values: [ChartValue]

  /// About how many rows high the columns are: each step of the axis takes the same number of rows.
  public var height: Int

  /// A chart of values; a height below two rows is a precondition.
  public init(title: String? = nil, _ values: [ChartValue], height: Int = 8) {
    precondition(height >= 2, "a chart needs two rows")
    self.title = title
    self.values = values
    self.height = height
  }

  /// The chart as text, each line ended by a line feed.
  ///
  /// Columns are as wide as fits, at most six with one blank between them. When there are more
  /// values than columns on the device, neighbours share a column that shows their mean, without
  /// an interval, and a note under the chart says so.
  public func rendered(
    width: Int = TerminalCapability.defaultWidth, glyphs: Glyphs = .unicode
  ) -> String {
    var lines =
      title.map { TerminalText.wrapped(TerminalText.plain($0), width: max(1, width)) } ?? []
    if values.isEmpty { return lines.map { $0 + "\n" }.joined() }
    let low = values.map { $0.lower ?? $0.value }.min() ?? 0
    let high = values.map { $0.upper ?? $0.value }.max() ?? 0
    let scale = ChartScale(containing: min(low, high)...max(low, high), steps: 4)
    let rowsPerStep = max(1, (height + scale.stepCount / 2) / scale.stepCount)
    let marks = (0...scale.stepCount).map { index in
      scale.label(scale.low + Double(index) * scale.step)
    }
    let axisWidth = marks.map(TerminalText.columns).max() ?? 0
    let room = max(4, width - axisWidth - 2)
    let shared = (values.count + room - 1) / room
    let columns = shared > 1 ? merged(by: shared) : values
    let slot = min(7, max(1, room / columns.count))

    for row in (0..<scale.stepCount * rowsPerStep).reversed() {
      // A row is marked with the height of its upper edge.
      let isMarked = (row + 1) % rowsPerStep == 0
      let mark = isMarked ? marks[(row + 1) / rowsPerStep] : ""
      let axis = glyphs == .unicode ? (isMarked ? "┤" : "│") : (isMarked ? "+" : "|")
      var line = TerminalText.padded(mark, to: axisWidth, alignment: .right) + " " + axis
      let bar = max(1, slot - 1)
      for value in columns {
        let cell = Self.cell(
          value, row: row, rowsPerStep: rowsPerStep, scale: scale, glyphs: glyphs)
        line += String(repeating: cell, count: bar) + String(repeating: " ", count: slot - bar)
      }
      while line.last == " " { line.removeLast() }
      lines.append(line)
    }
    let line = String(repeating: glyphs == .unicode ? "─" : "-", count: slot * columns.count)
    let lowest = TerminalText.padded(marks[0], to: axisWidth, alignment: .right)
    lines.append(lowest + " " + (glyphs == .unicode ? "└" : "+") + line)
    let margin = String(repeating: " ", count: axisWidth + 2)
    lines.append(margin + Self.labels(columns.map(\.label), slot: slot))
    if shared > 1 {
      let note = "each column is the mean of \(shared)"
      lines.append(margin + TerminalText.truncated(note, to: room, glyphs: glyphs))
    }
    return lines.map { $0 + "\n" }.joined()
  }

  private func merged(by count: Int) -> [ChartValue] {
    stride(from: 0, to: values.count, by: count).map { start in
      let group = values[start..<min(start + count, values.count)]
      let mean = group.reduce(0) { $0 + $1.value / Double(group.count) }
      return ChartValue(group.first?.label ?? "", mean)
    }
  }
}

extension ColumnChart {
  /// The character of one column in one row, rows being counted from the bottom.
  static func cell(
    _ value: ChartValue, row: Int, rowsPerStep: Int, scale: ChartScale, glyphs: Glyphs
  ) -> String {
    let rows = Double(scale.stepCount * rowsPerStep)
    func level(_ value: Double) -> Double { scale.share(of: value) * rows - Double(row) }
    let zero = level(0)
    let end = level(value.value)
    let covered = block(from: min(zero, end), to: max(zero, end), glyphs: glyphs)
    let isUp = value.value >= 0
    let nearer = level(isUp ? value.lower ?? value.value : value.upper ?? value.value)
    let farther = level(isUp ? value.upper ?? value.value : value.lower ?? value.value)
    func reaches(_ limit: Double) -> Bool {
      isUp ? zero < 0.5 && 0.5 < limit : limit < 0.5 && 0.5 < zero
    }
    if covered == full(glyphs), !reaches(nearer) { return glyphs == .unicode ? "▓" : "=" }
    if covered == " ", reaches(farther) { return glyphs == .unicode ? "░" : "-" }
    return covered
  }

  private static func full(_ glyphs: Glyphs) -> String { glyphs == .unicode ? "█" : "#" }

  /// A cell of which the part between two levels is covered, 0 being its bottom and 1 its top.
  private static func block(from low: Double, to high: Double, glyphs: Glyphs) -> String {
    let bottom = min(max(low, 0), 1)
    let top = min(max(high, 0), 1)
    if glyphs == .ascii { return top - bottom >= 0.5 ? "#" : " " }
    let eighths = Int(((top - bottom) * 8).rounded())
    if eighths == 0 { return " " }
    if bottom > 0, top == 1 { return eighths > 5 ? "█" : eighths > 2 ? "▀" : "▔" }
    return ["▁", "▂", "▃", "▄", "▅", "▆", "▇", "█"][eighths - 1]
  }

  /// Labels under their columns, leaving out those for which there is no room.
  static func labels(_ labels: [String], slot: Int) -> String {
    let room = labels.count * slot
    var line = ""
    for (place, label) in labels.enumerated() {
      let start = place * slot
      let used = TerminalText.columns(of: line)
      let text = TerminalText.plain(label)
      if used > 0, start <= used || start + TerminalText.columns(of: text) > room { continue }
      line += String(repeating: " ", count: start - used)
      line += TerminalText.truncated(text, to: room)
    }
    return line
  }
}
