import Reporting
import TestSupport
import Testing

@Suite("What a terminal can show")
struct TerminalCapabilityTests {
  private func capability(
    isTerminal: Bool = true, width: Int? = 100, _ environment: [String: String] = [:]
  ) -> TerminalCapability {
    TerminalCapability(isTerminal: isTerminal, reportedWidth: width) { environment[$0] }
  }

  @Test("the width is that of COLUMNS, else of the terminal, else 80")
  func width() {
    #expect(capability(["COLUMNS": "60"]).width == 60)
    #expect(capability().width == 100)
    #expect(capability(width: nil).width == 80)
    #expect(capability(isTerminal: false, width: nil).width == 80)
  }

  @Test(
    "a COLUMNS that is no sensible width is passed over",
    arguments: [
      "", "abc", "0", "-5", "19", "10001", "1e3", "99999999999999999999",
    ])
  func wrongColumns(word: String) {
    #expect(capability(["COLUMNS": word]).width == 100)
  }

  @Test("a very narrow terminal counts as 20 columns")
  func narrow() {
    #expect(capability(width: 3).width == 20)
  }

  @Test("colour needs a terminal that is not dumb, and no NO_COLOR")
  func colour() {
    #expect(capability().usesColour)
    #expect(capability(["NO_COLOR": ""]).usesColour)
    #expect(!capability(["NO_COLOR": "1"]).usesColour)
    #expect(!capability(["TERM": "dumb"]).usesColour)
    #expect(!capability(isTerminal: false).usesColour)
  }

  @Test("NO_COLOR does not keep a line from being redrawn, and a dumb terminal does")
  func redraw() {
    #expect(capability(["NO_COLOR": "1"]).canRedraw)
    #expect(!capability(["TERM": "dumb"]).canRedraw)
    #expect(!capability(isTerminal: false).canRedraw)
  }

  @Test(
    "the first locale variable that is set decides on Unicode",
    arguments: [
      (["LANG": "en_US.UTF-8"], Glyphs.unicode), (["LANG": "C.utf8"], .unicode),
      (["LANG": "C"], .ascii), (["LC_ALL": "C", "LANG": "en_US.UTF-8"], .ascii),
      (["LC_ALL": "", "LC_CTYPE": "C.UTF-8", "LANG": "C"], .unicode), ([:], .ascii),
      (["LANG": "C.UTF-8", "TERM": "dumb"], .ascii),
    ])
  func locale(environment: [String: String], glyphs: Glyphs) {
    #expect(capability(environment).glyphs == glyphs)
  }

  @Test("a file gets Unicode unless the locale says otherwise")
  func file() {
    #expect(capability(isTerminal: false).glyphs == .unicode)
    #expect(capability(isTerminal: false, ["TERM": "dumb"]).glyphs == .unicode)
    #expect(capability(isTerminal: false, ["LANG": "POSIX"]).glyphs == .ascii)
  }

  @Test("a pipe is no terminal")
  func pipe() {
    let pipe = ByteStream()
    #expect(!TerminalCapability(of: pipe.output).isTerminal)
  }
}
