import ScenarioFormat
import Testing

@Suite("Consistent shapes")
struct ShapeConsistencyTests {
  @Test("The example format does not contradict itself")
  func example() {
    #expect(ExampleFormat.shape.inconsistencies() == [])
  }

  @Test(
    "What contradicts itself is found",
    arguments: [
      (
        .object([.required("a", .boolean, "A"), .optional("a", .date, "A")]), "a occurs twice"
      ),
      (.object([.required("source", .label, "S")]), "every object accepts source"),
      (.object([.required("a", .boolean, "")]), "/a: no summary"),
      (.object([], rules: [.together(["x", "y"])]), "a rule about the key x"),
      (.choice([]), "a choice of nothing"),
      (.alternatives([]), "no alternatives"),
      (.alternatives([.required("a", .boolean, "A")]), "a required alternative"),
      (.numberOr(Quantity(""), .quantity(Quantity(""))), "a number, or else a number"),
      (.numberOr(Quantity(""), .map(of: .boolean)), "cannot be told"),
      (
        .numberOr(Quantity(""), .alternatives([.optional("value", .boolean, "V")])),
        "the key value reads as an annotated number"
      ),
      (
        .object([.required("a", .quantity(Quantity("", defaultValue: 1)), "A")]),
        "its default never holds"
      ),
      (
        .object([
          .required("a", .named("x", .boolean), "A"), .required("b", .named("x", .date), "B"),
        ]), "x names two different shapes"
      ),
      (.named("Not An Id", .boolean), "cannot name a shape"),
    ] as [(Shape, String)])
  func contradictions(shape: Shape, finding: String) {
    let findings = shape.inconsistencies()
    #expect(findings.contains { $0.contains(finding) }, "\(findings)")
  }
}
