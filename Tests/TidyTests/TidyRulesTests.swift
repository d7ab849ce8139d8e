import Testing

/// Every rule finds a violation planted for it, and lets good code pass.
@Suite("The rules of the source tree")
struct TidyRulesTests {
  @Test("a line of 101 characters is found and one of 100 is not")
  func longLines() {
    let good = String(repeating: "é", count: 100)
    #expect(TidyRules.longLines("a\n\(good)\n\(good)x\n") == ["3: 101 columns"])
  }

  @Test("a file of 401 lines is found and one of 400 is not")
  func longFile() {
    let good = String(repeating: "a\n", count: 400)
    #expect(TidyRules.longFile(good) == [])
    #expect(TidyRules.longFile(good + "a\n").count == 1)
    #expect(TidyRules.longFile(good + "a").count == 1)
  }

  private func function(_ head: String, bodyLines: Int) -> String {
    "struct S {\n  \(head) {\n" + String(repeating: "    a()\n", count: bodyLines) + "  }\n}\n"
  }

  @Test(
    "a function of 61 lines is found and one of 60 is not",
    arguments: [
      "func long()", "public static func long<T>(_ x: T) -> Int", "init(a: Int)", "public init?()",
      "func long(_ x: (Int) -> Void = { _ in })",
    ])
  func longFunctions(head: String) {
    #expect(TidyRules.longFunctions(function(head, bodyLines: 58)) == [])
    #expect(TidyRules.longFunctions(function(head, bodyLines: 59)).count == 1)
  }

  @Test("braces in strings and comments do not end a function")
  func braces() {
    let text = """
      func a() {
        let x = "}" // }
        let y = #"}"# /* } /* } */ */
        let z = "\\(x + "}")"
      }
      func b() {}
      """
    #expect(
      SwiftText(text).functions == [
        SwiftText.Function(name: "a", firstLine: 1, lastLine: 5),
        SwiftText.Function(name: "b", firstLine: 6, lastLine: 6),
      ])
  }

  @Test("functions inside functions and requirements without a body are told apart")
  func nested() {
    let text = """
      protocol P { func required() -> Int }
      func outer() {
        func inner() {
          _ = String.init(1)
        }
      }
      """
    #expect(
      SwiftText(text).functions == [
        SwiftText.Function(name: "outer", firstLine: 2, lastLine: 6),
        SwiftText.Function(name: "inner", firstLine: 3, lastLine: 5),
      ])
  }

  @Test(
    "an import that the map does not allow is found, however it is written",
    arguments: [
      "import Foundation", "  import Foundation", "@testable import Foundation",
      "public import Foundation", "import struct Foundation.Date", "import Foundation.NSDate",
      "#if canImport(Foundation)\n  import Foundation\n#endif", "import Swift; import Foundation",
    ])
  func forbiddenImports(text: String) {
    let line = ImportMap.Line("EventKernel", ["RandomStreams"], system: ["Swift"])
    #expect(TidyRules.forbiddenImports(text, for: line).count == 1)
    #expect(TidyRules.forbiddenImports("import RandomStreams\n", for: line) == [])
    #expect(TidyRules.forbiddenImports("// import Foundation\n", for: line) == [])
    #expect(TidyRules.forbiddenImports("let s = \"import Foundation\"\n", for: line) == [])
  }

  @Test(
    "words that say a thing is unfinished are found",
    arguments: [
      "// TO" + "DO: later", "let x = 1 // FIX" + "ME", "XX" + "X", "a HA" + "CK here",
      "fatalError(\"Not " + "implemented\")", "\"place" + "holder\": 1", "// Place" + "holders",
    ])
  func leftoverWords(text: String) {
    #expect(TidyRules.leftoverWords("fine\n" + text).count == 1)
  }

  @Test("words that only contain such a word are let pass")
  func innocentWords() {
    let text = "the HA" + "CKNEY carriage, TO" + "DOS, xxx, hack"
    #expect(TidyRules.leftoverWords(text) == [])
  }

  @Test(
    "code whose result cannot be repeated is found",
    arguments: [
      "let now = Date()", "var hasher = Hasher()", "Int.random(in: 0..<6)", "items.shuffled()",
      "arc4random()", "let y = log(x)", "Foundation.exp(x)", "x * pow(2, y)", "Glibc.sin(x)",
      "ContinuousClock.now", "items.randomElement()", "value.hashValue", "return -lgamma(x)",
      "Foundation.Date()", "[Date()]",
    ])
  func unrepeatableCode(text: String) {
    #expect(TidyRules.unrepeatableCode("import Foundation\n" + text).count >= 1)
  }

  @Test(
    "code that only looks like it is let pass",
    arguments: [
      "Portable.log(x)", "static func exp(_ x: Double) -> Double {", "// Date()",
      "let s = \"log(x)\"", "weights.map(Portable.log)", "catalog(x)", "epidemic.exp(x)",
      "CivilDate(day: 1)", "let time = clockwise.nowhere",
    ])
  func innocentCode(text: String) {
    #expect(TidyRules.unrepeatableCode("import Foundation\n" + text) == [])
  }

  @Test("where no C library is imported, log and exp can only be ours")
  func ownMathematics() {
    #expect(TidyRules.unrepeatableCode("import RandomStreams\nlet y = log(x)") == [])
    #expect(TidyRules.unrepeatableCode("import Glibc\nlet y = log(x)").count == 1)
  }

  @Test("a target that may read the clock still may not hash or draw")
  func clock() {
    #expect(TidyRules.unrepeatableCode("a = ContinuousClock.now", readsClock: true) == [])
    #expect(TidyRules.unrepeatableCode("a = Hasher()", readsClock: true).count == 1)
  }

  @Test("the targets of a manifest are read")
  func manifest() {
    let text = """
      func module(_ name: String, imports dependencies: [String] = []) -> Target {
      }
      targets: [
        module("A"),
        module("B", imports: ["A"]),
        module(
          "C",
          imports: ["A", "B"]),
        .executableTarget(name: "d", dependencies: ["A", "C"], path: "e"),
      ]
      """
    #expect(
      TidyRules.targets(ofManifest: text) == [
        "A": [], "B": ["A"], "C": ["A", "B"], "d": ["A", "C"],
      ])
  }
}
