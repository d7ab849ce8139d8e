/// A row of numbers as a row of small columns, one character each.
public enum Sparkline {
  /// Draws numbers from zero, or from the least when some are negative, up to the greatest.
  ///
  /// The step of each number is its share of that range in eighths, rounded to the nearest. Equal
  /// numbers are drawn low. Numbers that are not finite are a precondition.
  public static func text(_ values: [Double], glyphs: Glyphs = .unicode) -> String {
    precondition(values.allSatisfy(\.isFinite), "a chart needs finite numbers")
    let steps = Array(glyphs == .unicode ? "▁▂▃▄▅▆▇█" : "_.-:=+*#")
    let low = min(0, values.min() ?? 0)
    let high = max(0, values.max() ?? 0)
    // Halves, because the difference of two large numbers of opposite sign can overflow.
    let range = high / 2 - low / 2
    var text = ""
    for value in values {
      let share = range > 0 ? (value / 2 - low / 2) / range : 0
      let step = Int((share * Double(steps.count - 1)).rounded())
      text.append(steps[min(max(step, 0), steps.count - 1)])
    }
    return text
  }
}
