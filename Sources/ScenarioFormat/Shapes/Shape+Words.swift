extension Shape {
  /// What is allowed, in words that complete "allowed: ...".
  public var words: String {
    switch self {
    case .quantity(let quantity): quantity.words
    case .text(let count): "text of " + countWords(count, "character")
    case .name(let pattern): pattern.words
    case .choice(let choices): wordList(choices.map(\.value), limit: 40)
    case .date: "a date such as \"2024-01-31\""
    case .monthDay: "a day of the year, month and day, such as \"11-15\""
    case .boolean: "true or false"
    case .reference(let catalogue): catalogue.words
    case .list(let element, let count):
      "an array of \(countWords(count, "value")), each \(element.brief)"
    case .object(let fields, _): "an object with " + Self.keyWords(fields)
    case .map(let key, let value, let count):
      "an object of \(countWords(count, "member")), keyed by \(key.shape.brief), "
        + "each \(value.brief)"
    case .alternatives(let fields):
      "an object with exactly one of the keys " + wordList(fields.map(\.name), limit: 40)
    case .numberOr(let quantity, let other): "\(quantity.words); or \(other.brief)"
    case .named(_, let shape): shape.words
    }
  }

  /// The kind of value in a few words, for use inside the words of another shape.
  private var brief: String {
    switch self {
    case .object(let fields, _): "an object with " + Self.keyWords(fields)
    case .map: "an object"
    case .list: "an array"
    case .name(let pattern): pattern.what
    case .named(_, let shape): shape.brief
    default: words
    }
  }

  private static func keyWords(_ fields: [Field]) -> String {
    let required = fields.filter(\.isRequired).map(\.name)
    let shown = required.isEmpty ? fields.map(\.name) : required
    guard !shown.isEmpty else { return "no keys" }
    let word = shown.count == 1 ? "the key" : "the keys"
    return required.isEmpty
      ? "any of \(word) \(wordList(shown))"
      : "\(word) \(wordList(shown, joinedBy: "and"))"
  }

  /// Whether a value of the same JSON kind as the node may have this shape.
  func hasKind(of node: JSONNode) -> Bool {
    switch self {
    case .named(_, let shape): return shape.hasKind(of: node)
    case .quantity: return AnnotatedNumber.stands(for: node)
    case .numberOr(_, let other):
      return AnnotatedNumber.stands(for: node) || other.hasKind(of: node)
    case .text, .name, .choice, .date, .monthDay, .reference: return node.string != nil
    case .boolean: return node.bool != nil
    case .list: return node.elements != nil
    case .object, .map, .alternatives: return node.object != nil
    }
  }
}

extension Catalogue {
  /// `the identifier of a place (a key of /places)`.
  var words: String {
    "the identifier of \(withArticle(name)), a key of "
      + pointers.map(\.description).joined(separator: " or of ")
  }
}
