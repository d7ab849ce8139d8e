import ScenarioFormat
import Testing

@Suite("JSON Schema")
struct JSONSchemaTests {
  private let schema = JSONSchema.document(
    for: ExampleFormat.shape, title: "Example", id: "https://example.org/example.json",
    description: "An example.")

  private func value(_ pointer: JSONPointer) -> JSONNode? { pointer.resolve(in: schema) }

  @Test("The schema says what it is")
  func head() {
    #expect(value("/$schema") == "https://json-schema.org/draft/2020-12/schema")
    #expect(value("/$id") == "https://example.org/example.json")
    #expect(value("/title") == "Example")
    #expect(value("/description") == "An example.")
    #expect(value("/type") == "object")
  }

  @Test("Objects name what they require and refuse what they do not know")
  func objects() {
    #expect(value("/required") == ["title", "start", "places"])
    #expect(value("/additionalProperties") == false)
    let expected = [
      "title", "start", "sources", "places", "frontiers", "corridors", "fees", "source", "note",
    ]
    #expect(value("/properties")?.object?.keys == expected)
    let place = value("/properties/places/additionalProperties")
    #expect(place?["dependentRequired"]?["closedFrom"] == ["closedUntil"])
    let corridor = value("/properties/corridors/additionalProperties")
    #expect(corridor?["allOf"] == [["not": ["required": ["share", "rank"]]]])
    #expect(
      value("/$defs/duration/properties/lognormal/allOf")
        == [["anyOf": [["required": ["mean"]], ["required": ["median"]]]]])
  }

  @Test("A quantity is a number in its range, or that annotated")
  func quantities() {
    #expect(value("/$defs/probability-per-passage-from-0-to-1/minimum") == 0)
    #expect(value("/$defs/probability-per-passage-from-0-to-1/maximum") == 1)
    #expect(value("/$defs/number-above-0-km/exclusiveMinimum") == 0)
    #expect(value("/$defs/number-from-minus-90-to-90-degrees/minimum") == -90)
    #expect(value("/$defs/whole-number-from-1-to-64-lanes/type") == "integer")
    let annotated = value("/$defs/annotated-number-above-0-km/anyOf")
    #expect(annotated?[0]?["$ref"] == "#/$defs/number-above-0-km")
    #expect(annotated?[1]?["required"] == ["value"])
    #expect(annotated?[1]?["properties"]?["high"]?["$ref"] == "#/$defs/number-above-0-km")
    #expect(annotated?[1]?["additionalProperties"] == false)
  }

  @Test("A field has its summary, its unit and its default")
  func fields() {
    let lanes = value("/properties/places/additionalProperties/properties/lanes")
    #expect(lanes?["description"] == "Lanes. Unit: lanes.")
    #expect(lanes?["default"] == 2)
    let mode = value("/properties/corridors/additionalProperties/properties/mode")
    #expect(mode?["enum"] == ["road", "rail"])
    #expect(mode?["description"] == "How. \"road\": by road; \"rail\": by rail.")
  }

  @Test("Maps, lists, alternatives and names keep their rules")
  func others() {
    #expect(value("/properties/places/minProperties") == 1)
    #expect(value("/properties/places/propertyNames/$ref") == "#/$defs/identifier")
    #expect(value("/$defs/identifier/pattern") == "^[a-z0-9][a-z0-9-]{0,63}$")
    let corridor: JSONPointer = "/properties/corridors/additionalProperties/properties"
    #expect(value(corridor.appending("via").appending("minItems")) == 1)
    #expect(value(corridor.appending("via").appending("maxItems")) == 3)
    #expect(
      value(corridor.appending("delay").appending("anyOf").appending(1))
        == ["$ref": "#/$defs/duration"])
    #expect(
      value("/$defs/duration/oneOf")
        == [["required": ["lognormal"]], ["required": ["triangular"]]])
    #expect(value("/properties/start/format") == "date")
    #expect(value("/properties/title") != nil)
  }

  @Test("Every reference leads to a definition, and every definition is used")
  func references() {
    var used: Set<String> = []
    func visit(_ node: JSONNode) {
      for member in node.object?.members ?? [] {
        if member.key == "$ref", let text = member.node.string {
          used.insert(text)
          let pointer = JSONPointer(parsing: String(text.dropFirst()))
          #expect(pointer?.resolve(in: schema) != nil, "\(text)")
        }
        visit(member.node)
      }
      node.elements?.forEach(visit)
    }
    visit(schema)
    let defined = Set((value("/$defs")?.object?.keys ?? []).map { "#/$defs/\($0)" })
    #expect(used == defined)
  }

  @Test("The same shape gives the same bytes")
  func determinism() {
    let again = JSONSchema.document(
      for: ExampleFormat.shape, title: "Example", id: "https://example.org/example.json",
      description: "An example.")
    #expect(CanonicalJSON.bytes(again) == CanonicalJSON.bytes(schema))
  }

  @Test("Quantities whose words read alike keep their own definitions")
  func collisions() {
    let shape = Shape.object([
      .optional("a", .quantity(Quantity("x y")), "A"),
      .optional("b", .quantity(Quantity("x_y")), "B"),
    ])
    let schema = JSONSchema.document(for: shape, title: "T", id: "x:y")
    let definitions = schema["$defs"]?.object
    let keys = definitions?.keys.filter { $0.hasPrefix("annotated") }
    #expect(keys == ["annotated-number-x-y", "annotated-number-x-y-2"])
  }
}
