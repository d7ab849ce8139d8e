import Reporting
import Testing

@Suite("Charts on the terminal")
struct ChartTests {
  private let months = [
    "Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec",
  ]

  @Test("a sparkline goes from zero to the greatest value")
  func sparkline() {
    #expect(Sparkline.text([0, 1, 2, 3, 4, 5, 6, 7]) == "▁▂▃▄▅▆▇█")
    #expect(Sparkline.text([7, 7]) == "██")
    #expect(Sparkline.text([0, 0]) == "▁▁")
    #expect(Sparkline.text([-1, 0, 1]) == "▁▅█")
    #expect(Sparkline.text([]) == "")
    #expect(Sparkline.text([0, 7], glyphs: .ascii) == "_#")
    #expect(Sparkline.text([-1.7e308, 1.7e308]) == "▁█")
  }

  @Test("a year of months stands over its labels")
  func columns() {
    let values = zip(months, 1...12).map { ChartValue($0, Double($1)) }
    #expect(
      ColumnChart(title: "Seizures (kg)", values, height: 4).rendered(width: 65) == """
        Seizures (kg)
        15 ┤                                                  ▂▂▂▂ ▃▃▃▃
        10 ┤                         ▂▂▂▂ ▃▃▃▃ ▅▅▅▅ ▆▆▆▆ ████ ████ ████
         5 ┤▂▂▂▂ ▃▃▃▃ ▅▅▅▅ ▆▆▆▆ ████ ████ ████ ████ ████ ████ ████ ████
         0 └────────────────────────────────────────────────────────────
            Jan  Feb  Mar  Apr  May  Jun  Jul  Aug  Sep  Oct  Nov  Dec

        """)
  }

  @Test("an interval makes a column dark from its nearer limit and goes on light")
  func columnInterval() {
    let values = [
      ChartValue("a", 4, lower: 2, upper: 6), ChartValue("b", 8), ChartValue("c", 1, upper: 3),
    ]
    #expect(
      ColumnChart(values).rendered(width: 12) == """
        8 ┤   ██
          │   ██
        6 ┤░░ ██
          │░░ ██
        4 ┤▓▓ ██
          │▓▓ ██ ░░
        2 ┤██ ██ ░░
          │██ ██ ██
        0 └─────────
           a  b  c

        """)
  }

  @Test("negative values hang from zero")
  func negativeColumns() {
    let values = [ChartValue("a", -2), ChartValue("b", 2), ChartValue("c", -0.5)]
    #expect(
      ColumnChart(values, height: 4).rendered(width: 80) == """
         2 ┤       ██████
         1 ┤       ██████
         0 ┤██████        ▀▀▀▀▀▀
        -1 ┤██████
        -2 └─────────────────────
            a      b      c

        """)
  }

  @Test("in a narrow device only labels with room are shown")
  func narrowLabels() {
    let values = months.map { ChartValue($0, 1) }
    let lines = ColumnChart(values).rendered(width: 30).split(separator: "\n")
    #expect(lines.last == "     Jan Mar May Jul Sep Nov")
  }

  @Test("more values than columns are averaged, and a note says so")
  func averaged() {
    let values = (0..<100).map { ChartValue("\($0)", Double($0 % 2) * 2) }
    let text = ColumnChart(values, height: 2).rendered(width: 60)
    #expect(text.contains("each column is the mean of 2"))
    #expect(text.contains("1.0 ┤" + String(repeating: "█", count: 50) + "\n"))
  }

  @Test("columns in ASCII hold nothing else")
  func asciiColumns() {
    let values = [ChartValue("a", 4, lower: 2, upper: 6), ChartValue("b", -8)]
    let text = ColumnChart(values).rendered(glyphs: .ascii)
    #expect(text.utf8.allSatisfy { $0 < 128 })
    #expect(["#", "=", "-"].allSatisfy { text.contains($0) })
  }

  @Test("no chart is wider than the device", arguments: [24, 40, 60, 80, 120, 200])
  func width(width: Int) {
    for count in [1, 2, 12, 60, 365] {
      let values = (0..<count).map { place in
        let value = Double(place * 37 % 101)
        return ChartValue("label \(place)", value, lower: value / 2, upper: value * 1.5)
      }
      for line in ColumnChart(values).rendered(width: width).split(separator: "\n") {
        #expect(TerminalText.columns(of: String(line)) <= width, "\(line)")
      }
    }
  }

  @Test(
    "extreme values are drawn without a trap",
    arguments: [
      [0, 0, 0], [1e-300, 2e-300], [1e300, -1e300], [Double.leastNonzeroMagnitude],
      [-1.7e308, 1.7e308], [1, 1e18], [-3, -1], [-0.0],
    ])
  func extremes(values: [Double]) {
    let values = values.map { ChartValue("x", $0) }
    #expect(!ColumnChart(values).rendered().isEmpty)
    #expect(!ColumnChart(values).rendered(width: 1, glyphs: .ascii).isEmpty)
  }
}
