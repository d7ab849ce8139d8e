import TraffickingModel

extension Validation {
  /// Checks one condition on the keys of an object.
  mutating func check(_ rule: ObjectRule, on object: JSONObject, _ node: JSONNode) {
    let names = rule.names
    let present = names.compactMap { object.member($0) }
    switch rule {
    case .ascending:
      checkOrder(present, isStrict: false, names: names)
    case .increasing:
      checkOrder(present, isStrict: true, names: names)
    case .together:
      guard !present.isEmpty, present.count < names.count else { return }
      let absent = names.filter { !object.contains($0) }
      report(
        at: present[0].keyLocation,
        found: "found \(quoted(present[0].key)) without \(wordList(absent, joinedBy: "and"))",
        allowed: "all of \(wordList(names, joinedBy: "and")), or none", under: present[0].key)
    case .exclusive:
      for member in present.dropFirst() {
        report(
          at: member.keyLocation,
          found: "found \(quoted(member.key)) beside \(quoted(present[0].key))",
          allowed: "at most one of \(wordList(names))", under: member.key)
      }
    case .atLeastOne:
      guard present.isEmpty else { return }
      report(
        at: node.location, found: "found none of \(wordList(names))",
        allowed: "at least one of \(wordList(names))")
    }
  }

  private mutating func checkOrder(_ present: [JSONMember], isStrict: Bool, names: [String]) {
    var earlier: (member: JSONMember, value: Double)?
    for member in present {
      guard let value = Self.magnitude(of: member.node) else { continue }
      if let earlier, isStrict ? value <= earlier.value : value < earlier.value {
        let relation = value == earlier.value ? "equal to" : "below"
        let (found, other) = (Self.text(of: member.node), Self.text(of: earlier.member.node))
        report(
          at: member.node.location,
          found: "found \(quoted(member.key)) \(found), \(relation) "
            + "\(quoted(earlier.member.key)) \(other)",
          allowed: "values that \(isStrict ? "increase" : "do not decrease") in the order "
            + names.map { quoted($0) }.joined(separator: ", "),
          under: member.key)
      }
      earlier = (member, value)
    }
  }

  /// A number that orders quantities, dates or days of the year; nil for anything else.
  private static func magnitude(of node: JSONNode) -> Double? {
    if let number = AnnotatedNumber.value(of: node) { return number }
    guard let text = node.string else { return nil }
    if let date = CivilDate(text) { return Double(date.dayNumber) }
    return MonthDay(text).map { Double(100 * $0.month + $0.day) }
  }

  private static func text(of node: JSONNode) -> String {
    node.string ?? (node.number ?? node["value"]?.number)?.text ?? ""
  }
}
