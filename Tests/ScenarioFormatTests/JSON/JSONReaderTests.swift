import ScenarioFormat
import Testing
import TraffickingModel

@Suite("Reading JSON")
struct JSONReaderTests {
  @Test("Every kind of value is read")
  func kinds() throws {
    let document = try node(#"{"a": null, "b": true, "c": false, "d": -1.5e2, "e": "x", "f": [1]}"#)
    let expected: JSONNode = [
      "a": .null, "b": true, "c": false, "d": -150, "e": "x", "f": [1],
    ]
    #expect(document == expected)
  }

  @Test("A document may be a single scalar", arguments: ["1", "\"x\"", " null ", "\ttrue\r\n"])
  func scalars(text: String) throws {
    #expect(try node(text).value.isScalar)
  }

  @Test("Members keep the order of the file")
  func order() throws {
    let keys = (0..<50).map { "key\(($0 * 37) % 50)" }
    let text = "{" + keys.map { "\"\($0)\": 0" }.joined(separator: ",") + "}"
    #expect(try node(text).object?.keys == keys)
  }

  @Test("Members are found by key in small and in large objects", arguments: [1, 8, 9, 500])
  func lookup(count: Int) throws {
    let text = "{" + (0..<count).map { "\"k\($0)\": \($0)" }.joined(separator: ",") + "}"
    let document = try node(text)
    #expect((0..<count).allSatisfy { document["k\($0)"]?.number?.double == Double($0) })
    #expect(document["k\(count)"] == nil)
  }

  @Test("Every value and key knows its line and its column in bytes")
  func locations() throws {
    let document = try node("{\n  \"é\": [1,\r\n\t{\"b\": null}]}")
    func place(_ location: TraffickingModel.SourceLocation?) -> String {
      location.map { "\($0.line):\($0.column)" } ?? "none"
    }
    #expect(place(document.location) == "1:1")
    #expect(place(document.object?.member("é")?.keyLocation) == "2:3")
    // The letter before it takes two bytes.
    #expect(place(document["é"]?.location) == "2:9")
    #expect(place(document["é"]?[0]?.location) == "2:10")
    #expect(place(document["é"]?[1]?.location) == "3:2")
    #expect(place(document["é"]?[1]?.object?.member("b")?.keyLocation) == "3:3")
    #expect(place(document["é"]?[1]?["b"]?.location) == "3:8")
    #expect(document.location?.file == "test.json")
  }

  @Test("Escapes stand for their characters")
  func escapes() throws {
    let text = #""\"\\\/\b\f\n\r\t\u0041\u00e9\uD83D\ude9a\u0000""#
    #expect(try node(text).string == "\"\\/\u{8}\u{C}\n\r\tAé🚚\u{0}")
  }

  @Test("Characters of one to four bytes are kept as they are")
  func multibyte() throws {
    let text = "a\u{7F}\u{80}\u{7FF}\u{800}\u{D7FF}\u{E000}\u{FFFF}\u{10000}\u{10FFFF}"
    #expect(try node("\"\(text)\"").string == text)
  }

  @Test("A letter and the same letter composed of two are kept apart as text")
  func composition() throws {
    let text = try #require(try node("\"e\u{301}\"").string)
    #expect(Array(text.unicodeScalars) == ["e", "\u{301}"])
  }

  @Test("Nesting to the limit is read", arguments: [1, 63, 64])
  func nesting(depth: Int) {
    let arrays = String(repeating: "[", count: depth) + String(repeating: "]", count: depth)
    #expect(firstProblem(in: arrays) == nil)
    let objects =
      String(repeating: "{\"a\":", count: depth) + "1" + String(repeating: "}", count: depth)
    #expect(firstProblem(in: objects) == nil)
  }

  @Test("Nesting beyond the limit is refused where it begins", arguments: [65, 10_000, 1_000_000])
  func deepNesting(depth: Int) throws {
    let found = try #require(firstProblem(in: Array(repeating: UInt8(ascii: "["), count: depth)))
    #expect(
      found.location == TraffickingModel.SourceLocation(file: "test.json", line: 1, column: 65))
    #expect(found.allowed == "at most 64 levels")
  }

  @Test("A file beyond 16 MiB is refused")
  func size() throws {
    let bytes = [UInt8](repeating: UInt8(ascii: " "), count: JSONReader.sizeLimit + 1)
    #expect(try #require(firstProblem(in: bytes)).found.contains("16777217 bytes"))
  }

  @Test("A string at the limit is read, one byte more is refused")
  func stringLimit() throws {
    let longest = String(repeating: "x", count: JSONReader.stringLimit)
    #expect(firstProblem(in: "\"\(longest)\"") == nil)
    let found = try #require(firstProblem(in: "[\"\(longest)x\"]"))
    #expect(found.location?.column == 2)
    #expect(found.found == "found a string of more than 65536 bytes")
  }
}
