import ScenarioFormat
import Testing
import TraffickingModel

@Suite("Validation of whole documents")
struct ValidatorDocumentTests {
  @Test("All problems are reported at once, in the order of the document, with their places")
  func order() throws {
    let document = try node(
      """
      {
        "title": "",
        "places": {
          "osh": {"country": "kgz", "lanes": 0}
        },
        "corridors": {"a": {"from": "osh", "to": "os", "mode": "road"}}
      }
      """)
    let problems = Validator.problems(in: document, shape: ExampleFormat.shape)
    let places = problems.map { problem in
      (problem.location.map { "\($0.line):\($0.column)" } ?? "") + " " + problem.pointer
    }
    #expect(
      places == [
        "1:1 /start", "2:12 /title", "4:24 /places/osh/country", "4:40 /places/osh/lanes",
        "6:44 /corridors/a/to",
      ])
  }

  @Test("Checking throws all problems together")
  func throwing() throws {
    let document: JSONNode = ["title": "", "start": "", "places": ["osh": ["country": "KGZ"]]]
    let error = #expect(throws: ScenarioError.self) {
      try Validator.check(document, shape: ExampleFormat.shape)
    }
    #expect(error?.problems.count == 2)
    try Validator.check(try ExampleFormat.document(), shape: ExampleFormat.shape)
  }

  @Test("Beyond a hundred problems only their number is told")
  func limit() throws {
    let shape = Shape.list(of: .boolean)
    let document = JSONNode.array((0..<250).map { .number($0) })
    let problems = Validator.problems(in: document, shape: shape)
    #expect(problems.count == 101)
    #expect(problems.last?.found == "found 150 more problems")
    #expect(problems[99].pointer == "/99")
  }

  @Test("Too few and too many members of a map are reported", arguments: [0, 3])
  func memberCount(count: Int) {
    let shape = Shape.map(key: .id, of: .boolean, count: 1...2)
    let document = JSONNode.object((0..<count).map { ("k\($0)", true) })
    let problems = Validator.problems(in: document, shape: shape)
    #expect(problems.map(\.found) == ["found \(count) members"])
    #expect(problems.first?.allowed == "1 to 2 members")
  }

  @Test("Two alternatives from two merged files are explained as such")
  func mergedAlternatives() throws {
    let base = try node(#"{"lognormal": {"mean": 1}}"#, file: "base.json")
    let patch = try node(
      #"{"triangular": {"lower": 0, "mode": 1, "upper": 2}}"#, file: "patch.json")
    let problems = Validator.problems(
      in: JSONMergePatch.apply(patch, to: base), shape: ExampleFormat.duration)
    #expect(
      problems.first?.hint
        == "patch.json is merged into base.json: write \"lognormal\": null there to replace it")
  }

  @Test("Of thousands of wrong references only the listed ones are looked up for suggestions")
  func manyWrongReferences() throws {
    let places = Catalogue("place", at: "/places")
    let shape = Shape.object([
      .required("places", .map(of: .boolean), "Places"),
      .required("list", .list(of: .reference(places)), "References"),
    ])
    let defined = (0..<2_000).map { ("place-number-\($0)", JSONNode.bool(true)) }
    let document: JSONNode = [
      "places": .object(defined),
      "list": .array((0..<2_000).map { .string("unlike-\($0)") }),
    ]
    let problems = Validator.problems(in: document, shape: shape)
    #expect(problems.last?.found == "found 1900 more problems")
  }

  @Test("Any document gets an answer from any shape, and what passes can be read whole")
  func mutations() throws {
    var random = TestRandom(seed: 8)
    let pool = try [
      "null", "true", "-1", "0", "0.5", "2", "30", "\"osh\"", "\"x\"", "\"\"", "\"11-15\"",
      "\"2024-01-31\"", "[]", "[\"osh\"]", "{}", "{\"value\": 1}", "{\"value\": \"x\"}",
      "{\"value\": 1, \"low\": 0, \"high\": 2}", "{\"low\": [], \"high\": {}}",
      "{\"lognormal\": {\"mean\": 1}}", "{\"lognormal\": 1, \"value\": 2}",
      "{\"value\": 1, \"distribution\": {\"normal\": {\"mean\": 1, \"standardDeviation\": 2}}}",
      "{\"source\": 3, \"note\": []}",
    ].map { text in try node(text) }
    let original = try ExampleFormat.document()
    let pointers = Self.pointers(in: original, at: .root)
    var validCount = 0
    for _ in 0..<1_500 {
      var document = original
      for _ in 0...random.below(2) {
        let changed = random.element(pointers).replacing(
          in: document, with: random.element(pool))
        document = changed ?? document
      }
      let quantities = Provenance.list(document, shape: ExampleFormat.shape)
      guard Validator.problems(in: document, shape: ExampleFormat.shape).isEmpty else { continue }
      validCount += 1
      #expect(Self.readAll(Cursor(document, shape: ExampleFormat.shape)) == quantities.count)
    }
    #expect(validCount > 30)
  }

  private static func pointers(in node: JSONNode, at place: JSONPointer) -> [JSONPointer] {
    var result = [place]
    for member in node.object?.members ?? [] {
      result += pointers(in: member.node, at: place.appending(member.key))
    }
    for (index, element) in (node.elements ?? []).enumerated() {
      result += pointers(in: element, at: place.appending(index))
    }
    return result
  }

  /// Reads everything below a cursor by its shape, and counts the parameters.
  private static func readAll(_ cursor: Cursor) -> Int {
    switch cursor.shape {
    case .quantity(let quantity): return cursor.number.isFinite && !quantity.isBare ? 1 : 0
    case .numberOr: return cursor.isNumber ? 1 : 0
    case .text, .name, .choice, .reference: return cursor.text.count * 0
    case .date: return cursor.date.year * 0
    case .monthDay: return cursor.monthDay.month * 0
    case .boolean: return cursor.boolean ? 0 : 0
    case .list: return cursor.list.map(readAll).reduce(0, +)
    case .map: return cursor.entries.map { readAll($0.value) }.reduce(0, +)
    case .alternatives: return readAll(cursor.alternative.value)
    case .object(let fields, _):
      return fields.compactMap { cursor.optional($0.name) }.map(readAll).reduce(0, +)
    case .named: return 0
    }
  }
}
