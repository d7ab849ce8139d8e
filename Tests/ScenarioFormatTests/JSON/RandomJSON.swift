/// Texts of random valid JSON documents.
struct RandomJSON {
  var random: TestRandom

  init(seed: UInt64) { random = TestRandom(seed: seed) }

  mutating func document() -> String { space() + value(depth: 0) + space() }

  private mutating func value(depth: Int) -> String {
    let isDeep = depth > 5
    switch random.below(isDeep ? 5 : 8) {
    case 0: return "null"
    case 1: return random.below(2) == 0 ? "true" : "false"
    case 2: return string()
    case 3, 4: return number()
    case 5, 6: return object(depth: depth)
    default: return array(depth: depth)
    }
  }

  private mutating func object(depth: Int) -> String {
    var members: [String] = []
    for index in 0..<random.below(12) {
      // The index makes the keys of an object distinct.
      let key = string().dropLast() + "\(index)\""
      members.append(space() + key + space() + ":" + space() + value(depth: depth + 1) + space())
    }
    return "{" + (members.isEmpty ? space() : members.joined(separator: ",")) + "}"
  }

  private mutating func array(depth: Int) -> String {
    var elements: [String] = []
    for _ in 0..<random.below(6) { elements.append(space() + value(depth: depth + 1) + space()) }
    return "[" + (elements.isEmpty ? space() : elements.joined(separator: ",")) + "]"
  }

  private mutating func number() -> String {
    var text = random.below(2) == 0 ? "-" : ""
    text += random.element(["0", "7", "10", "\(random.below(1_000_000))", "9007199254740992"])
    if random.below(2) == 0 { text += ".\(random.below(1_000_000_000))" }
    if random.below(3) == 0 {
      text += random.element(["e", "E"]) + random.element(["", "+", "-"]) + "\(random.below(280))"
    }
    return text
  }

  private mutating func string() -> String {
    var text = "\""
    for _ in 0..<random.below(8) {
      text += random.element([
        "a", "Z", "0", " ", "/", "é", "Б", "漢", "🚚", "e\u{301}", "\u{7F}", "\u{2028}",
        #"\""#, #"\\"#, #"\/"#, #"\b"#, #"\f"#, #"\n"#, #"\r"#, #"\t"#, #"\u0000"#, #"\u00e9"#,
        #"\uD83D\uDE9A"#, #"\uFFFF"#,
      ])
    }
    return text + "\""
  }

  private mutating func space() -> String { random.element(["", "", " ", "\n", "\r\n", "\t"]) }
}
