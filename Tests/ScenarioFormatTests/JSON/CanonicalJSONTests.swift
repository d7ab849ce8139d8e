import ScenarioFormat
import Testing

@Suite("Canonical JSON")
struct CanonicalJSONTests {
  @Test("Short containers of scalars stand on one line, others are broken")
  func layout() {
    let document: JSONNode = [
      "title": "Khorog", "point": [37.5, 71.5], "empty": [], "nothing": .object([]),
      "time": ["lognormal": ["mean": 3, "coefficientOfVariation": 0.5]],
      "parts": [["a": 1], ["b": 2]],
      "mixed": ["a": 1, "b": [1]],
    ]
    #expect(
      CanonicalJSON.text(document) == """
        {
          "title": "Khorog",
          "point": [37.5, 71.5],
          "empty": [],
          "nothing": {},
          "time": {"lognormal": {"mean": 3, "coefficientOfVariation": 0.5}},
          "parts": [
            {"a": 1},
            {"b": 2}
          ],
          "mixed": {
            "a": 1,
            "b": [1]
          }
        }

        """)
  }

  @Test("A container is broken when its line, with its comma, would pass 100 columns")
  func width() {
    // Two of indentation, `"k": ["`, the text, `"]`, and a comma for all but the last.
    func text(_ count: Int) -> String {
      CanonicalJSON.text(["k": [.string(String(repeating: "é", count: count))], "z": [1, [2]]])
    }
    #expect(text(88).contains("  \"k\": [\"é"))
    #expect(text(89).contains("  \"k\": [\n"))
    #expect(text(88).split(separator: "\n").map(\.count).max() == 100)
  }

  @Test("A scalar stands on its line however long it is")
  func longScalar() {
    let long = JSONNode.string(String(repeating: "x", count: 300))
    #expect(CanonicalJSON.text(["k": long, "l": [[]]]).split(separator: "\n").count == 4)
  }

  @Test("Only what must be escaped is escaped")
  func escapes() {
    let text = "\"\\/\u{8}\u{C}\n\r\t\u{0}\u{1F}\u{7F}é🚚\u{2028}"
    #expect(
      CanonicalJSON.line(.string(text))
        == "\"\\\"\\\\/\\b\\f\\n\\r\\t\\u0000\\u001f\u{7F}é🚚\u{2028}\"")
  }

  @Test("What is written reads back as the same value, and writes the same again")
  func roundTrip() throws {
    var documents = RandomJSON(seed: 3)
    for _ in 0..<300 {
      let document = try node(documents.document())
      let text = CanonicalJSON.text(document)
      let again = try node(text)
      #expect(again == document)
      #expect(CanonicalJSON.text(again) == text)
      #expect(try node(CanonicalJSON.line(document)) == document)
    }
  }

  @Test("Literals build the same nodes as reading does")
  func literals() throws {
    let built: JSONNode = ["a": [1, 2.5, "x", true, .null], "b": .object([("c", .number(3))])]
    #expect(try node(#"{"b": {"c": 3.0}, "a": [1, 25e-1, "x", true, null]}"#) == built)
    #expect(built.location == nil)
  }
}
