/// Text of limited letters, described once for people, for checking and for the JSON Schema.
public struct NamePattern: Sendable, Hashable {
  /// What such a name is called: `an identifier`.
  public var what: String
  /// The letters that it may begin with.
  public var first: String
  /// The letters that may follow.
  public var rest: String
  /// How many letters it has.
  public var count: ClosedRange<Int>
  /// A name that obeys the rule.
  public var example: String

  /// A rule for names; the letters are ASCII, and `-` stands for itself.
  public init(
    _ what: String, first: String, rest: String, count: ClosedRange<Int>, example: String
  ) {
    precondition(count.lowerBound >= 1, "a name has at least one letter")
    self.what = what
    self.first = first
    self.rest = rest
    self.count = count
    self.example = example
    precondition(matches(example), "the example obeys its own rule")
  }

  /// An identifier: 1 to 64 lower-case letters, digits and hyphens, not beginning with a hyphen.
  public static let id = NamePattern(
    "an identifier", first: lowerCaseAndDigits, rest: lowerCaseAndDigits + "-", count: 1...64,
    example: "khorog-north")

  /// A country by its three capital letters (ISO 3166-1 alpha-3).
  public static let country = NamePattern(
    "a country code", first: upperCase, rest: upperCase, count: 3...3, example: "TJK")

  /// Whether a text obeys the rule.
  public func matches(_ text: String) -> Bool {
    guard let head = text.unicodeScalars.first, count.contains(text.unicodeScalars.count) else {
      return false
    }
    return first.unicodeScalars.contains(head)
      && text.unicodeScalars.dropFirst().allSatisfy(rest.unicodeScalars.contains)
  }

  /// The rule in words: `a country code such as "TJK": exactly 3 of the characters A-Z`.
  public var words: String {
    let number = count.lowerBound == count.upperBound ? "exactly " : "\(count.lowerBound) to "
    return "\(what) such as \(quoted(example)): \(number)\(count.upperBound) of the characters "
      + Self.letterWords(rest)
      + (first == rest ? "" : ", the first of \(Self.letterWords(first))")
  }

  /// The rule as a regular expression of ECMA 262, which JSON Schema uses.
  public var regularExpression: String {
    let head = "[\(Self.span(first))]"
    let (lower, upper) = (count.lowerBound - 1, count.upperBound - 1)
    if first == rest {
      return lower == upper
        ? "^\(head){\(count.lowerBound)}$"
        : "^\(head){\(count.lowerBound),\(count.upperBound)}$"
    }
    return "^\(head)[\(Self.span(rest))]{\(lower),\(upper)}$"
  }

  /// The nearest text that obeys the rule, if folding case and punctuation leads to one.
  func repaired(_ text: String) -> String? {
    var letters = ""
    let lowered = text.lowercased()
    for scalar in (first == Self.upperCase ? text.uppercased() : lowered).unicodeScalars {
      if rest.unicodeScalars.contains(scalar) {
        letters.unicodeScalars.append(scalar)
      } else if " _./".unicodeScalars.contains(scalar), rest.contains("-") {
        letters += "-"
      } else {
        return nil
      }
    }
    return matches(letters) ? letters : nil
  }

  private static let lowerCaseAndDigits = "abcdefghijklmnopqrstuvwxyz0123456789"
  private static let upperCase = "ABCDEFGHIJKLMNOPQRSTUVWXYZ"

  /// Letters as the inside of a bracket expression; a hyphen goes last.
  private static func span(_ letters: String) -> String {
    runs(letters).joined()
  }

  private static func letterWords(_ letters: String) -> String {
    let runs = runs(letters)
    guard let last = runs.last, runs.count > 1 else { return runs.joined() }
    return runs.dropLast().joined(separator: ", ") + " and " + last
  }

  /// Letters with the alphabet and the digits abbreviated.
  private static func runs(_ letters: String) -> [String] {
    var text = letters
    var result: [String] = []
    for (run, short) in [
      ("abcdefghijklmnopqrstuvwxyz", "a-z"), (upperCase, "A-Z"), ("0123456789", "0-9"),
    ] {
      let kept = text.filter { !run.contains($0) }
      if kept.count == text.count - run.count {
        text = kept
        result.append(short)
      }
    }
    result += text.filter { $0 != "-" }.map { String($0) }
    return result + (text.contains("-") ? ["-"] : [])
  }
}
