import TraffickingModel

extension Validation {
  /// Checks a plain or annotated number.
  mutating func checkQuantity(_ node: JSONNode, _ quantity: Quantity) {
    if node.number != nil { return checkNumber(node, quantity) }
    guard let object = node.object, !quantity.isBare, Self.isAnnotation(object) else {
      return mismatch(node, .quantity(quantity))
    }
    let names = AnnotatedNumber.tellingKeys
    for member in object.members {
      switch member.key {
      case "value", "low", "high":
        check(member.node, .quantity(quantity.bare), under: member.key)
      case "distribution":
        check(member.node, Uncertainty.shape(of: quantity), under: member.key)
      case "source", "note":
        checkProvenance(member)
      default:
        reportUnknownKey(member, in: object, names: names)
      }
    }
    if !object.contains("value"), !Self.misspeltNames(names, in: object).contains("value") {
      report(
        at: node.location, found: "found no key \"value\"",
        allowed: "the key \"value\": \(quantity.words)", under: "value")
    }
    checkBounds(object)
  }

  /// Whether an object in place of a number is meant as an annotated one.
  private static func isAnnotation(_ object: JSONObject) -> Bool {
    AnnotatedNumber.tellingKeys.contains(where: object.contains)
      || misspeltNames(["value"], in: object).contains("value")
  }

  /// Checks that low and high come together, not beside a distribution, and enclose the value.
  private mutating func checkBounds(_ object: JSONObject) {
    for (key, other) in [("low", "high"), ("high", "low")] {
      if let member = object.member(key), !object.contains(other) {
        report(
          at: member.keyLocation, found: "found \(quoted(key)) without \(quoted(other))",
          allowed: "both \"low\" and \"high\", or neither", under: key)
      }
    }
    if let member = object.member("distribution"),
      let bound = object.member("low") ?? object.member("high")
    {
      report(
        at: member.keyLocation, found: "found \"distribution\" beside \(quoted(bound.key))",
        allowed: "either \"low\" and \"high\", or \"distribution\"", under: member.key)
    }
    let bounds = ["low", "value", "high"].compactMap { key in
      object[key]?.number.map { (key: key, number: $0, location: object[key]?.location) }
    }
    for (lesser, greater) in zip(bounds, bounds.dropFirst())
    where lesser.number.double > greater.number.double {
      // The value is the given thing; the bound is what must move.
      let isLow = lesser.key == "low"
      let (wrong, right) = isLow ? (lesser, greater) : (greater, lesser)
      report(
        at: wrong.location,
        found: "found \(quoted(wrong.key)) \(wrong.number.text), \(isLow ? "above" : "below") "
          + "\(quoted(right.key)) \(right.number.text)",
        allowed: "low, value and high that do not decrease", under: wrong.key)
    }
  }

  private mutating func checkNumber(_ node: JSONNode, _ quantity: Quantity) {
    guard let number = node.number, !quantity.accepts(number.double) else { return }
    report(
      at: node.location, found: "found \(number.text)", allowed: quantity.words,
      hint: Self.rangeHint(number, quantity))
  }

  private static func rangeHint(_ number: JSONNumber, _ quantity: Quantity) -> String? {
    let range = quantity.range
    if range.lower >= 0, range.upper == 1, number.double > 1, number.double <= 100 {
      let fraction = JSONNumber.shortestText(number.double / 100)
      return "did you write a percentage? \(number.text) % is \(fraction)"
    }
    if range.contains(number.double), quantity.isInteger { return "leave the fraction out" }
    if number.double == 0, range.lower == 0, range.isLowerOpen { return "0 itself is excluded" }
    return nil
  }
}
