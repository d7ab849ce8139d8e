import ScenarioFormat
import Testing
import TraffickingModel

@Suite("Provenance")
struct ProvenanceTests {
  private func quantities() throws -> [String: AnnotatedQuantity] {
    let list = Provenance.list(try ExampleFormat.document(), shape: ExampleFormat.shape)
    return Dictionary(uniqueKeysWithValues: list.map { ($0.pointer.description, $0) })
  }

  @Test("Every quantity of the document is listed, in its order")
  func order() throws {
    let list = Provenance.list(try ExampleFormat.document(), shape: ExampleFormat.shape)
    #expect(
      list.map(\.pointer.description) == [
        "/places/khorog/latitude", "/places/khorog/lanes",
        "/frontiers/tjk-afg/sections/gbao/length", "/corridors/khorog-osh/detection",
        "/corridors/khorog-osh/delay/lognormal/mean", "/corridors/osh-khorog/delay", "/fees/osh",
      ])
    #expect(list.map(\.value) == [37.5, 3, 900, 0.1, 3, 1.5, 12])
    #expect(list.map(\.unit).prefix(3) == ["degrees", "lanes", "km"])
    #expect(list.allSatisfy { $0.location != nil })
  }

  @Test("A quantity that only a bare number may stand for is no parameter and not listed")
  func bareQuantities() throws {
    let document = try ExampleFormat.document()
    let share = try #require(JSONPointer(parsing: "/corridors/khorog-osh/share"))
    #expect(share.resolve(in: document)?.number?.double == 0.5)
    let list = Provenance.list(document, shape: ExampleFormat.shape)
    #expect(!list.contains { $0.pointer == share })
  }

  @Test("A quantity has its own source, else that of the nearest object around it")
  func sources() throws {
    let quantities = try quantities()
    let own = try #require(quantities["/places/khorog/latitude"])
    #expect(own.source == "survey" && !own.isSourceInherited)
    let near = try #require(quantities["/corridors/khorog-osh/delay/lognormal/mean"])
    #expect(near.source == "survey" && near.isSourceInherited)
    let far = try #require(quantities["/fees/osh"])
    #expect(far.source == "mfa" && far.isSourceInherited)
  }

  @Test("Without any source around it a quantity has none")
  func noSource() throws {
    let list = Provenance.list(
      try node(#"{"places": {"osh": {"country": "KGZ", "lanes": 1}}}"#),
      shape: ExampleFormat.shape)
    #expect(list.map(\.source) == [nil])
    #expect(list.map(\.isSourceInherited) == [false])
  }

  @Test("Low, high, distribution and note are listed with their quantity")
  func annotations() throws {
    let quantities = try quantities()
    let bounded = try #require(quantities["/places/khorog/latitude"])
    #expect(bounded.low == 37 && bounded.high == 38 && bounded.hasUncertainty)
    let distributed = try #require(quantities["/corridors/khorog-osh/detection"])
    #expect(distributed.uncertainty == .triangular(lower: 0.05, mode: 0.1, upper: 0.3))
    #expect(distributed.low == nil && distributed.hasUncertainty)
    let plain = try #require(quantities["/corridors/osh-khorog/delay"])
    #expect(!plain.hasUncertainty && plain.note == nil)
    #expect(quantities["/frontiers/tjk-afg/sections/gbao/length"]?.note == "rough")
  }

  @Test("A quantity without a note has that of the nearest object around it")
  func notes() throws {
    let document = try ExampleFormat.document("/places/osh/lanes", "4")
    let list = Provenance.list(document, shape: ExampleFormat.shape)
    #expect(list.first { $0.pointer == "/places/osh/lanes" }?.note == "the town")
  }

  @Test(
    "Every kind of uncertainty distribution is read",
    arguments: [
      (
        "{\"uniform\": {\"lower\": 1, \"upper\": 2}}", Uncertainty.uniform(lower: 1, upper: 2)
      ),
      (
        "{\"normal\": {\"mean\": 1, \"standardDeviation\": 2}, \"source\": \"mfa\"}",
        .normal(mean: 1, standardDeviation: 2)
      ),
      (
        "{\"note\": \"n\", \"lognormal\": {\"mean\": 1, \"coefficientOfVariation\": 2}}",
        .lognormal(mean: 1, coefficientOfVariation: 2)
      ),
    ])
  func uncertainties(text: String, expected: Uncertainty) throws {
    let document = try ExampleFormat.document(
      "/fees/osh", "{\"value\": 1, \"distribution\": \(text)}")
    try Validator.check(document, shape: ExampleFormat.shape)
    let list = Provenance.list(document, shape: ExampleFormat.shape)
    #expect(list.last?.uncertainty == expected)
  }
}
