/// Horizontal bars, one to a line: label, bar, number.
///
/// Bars start from zero, to the right for positive and to the left for negative values. Where there
/// is an interval the bar is full up to its nearer limit, dark up to the value and light up to the
/// farther limit, and the limits stand behind the number.
public struct BarChart: Sendable {
  /// A line above the bars; nil for none.
  public var title: String?

  /// The bars from top to bottom.
  public var values: [ChartValue]

  /// How numbers are written.
  public var format: @Sendable (Double) -> String

  /// A chart of values, their numbers with three significant digits unless said otherwise.
  public init(
    title: String? = nil, _ values: [ChartValue],
    format: @escaping @Sendable (Double) -> String = { NumberText.significant($0) }
  ) {
    self.title = title
    self.values = values
    self.format = format
  }

  /// The chart as text, each line ended by a line feed.
  ///
  /// A long label is cut to a third of the width. A width too small for a bar of ten columns gives
  /// longer lines.
  public func rendered(
    width: Int = TerminalCapability.defaultWidth, glyphs: Glyphs = .unicode
  ) -> String {
    var lines = title.map { [TerminalText.plain($0)] } ?? []
    if values.isEmpty { return lines.map { $0 + "\n" }.joined() }
    let labels = values.map { value in
      TerminalText.truncated(TerminalText.plain(value.label), to: width / 3, glyphs: glyphs)
    }
    let numbers = numberColumns()
    let labelWidth = labels.map(TerminalText.columns).max() ?? 0
    let numberWidth = numbers.map(TerminalText.columns).max() ?? 0
    let room = max(10, width - labelWidth - numberWidth - 4)
    let axis = Axis(values: values, columns: room)
    for (place, value) in values.enumerated() {
      let label = TerminalText.padded(labels[place], to: labelWidth, alignment: .left)
      let bar = axis.bar(value, glyphs: glyphs)
      lines.append("\(label)  \(bar)  \(numbers[place])")
    }
    return lines.map { $0 + "\n" }.joined()
  }

  /// Numbers aligned on the right, then the limits in brackets where there are any.
  private func numberColumns() -> [String] {
    let numbers = values.map { format($0.value) }
    let width = numbers.map(TerminalText.columns).max() ?? 0
    return zip(values, numbers).map { value, number in
      let text = TerminalText.padded(number, to: width, alignment: .right)
      if value.lower == nil && value.upper == nil { return text }
      let lower = format(value.lower ?? value.value)
      let upper = format(value.upper ?? value.value)
      return "\(text) (\(lower) to \(upper))"
    }
  }
}

extension BarChart {
  /// Where values stand on the columns that bars have.
  struct Axis {
    let left: Int
    let right: Int
    let perUnit: Double

    init(values: [ChartValue], columns: Int) {
      let low = min(0, values.map { $0.lower ?? $0.value }.min() ?? 0)
      let high = max(0, values.map { $0.upper ?? $0.value }.max() ?? 0)
      let size = high / 2 - low / 2
      let share = size > 0 ? -low / 2 / size : 0
      var left = Int((share * Double(columns)).rounded())
      if low < 0 { left = max(left, 1) }
      if high > 0 { left = min(left, columns - 1) }
      self.left = left
      right = columns - left
      let scales = [
        high > 0 ? Double(right) / high : .infinity, low < 0 ? Double(left) / -low : .infinity,
      ]
      let least = scales.min() ?? 0
      perUnit = least.isFinite ? least : 0
    }

    /// The bar of one value, as wide as all columns.
    func bar(_ value: ChartValue, glyphs: Glyphs) -> String {
      let ends = [value.value, value.lower ?? value.value, value.upper ?? value.value]
      let backwards = ends.map { max(0, -$0) * perUnit }
      let forwards = ends.map { max(0, $0) * perUnit }
      let before = Self.run(
        full: min(backwards[0], backwards[2]), middle: backwards[0], end: backwards[1],
        columns: left, glyphs: glyphs, isReversed: true)
      let after = Self.run(
        full: min(forwards[0], forwards[1]), middle: forwards[0], end: forwards[2],
        columns: right, glyphs: glyphs, isReversed: false)
      return String(before.reversed()) + String(after)
    }

    /// The cells from zero outwards: full, dark, light, blank.
    private static func run(
      full: Double, middle: Double, end: Double, columns: Int, glyphs: Glyphs, isReversed: Bool
    ) -> [Character] {
      let hasInterval = full < middle || end > middle
      let marks: [Character] = glyphs == .unicode ? ["█", "▓", "░"] : ["#", "=", "-"]
      let eighths: [Character] = [" ", "▏", "▎", "▍", "▌", "▋", "▊", "▉", "█"]
      var cells: [Character] = []
      for column in 0..<columns {
        if glyphs == .unicode, !hasInterval, !isReversed {
          let part = ((full - Double(column)) * 8).rounded()
          cells.append(eighths[Int(min(max(part, 0), 8))])
          continue
        }
        // There are no blocks that fill a cell from the right, so a cell is covered or it is not.
        let centre = Double(column) + 0.5
        cells.append(
          centre < full ? marks[0] : centre < middle ? marks[1] : centre < end ? marks[2] : " ")
      }
      return cells
    }
  }
}
