import ScenarioFormat
import Testing
import TraffickingModel

@Suite("Refusing what is not JSON")
struct JSONMalformedTests {
  /// A malformed text, where its problem lies, what is found, and part of the hint.
  struct Malformed: Sendable, CustomTestStringConvertible {
    let text: String
    let place: String
    let found: String
    let hint: String

    init(_ text: String, _ place: String, _ found: String, _ hint: String = "") {
      self.text = text
      self.place = place
      self.found = found
      self.hint = hint
    }

    var testDescription: String { text }
  }

  @Test("Malformed text is refused at the place of its mistake", arguments: structure + words)
  func malformed(_ expected: Malformed) throws {
    try expect(expected)
  }

  @Test("Malformed numbers are refused with what to write instead", arguments: numbers)
  func malformedNumbers(_ expected: Malformed) throws {
    try expect(expected)
  }

  @Test("Malformed strings are refused at the place of their mistake", arguments: strings)
  func malformedStrings(_ expected: Malformed) throws {
    try expect(expected)
  }

  private func expect(_ expected: Malformed) throws {
    let problem = try #require(firstProblem(in: expected.text))
    #expect(problem.location.map { "\($0.line):\($0.column)" } == expected.place)
    #expect(problem.found.contains(expected.found))
    #expect((problem.hint ?? "").contains(expected.hint))
  }

  static let structure = [
    Malformed("", "1:1", "an empty file"),
    Malformed(" \n ", "2:2", "nothing but white space"),
    Malformed("{", "1:2", "the end of the file", "begins at 1:1 is not closed"),
    Malformed("[1,\n", "2:1", "the end of the file", "cut short"),
    Malformed("[1", "1:3", "the end of the file", "array that begins at 1:1 is not closed"),
    Malformed("{\"a\": [1}", "1:9", "\"}\"", "the array that begins at 1:7 is closed by \"]\""),
    Malformed("[1]]", "1:4", "after the end of the document", "a bracket too many"),
    Malformed("1 2", "1:3", "\"2\" after the end", "in an array"),
    Malformed("{\"a\": 1,}", "1:8", "a comma before the closing \"}\"", "remove this comma"),
    Malformed("[1,\n ]", "1:3", "a comma before the closing \"]\"", "remove this comma"),
    Malformed("[1,,2]", "1:4", "\",\"", "remove the comma"),
    Malformed("[,1]", "1:2", "\",\"", "remove the comma"),
    Malformed("{,}", "1:2", "\",\"", "remove this comma"),
    Malformed("{\"a\" 1}", "1:6", "\"1\" after the key \"a\""),
    Malformed("{\"a\" = 1}", "1:6", "\"=\" after the key \"a\"", "write a colon"),
    Malformed("{\"a\"}", "1:5", "\"}\" after the key \"a\""),
    Malformed("{1: 2}", "1:2", "\"1\"", "double quotation marks"),
    Malformed("{a: 1}", "1:2", "\"a\"", "put the key in double quotation marks"),
    Malformed("{'a': 1}", "1:2", "\"'\"", "use double quotation marks"),
    Malformed("{\"a\": 1 \"b\": 2}", "1:9", "\"\"\"", "is a comma missing?"),
    Malformed("[1; 2]", "1:3", "\";\"", "write a comma"),
    Malformed("[\"a\": 1]", "1:5", "\":\"", "keys belong in an object"),
    Malformed("{\"a\": 1,\n \"b\": 2,\n \"a\": 3}", "3:2", "a second time; the first is at 1:2"),
    Malformed("{\"\u{E9}\": 1, \"e\u{301}\": 2}", "1:11", "a second time; the first is at 1:2"),
  ]

  static let words = [
    Malformed("// x\n1", "1:1", "\"/\"", "no comments"),
    Malformed("{ # x\n}", "1:3", "\"#\"", "no comments"),
    Malformed("[1 /* x */]", "1:4", "\"/\"", "no comments"),
    Malformed("[NaN]", "1:2", "\"NaN\"", "leave the value out"),
    Malformed("[Infinity]", "1:2", "\"Infinity\"", "leave the value out"),
    Malformed("[-Infinity]", "1:2", "\"-Infinity\"", "no infinity"),
    Malformed("[True]", "1:2", "\"True\"", "write true"),
    Malformed("[FALSE]", "1:2", "\"FALSE\"", "write false"),
    Malformed("[None]", "1:2", "\"None\"", "write null"),
    Malformed("[truely]", "1:2", "\"truely\"", "double quotation marks"),
    Malformed("[nul]", "1:2", "\"nul\"", "double quotation marks"),
    Malformed("[yes]", "1:2", "\"yes\"", "double quotation marks"),
    Malformed("[“a”]", "1:2", "“", "straight double quotation marks"),
    Malformed("[1\u{A0}]", "1:3", "", "plain space"),
    Malformed("[\u{0}]", "1:2", "the control byte 0x00", "text file"),
    Malformed("[\u{B}]", "1:2", "the control byte 0x0B"),
  ]

  static let numbers = [
    Malformed("[+1]", "1:2", "\"+\"", "remove the plus sign"),
    Malformed("[.5]", "1:2", "\".\"", "0.5"),
    Malformed("[-.5]", "1:2", "\"-.5\"", "0.5"),
    Malformed("[5.]", "1:2", "\"5.\"", "digit after the point"),
    Malformed("[1.e3]", "1:2", "\"1.e3\"", "digit after the point"),
    Malformed("[01]", "1:2", "\"01\"", "leading zero"),
    Malformed("[-01]", "1:2", "\"-01\"", "leading zero"),
    Malformed("[0x1F]", "1:2", "\"0x1F\"", "decimal digits"),
    Malformed("[1e]", "1:2", "\"1e\""),
    Malformed("[1e+]", "1:2", "\"1e+\""),
    Malformed("[1.2.3]", "1:2", "\"1.2.3\""),
    Malformed("[--1]", "1:2", "\"--1\""),
    Malformed("[-]", "1:2", "\"-\""),
    Malformed("[1_000]", "1:2", "\"1_000\"", "without separators"),
    Malformed("[1,000]", "1:4", "\"000\"", "leading zero"),
    Malformed("[50%]", "1:2", "\"50%\"", "fraction of 1"),
    Malformed("[12km]", "1:2", "\"12km\"", "without a unit"),
    Malformed("[2024-01-31]", "1:2", "\"2024-01-31\"", "a date in quotation marks"),
    Malformed("[1e400]", "1:2", "1e400, which is too large"),
    Malformed("[-1e400]", "1:2", "-1e400, which is too large"),
    Malformed("[1e-400]", "1:2", "too close to zero"),
    Malformed("[9007199254740993]", "1:2", "9007199254740993, which would be rounded", "1e17"),
    Malformed("[-9007199254740993]", "1:2", "which would be rounded"),
    Malformed("[9007199254740994]", "1:2", "which would be rounded"),
    Malformed("[0.\(String(repeating: "1", count: 63))]", "1:2", "a number of 65 characters"),
  ]

  static let strings = [
    Malformed("[\"a", "1:4", "the end of the file inside a string", "begins at 1:2"),
    Malformed("[\"a\\", "1:5", "the end of the file inside a string"),
    Malformed("[\"a\n\"]", "1:4", "a line break inside a string", "begins at 1:2"),
    Malformed("[\"a\t\"]", "1:4", "a tab inside a string", "\\t"),
    Malformed("[\"a\u{1}\"]", "1:4", "the control byte 0x01 inside a string", "\\u0001"),
    Malformed(#"["a\q"]"#, "1:4", "a backslash before \"q\"", #"\\"#),
    Malformed(#"["C:\dir"]"#, "1:5", "a backslash before \"dir\"", #"\\"#),
    Malformed(#"["\u12"]"#, "1:3", "without four hexadecimal digits"),
    Malformed(#"["\u12G4"]"#, "1:3", "without four hexadecimal digits"),
    Malformed(#"["\ud800"]"#, "1:3", "half of a surrogate pair"),
    Malformed(#"["\udc00"]"#, "1:3", "half of a surrogate pair"),
    Malformed(#"["\ud800\u0041"]"#, "1:3", "half of a surrogate pair"),
    Malformed(#"["\ud800\ud800"]"#, "1:3", "half of a surrogate pair"),
    Malformed(#"["\ud800x"]"#, "1:3", "half of a surrogate pair"),
  ]

  @Test(
    "Bytes that are not UTF-8 are refused",
    arguments: [
      [0x80], [0xBF], [0xC0, 0x80], [0xC1, 0xBF], [0xC3], [0xC3, 0x28], [0xE0, 0x80, 0x80],
      [0xE0, 0x9F, 0xBF], [0xE2, 0x82], [0xED, 0xA0, 0x80], [0xED, 0xBF, 0xBF],
      [0xF0, 0x80, 0x80, 0x80], [0xF0, 0x8F, 0xBF, 0xBF], [0xF0, 0x9F, 0x9A],
      [0xF4, 0x90, 0x80, 0x80], [0xF5, 0x80, 0x80, 0x80], [0xFE], [0xFF],
    ] as [[UInt8]])
  func notUTF8(bytes: [UInt8]) throws {
    let quote = UInt8(ascii: "\"")
    let found = try #require(firstProblem(in: [quote, quote ^ 0x43] + bytes + [quote]))
    #expect(found.location?.column == 3)
    #expect(found.found.contains("which is not UTF-8"))
    let outside = try #require(firstProblem(in: bytes))
    #expect(outside.found.contains("UTF-8") || outside.found.contains("UTF-16"))
  }

  @Test(
    "Other encodings are refused by name",
    arguments: [
      ([0xEF, 0xBB, 0xBF, 0x7B, 0x7D], "a byte order mark"),
      ([0xFF, 0xFE, 0x7B, 0x00], "UTF-16"), ([0xFE, 0xFF, 0x00, 0x7B], "UTF-16"),
      ([0x7B, 0x00, 0x7D, 0x00], "UTF-16"), ([0x00, 0x7B, 0x00, 0x7D], "UTF-16"),
      ([0xFF, 0xFE, 0x00, 0x00], "UTF-32"), ([0x00, 0x00, 0xFE, 0xFF], "UTF-32"),
      ([0x31, 0x00, 0x00, 0x00], "UTF-32"), ([0x00, 0x00, 0x00, 0x31], "UTF-32"),
    ] as [([UInt8], String)])
  func otherEncodings(bytes: [UInt8], name: String) throws {
    let found = try #require(firstProblem(in: bytes))
    #expect(found.found.contains(name))
    #expect(found.hint?.contains("UTF-8") == true)
  }

  @Test("A problem names the value it lies in by a JSON Pointer")
  func pointer() throws {
    let found = try #require(firstProblem(in: #"{"a/b": [0, {"c~d": tru}]}"#))
    #expect(found.pointer == "/a~1b/1/c~0d")
  }

  @Test("What a message quotes cannot steer a terminal or fill it")
  func quoting() throws {
    let key = String(repeating: "\\u001b", count: 300)
    let found = try #require(firstProblem(in: "{\"\(key)\": 1, \"\(key)\": 2}"))
    #expect(!found.found.contains("\u{1B}"))
    #expect(found.found.count < 1000)
  }
}
