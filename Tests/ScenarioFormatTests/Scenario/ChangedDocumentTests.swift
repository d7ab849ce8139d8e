import ScenarioFormat
import Testing
import TraffickingModel

/// What is checked again of a changed document, against a check of all of it.
@Suite("Changed documents")
struct ChangedDocumentTests {
  /// A scenario with rules between numbers, references and words.
  private func document() throws -> ChangedDocument {
    ChangedDocument(
      try MinimalScenario.document(
        """
        {
          "agencies": {"police": {"name": "P", "country": "TJK", "layer": "police"}},
          "modes": {"road": {"delay": {"triangular": {"lower": 1, "mode": 2, "upper": 3}}}},
          "corridors": {"way": {"layers": {"police": {"value": 0.1, "low": 0.05, "high": 0.2}}}}
        }
        """))
  }

  static let changes: [(pointer: JSONPointer, value: JSONNode)] = [
    ("/corridors/way/layers/police", 0.9), ("/corridors/way/layers/police", 1.5),
    ("/corridors/way/lengthKilometres", -1), ("/corridors/way/costPerKilogram", 4),
    ("/corridors/way/costPerKilogram", "four"), ("/corridors/way/to", "origin"),
    ("/corridors/way/to", "nowhere"), ("/modes/road/delay/triangular/lower", 2.5),
    ("/modes/road/delay/triangular/upper", 9), ("/modes/road/delay/triangular/mode", true),
    ("/agencies/police/skill", 2), ("/agencies/police/skil", 2),
    ("/agencies/police/layer", "army"), ("/routing", "fixed"), ("/routing", "other"),
    ("/period/warmUpDays", 1.5), ("/title", ""),
  ]

  @Test("One change is judged as in a check of the whole document", arguments: changes)
  func one(pointer: JSONPointer, value: JSONNode) throws {
    var document = try document()
    document.set(pointer, to: value)
    #expect(pointer.resolve(in: document.node) == value)
    #expect(
      document.problems()
        == Validator.problems(in: document.node, shape: ScenarioShape.scenario))
  }

  @Test("Any two changes are judged as in a check of the whole document")
  func two() throws {
    let base = try document()
    for (pointer, value) in Self.changes {
      for (other, otherValue) in Self.changes {
        var document = base
        document.set(pointer, to: value)
        document.set(other, to: otherValue)
        #expect(
          document.problems()
            == Validator.problems(in: document.node, shape: ScenarioShape.scenario))
      }
    }
  }

  @Test("Many numbers are set in one walk, the later of two holding, and keep their places")
  func many() throws {
    let read = try JSONReader.read(
      Array(#"{"a": {"x": 1, "y": [2, 3]}, "b": 4}"#.utf8), file: "file")
    let changed = read.setting([
      ("/a/y/1", 30), ("/b", 40), ("/a/x", 10), ("/a/z", 50), ("/b", 41),
    ])
    #expect(changed == ["a": ["x": 10, "y": [2, 30], "z": 50], "b": 41])
    #expect(changed["a"]?.object?.keys == ["x", "y", "z"])
    #expect(changed["a"]?["x"]?.location == read["a"]?["x"]?.location)
    #expect(read.setting(.root, to: 7) == 7)
  }
}
