import TraffickingModel

extension Validation {
  /// Checks a string against a shape that is written as one.
  mutating func checkText(_ text: String, _ node: JSONNode, _ shape: Shape) {
    switch shape {
    case .text(let count):
      let length = text.unicodeScalars.count
      if !count.contains(length) {
        report(
          at: node.location, found: "found text of \(countWords(length, "character"))",
          allowed: shape.words)
      }
    case .name(let pattern):
      if !pattern.matches(text) {
        report(
          at: node.location, found: "found \(quoted(text))", allowed: shape.words,
          hint: pattern.repaired(text).map { "write \(quoted($0))" })
      }
    case .choice(let choices):
      let words = choices.map(\.value)
      if !words.contains(text) {
        report(
          at: node.location, found: "found \(quoted(text))", allowed: shape.words,
          hint: Self.didYouMean(text, words))
      }
    case .date:
      if CivilDate(text) == nil {
        report(
          at: node.location, found: "found \(quoted(text))", allowed: shape.words,
          hint: Self.dateHint(text))
      }
    case .monthDay:
      if MonthDay(text) == nil {
        report(
          at: node.location, found: "found \(quoted(text))", allowed: shape.words,
          hint: CivilDate(text) == nil ? nil : "leave the year out")
      }
    case .reference(let catalogue):
      checkReference(text, node, catalogue)
    default:
      break
    }
  }

  private mutating func checkReference(
    _ text: String, _ node: JSONNode, _ catalogue: Catalogue
  ) {
    let identifiers = identifiers(of: catalogue)
    guard !identifiers.all.contains(text) else { return }
    func hint() -> String? {
      if let suggestion = Self.didYouMean(text, identifiers.ordered) { return suggestion }
      if identifiers.ordered.isEmpty { return "the document defines no \(catalogue.name)" }
      return identifiers.ordered.count <= 12
        ? "the document defines \(wordList(identifiers.ordered, joinedBy: "and"))" : nil
    }
    report(
      at: node.location, found: "found \(quoted(text))", allowed: catalogue.words, hint: hint())
  }

  /// Notes that a value is of another kind than its shape.
  mutating func mismatch(_ node: JSONNode, _ shape: Shape) {
    let isRoot = pointer.tokens.isEmpty
    report(
      at: node.location, found: "found \(Self.kindWords(node))", allowed: shape.words,
      hint: Self.mismatchHint(node, shape.unnamed, isRoot: isRoot))
  }

  static func didYouMean(_ text: String, _ words: [String]) -> String? {
    NearestName.suggestion(for: text, among: words).map { "did you mean \(quoted($0))?" }
  }

  /// A value as messages show it.
  static func kindWords(_ node: JSONNode) -> String {
    switch node.value {
    case .null: "null"
    case .bool(let bool): bool ? "true" : "false"
    case .number(let number): number.text
    case .string(let string): quoted(string)
    case .array(let elements): "an array of \(countWords(elements.count, "value"))"
    case .object(let object):
      object.isEmpty
        ? "an empty object"
        : "an object with the key\(object.count == 1 ? "" : "s") "
          + wordList(object.keys, joinedBy: "and", limit: 4)
    }
  }

  private static func mismatchHint(_ node: JSONNode, _ shape: Shape, isRoot: Bool) -> String? {
    switch (node.value, shape) {
    case (.null, _):
      return isRoot ? nil : "write a value, or leave the key out if it may be absent"
    case (.string(let text), .quantity), (.string(let text), .numberOr):
      return quotedNumberHint(text)
    case (.string(let text), .boolean):
      return ["true", "false"].contains(text.lowercased())
        ? "write \(text.lowercased()) without quotation marks" : nil
    case (.number(let number), .text), (.number(let number), .name),
      (.number(let number), .choice), (.number(let number), .reference):
      return "put it in quotation marks: \"\(number.text)\""
    case (.object, .list), (.string, .list), (.number, .list):
      return "put it in brackets: [ ... ]"
    default:
      return nil
    }
  }

  private static func quotedNumberHint(_ text: String) -> String? {
    let trimmed = String(text.filter { $0 != " " })
    if let number = Double(trimmed), number.isFinite { return "remove the quotation marks" }
    if trimmed.hasSuffix("%"), let number = Double(trimmed.dropLast()), number.isFinite {
      return "write a fraction of 1: \(JSONNumber.shortestText(number / 100))"
    }
    let digits = trimmed.filter { $0 != "," && $0 != "_" }
    if digits != trimmed, let number = Double(digits), number.isFinite {
      return "write \(JSONNumber.shortestText(number)), without separators and quotation marks"
    }
    if let first = text.first, first.isNumber {
      return "write the number alone, without unit and quotation marks"
    }
    return nil
  }

  private static func dateHint(_ text: String) -> String? {
    let parts = text.split { !$0.isNumber }.compactMap { Int($0) }
    guard parts.count >= 3 else { return nil }
    if parts[0] > 31, let date = CivilDate(year: parts[0], month: parts[1], day: parts[2]) {
      return "write \"\(date)\""
    }
    let hasForm = text.utf8.count == 10 && text.utf8.prefix(4).allSatisfy { (48...57).contains($0) }
    if hasForm, parts[0] > 0, (1...12).contains(parts[1]) {
      let last = CivilDate.dayCount(ofMonth: parts[1], year: parts[0])
      if parts[2] > last { return "that month has \(last) days" }
    }
    return "write year-month-day"
  }
}
