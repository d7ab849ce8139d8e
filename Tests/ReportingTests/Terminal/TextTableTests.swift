import Reporting
import Testing

@Suite("Tables on the terminal")
struct TextTableTests {
  private func sample() -> TextTable {
    var table = TextTable(
      title: "Responses",
      columns: [.init("response"), .init("mean", .right), .init("unit")])
    table.addRow(["seized", "1,234", "kg"])
    table.addRow(["delivered", "56.7", "kg"])
    table.addRule()
    table.addRow(["share", "9.99%", ""])
    return table
  }

  @Test("words stand on the left, numbers on the right, and no line ends in blanks")
  func alignment() {
    #expect(
      sample().rendered() == """
        Responses
        response    mean  unit
        ──────────────────────
        seized     1,234  kg
        delivered   56.7  kg
        ──────────────────────
        share      9.99%

        """)
  }

  @Test("rules can be drawn in ASCII, and then everything is ASCII")
  func ascii() {
    let text = sample().rendered(glyphs: .ascii)
    #expect(text.contains("\n----------------------\n") && text.utf8.allSatisfy { $0 < 128 })
  }

  @Test("rows under headings are indented")
  func headings() {
    var table = TextTable(columns: [.init("place"), .init("kg", .right)])
    table.addHeading("Tajikistan")
    table.addRow(["Nizhny Panj", "12"])
    table.addHeading("Uzbekistan")
    table.addRow(["Termez", "3"])
    #expect(
      table.rendered() == """
        place          kg
        ─────────────────
        Tajikistan
          Nizhny Panj  12
        Uzbekistan
          Termez        3

        """)
  }

  @Test("words are wrapped to fit, and numbers stand beside the last line")
  func wrapping() {
    var table = TextTable(columns: [.init("response"), .init("kg", .right)])
    table.addRow(["seized at the frontier by border guards", "1,234,567"])
    #expect(
      table.rendered(width: 30) == """
        response                    kg
        ──────────────────────────────
        seized at the
        frontier by border
        guards               1,234,567

        """)
  }

  @Test("a word that is too long is broken behind a hyphen")
  func hyphens() {
    var table = TextTable(columns: [.init("scenario"), .init("kg", .right)])
    table.addRow(["china-afghanistan-assistance", "1,234,567"])
    #expect(
      table.rendered(width: 30) == """
        scenario                    kg
        ──────────────────────────────
        china-afghanistan-
        assistance           1,234,567

        """)
  }

  @Test("no line is wider than the device while words can be wrapped", arguments: 30...120)
  func width(width: Int) {
    var table = TextTable(columns: [.init("name"), .init("kg", .right), .init("meaning")])
    table.addRow(["a-word-of-more-than-thirty-letters", "12.3", "what it means, at some length"])
    for line in table.rendered(width: width).split(separator: "\n") {
      #expect(TerminalText.columns(of: String(line)) <= width)
    }
  }

  @Test("a number is never cut, even when the table becomes too wide")
  func numbersStay() {
    var table = TextTable(columns: [.init("a", .right), .init("b", .right)])
    table.addRow(["123,456,789,012", "987,654,321,098"])
    #expect(table.rendered(width: 20).contains("123,456,789,012  987,654,321,098"))
  }

  @Test("an escape sequence in a cell does not reach the terminal")
  func escapes() {
    var table = TextTable(columns: [.init("name")])
    table.addRow(["a\u{1b}[2Jb\nc\td"])
    table.addHeading("x\u{7}y")
    let text = table.rendered()
    #expect(text.contains("a [2Jb c d") && !text.contains("\u{1b}") && !text.contains("\u{7}"))
  }

  @Test("emphasis is drawn only when asked for")
  func emphasis() {
    #expect(!sample().rendered().contains("\u{1b}"))
    #expect(sample().rendered(emphasis: true).hasPrefix("\u{1b}[1mResponses\u{1b}[0m\n"))
  }

  @Test("wide characters count as two columns")
  func wide() {
    var table = TextTable(columns: [.init("name"), .init("n", .right)])
    table.addRow(["中亚", "1"])
    table.addRow(["Панҷ", "22"])
    #expect(
      table.rendered() == """
        name   n
        ────────
        中亚   1
        Панҷ  22

        """)
  }

  @Test("a table without headers has no rule")
  func noHeader() {
    var table = TextTable(columns: [.init(""), .init("", .right)])
    table.addRow(["seed", "42"])
    #expect(table.rendered() == "seed  42\n")
  }
}

@Suite("Text on the terminal")
struct TerminalTextTests {
  @Test(
    "columns are counted by characters, not by bytes or scalars",
    arguments: [
      ("", 0), ("abc", 3), ("é", 1), ("e\u{301}", 1), ("中", 2), ("█▓░", 3), ("Панҷ", 4),
    ])
  func columns(text: String, count: Int) {
    #expect(TerminalText.columns(of: text) == count)
  }

  @Test(
    "what is cut off leaves an ellipsis",
    arguments: [
      ("abcdef", 6, "abcdef"), ("abcdef", 5, "abcd…"), ("abcdef", 1, "…"), ("abcdef", 0, ""),
      ("中亚亚", 4, "中…"),
    ])
  func truncated(text: String, width: Int, result: String) {
    #expect(TerminalText.truncated(text, to: width) == result)
  }

  @Test("in ASCII the ellipsis is three points")
  func truncatedASCII() {
    #expect(TerminalText.truncated("abcdef", to: 5, glyphs: .ascii) == "ab...")
    #expect(TerminalText.truncated("abcdef", to: 2, glyphs: .ascii) == "..")
  }

  @Test("control and direction characters become blanks")
  func plain() {
    #expect(TerminalText.plain("a\u{202e}b\u{9b}c\r\nd") == "a b c  d")
    #expect(TerminalText.plain("Панҷ 1") == "Панҷ 1")
  }
}
