import ScenarioFormat
import TraffickingModel

/// A small format with every kind of shape, and a document of it.
enum ExampleFormat {
  static let places = Catalogue("place", at: "/places")
  static let sections = Catalogue("section", at: "/frontiers/*/sections")

  static let shape = Shape.object([
    .required("title", .label, "What it is"),
    .required("start", .date, "The first day"),
    .optional("sources", .map(of: .object([.required("title", .label, "Its title")])), "Documents"),
    .required("places", .map(of: place, minimumCount: 1), "The places"),
    .optional("frontiers", .map(of: frontier), "The borders"),
    .optional("corridors", .map(of: corridor), "The links"),
    .optional(
      "fees", .map(key: .reference(places), of: .quantity(Quantity("$/kg", .nonNegative))),
      "Fees by place"),
  ])

  static let place = Shape.object(
    [
      .required("country", .name(.country), "Its country"),
      .optional("latitude", .quantity(Quantity("degrees", .closed(-90...90))), "Northward"),
      .optional(
        "lanes", .quantity(.count("lanes", atLeast: 1, atMost: 64, defaultValue: 2)), "Lanes"),
      .optional("closedFrom", .monthDay, "First closed day"),
      .optional("closedUntil", .monthDay, "First open day"),
      .optional("isCrossing", .boolean, "Whether it is a crossing"),
    ], rules: [.together(["closedFrom", "closedUntil"])])

  static let frontier = Shape.object([
    .required(
      "sections",
      .map(
        of: .object([.required("length", .quantity(Quantity("km", .positive)), "Its length")])),
      "Its sections")
  ])

  static let corridor = Shape.object(
    [
      .required("from", .reference(places), "Where it begins"),
      .required("to", .reference(places), "Where it ends"),
      .required(
        "mode", .choice([Choice("road", "by road"), Choice("rail", "by rail")]), "How"),
      .optional("section", .reference(sections), "The section it crosses"),
      .optional("detection", .quantity(.probability("passage", defaultValue: 0.1)), "Risk"),
      .optional(
        "delay", .numberOr(Quantity("days", .nonNegative, defaultValue: 1), duration), "Time"),
      .optional("via", .list(of: .reference(places), count: 1...3), "Places between"),
      .optional("opened", .date, "Opening day"),
      .optional("closed", .date, "Closing day"),
      .optional("share", .quantity(Quantity("", .fraction, isBare: true)), "Share of the flow"),
      .optional("rank", .quantity(.count("")), "Rank"),
    ],
    rules: [
      .increasing(["opened", "closed"]), .exclusive(["share", "rank"]),
    ])

  static let duration = Shape.named(
    "duration",
    .alternatives([
      .optional(
        "lognormal",
        .object(
          [
            .optional("mean", .quantity(Quantity("days", .positive)), "The mean"),
            .optional("median", .quantity(Quantity("days", .positive)), "The median"),
          ], rules: [.atLeastOne(["mean", "median"])]),
        "Lognormal"),
      .optional(
        "triangular",
        .object(
          [
            .required("lower", .quantity(Quantity("days", .nonNegative)), "Least"),
            .required("mode", .quantity(Quantity("days", .nonNegative)), "Likeliest"),
            .required("upper", .quantity(Quantity("days", .nonNegative)), "Greatest"),
          ], rules: [.ascending(["lower", "mode", "upper"])]),
        "Triangular"),
    ]))

  static let text = """
    {
      "title": "Example",
      "start": "2024-02-29",
      "source": "mfa",
      "sources": {"mfa": {"title": "A ministry"}, "survey": {"title": "A survey"}},
      "places": {
        "khorog": {
          "country": "TJK",
          "latitude": {"value": 37.5, "low": 37, "high": 38, "source": "survey"},
          "lanes": 3,
          "isCrossing": true
        },
        "osh": {
          "country": "KGZ", "note": "the town", "closedFrom": "11-15", "closedUntil": "03-01"
        }
      },
      "frontiers": {"tjk-afg": {"sections": {"gbao": {"length": {"value": 900, "note": "rough"}}}}},
      "corridors": {
        "khorog-osh": {
          "from": "khorog", "to": "osh", "mode": "road", "section": "gbao",
          "detection": {
            "value": 0.1,
            "distribution": {"triangular": {"lower": 0.05, "mode": 0.1, "upper": 0.3}}
          },
          "delay": {"lognormal": {"mean": {"value": 3, "low": 2, "high": 5}}, "source": "survey"},
          "via": ["osh"],
          "opened": "2000-01-01",
          "closed": "2030-01-01",
          "share": 0.5
        },
        "osh-khorog": {"from": "osh", "to": "khorog", "mode": "rail", "delay": 1.5}
      },
      "fees": {"osh": 12}
    }
    """

  static func document() throws(ScenarioError) -> JSONNode { try node(text) }

  /// The document with one value replaced.
  static func document(
    _ pointer: JSONPointer, _ replacement: String
  ) throws(ScenarioError) -> JSONNode {
    let document = try document()
    let replacement = try node(replacement)
    if let changed = pointer.replacing(in: document, with: replacement) { return changed }
    // What is not there is added.
    let parent = JSONPointer(tokens: pointer.tokens.dropLast())
    guard var object = parent.resolve(in: document)?.object, let key = pointer.tokens.last,
      let location = parent.resolve(in: document)?.location
    else { return document }
    object.set(JSONMember(key: key, keyLocation: location, node: replacement))
    return parent.replacing(in: document, with: JSONNode(.object(object), at: location))
      ?? document
  }
}
