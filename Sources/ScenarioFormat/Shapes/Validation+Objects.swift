import TraffickingModel

extension Validation {
  mutating func checkObject(_ object: JSONObject, _ node: JSONNode, _ shape: Shape) {
    switch shape {
    case .object(let fields, let rules):
      checkFixedKeys(object, node, fields: fields)
      for rule in rules { check(rule, on: object, node) }
    case .alternatives(let fields):
      checkFixedKeys(object, node, fields: fields)
      checkAlternatives(object, node, shape, names: fields.map(\.name))
    case .map(let key, let value, let count):
      if !count.contains(object.count) {
        report(
          at: node.location, found: "found \(countWords(object.count, "member"))",
          allowed: countWords(count, "member"))
      }
      for member in object.members {
        checkKey(member, key)
        check(member.node, value, under: member.key)
      }
    default:
      break
    }
  }

  mutating func checkList(
    _ elements: [JSONNode], _ node: JSONNode, element: Shape, count: ClosedRange<Int>
  ) {
    if !count.contains(elements.count) {
      report(
        at: node.location,
        found: "found \(countWords(elements.count, "value"))",
        allowed: countWords(count, "value"))
    }
    for (index, item) in elements.enumerated() { check(item, element, under: String(index)) }
  }

  /// Checks the keys `source` and `note`, which any object may have.
  mutating func checkProvenance(_ member: JSONMember) {
    let shape = member.key == "source" ? Shape.reference(.sources) : Shape.prose
    check(member.node, shape, under: member.key)
  }

  /// Notes a key that the object does not have.
  mutating func reportUnknownKey(_ member: JSONMember, in object: JSONObject, names: [String]) {
    report(
      at: member.keyLocation, found: "found the unknown key \(quoted(member.key))",
      allowed: "one of the keys \(wordList(names + Provenance.keys, limit: 40))",
      hint: Self.unknownKeyHint(member.key, in: object, names: names), under: member.key)
  }

  private static func unknownKeyHint(
    _ key: String, in object: JSONObject, names: [String]
  ) -> String? {
    let absent = (names + Provenance.keys).filter { !object.contains($0) }
    if let meant = NearestName.suggestion(for: key, among: absent) {
      return "did you mean \(quoted(meant))?"
    }
    if ["comment", "comments", "description", "//", "_comment"].contains(key) {
      return "put remarks into \"note\""
    }
    if ["unit", "units"].contains(key) {
      return "the unit is fixed by the key: leave this out"
    }
    return NearestName.suggestion(for: key, among: names).map {
      "this object has \(quoted($0)) already: remove one of the two"
    }
  }

  private mutating func checkFixedKeys(
    _ object: JSONObject, _ node: JSONNode, fields: [Field]
  ) {
    let names = fields.map(\.name)
    // A key that is there under a wrong spelling is one problem, not two.
    let misspelt = Self.misspeltNames(names, in: object)
    for field in fields
    where field.isRequired && !object.contains(field.name) && !misspelt.contains(field.name) {
      report(
        at: node.location, found: "found no key \(quoted(field.name))",
        allowed: "the key \(quoted(field.name)): \(field.shape.words)", under: field.name)
    }
    for member in object.members {
      if let field = fields.first(where: { $0.name == member.key }) {
        check(member.node, field.shape, under: member.key)
      } else if Provenance.keys.contains(member.key) {
        checkProvenance(member)
      } else {
        reportUnknownKey(member, in: object, names: names)
      }
    }
  }

  /// The absent names that unknown keys of the object were probably meant for.
  static func misspeltNames(_ names: [String], in object: JSONObject) -> Set<String> {
    let absent = names.filter { !object.contains($0) }
    let unknown = object.members.lazy.map(\.key).filter {
      !names.contains($0) && !Provenance.keys.contains($0)
    }
    // Of the problems with further keys none would be listed.
    return Set(
      unknown.prefix(Validator.problemLimit).compactMap {
        NearestName.suggestion(for: $0, among: absent)
      })
  }

  private mutating func checkAlternatives(
    _ object: JSONObject, _ node: JSONNode, _ shape: Shape, names: [String]
  ) {
    let present = object.members.filter { names.contains($0.key) }
    if present.isEmpty {
      // An unknown key has been reported already, with what is allowed.
      guard object.keys.allSatisfy(Provenance.keys.contains) else { return }
      report(at: node.location, found: "found none of the keys", allowed: shape.words)
    }
    for member in present.dropFirst() {
      report(
        at: member.keyLocation,
        found: "found \(quoted(member.key)) beside \(quoted(present[0].key))",
        allowed: shape.words, hint: Self.alternativeHint(member, present[0]), under: member.key)
    }
  }

  /// Two files that were merged explain two alternatives better than a slip does.
  private static func alternativeHint(_ member: JSONMember, _ first: JSONMember) -> String {
    guard let file = member.keyLocation?.file, let other = first.keyLocation?.file, file != other
    else { return "remove all but one" }
    return "\(file) is merged into \(other): write \(quoted(first.key)): null there to replace it"
  }

  private mutating func checkKey(_ member: JSONMember, _ rule: KeyRule) {
    // A key is checked as a text that stands where the key stands.
    let key = JSONNode(.string(member.key), at: member.keyLocation)
    pointer.tokens.append(member.key)
    checkText(member.key, key, rule.shape)
    pointer.tokens.removeLast()
  }
}
