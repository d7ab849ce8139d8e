extension ParsedArguments {
  /// A whole number within a range.
  ///
  /// Digits may be grouped with single underscores, as in `1_000`. An exponent, a comma, a decimal
  /// point and blanks are refused, because they are read differently in different places.
  ///
  /// - Throws: `UsageError` naming the option, the word found and the range allowed.
  public func integer(
    _ option: String, in range: ClosedRange<Int> = Int.min...Int.max
  ) throws(UsageError) -> Int? {
    guard let word = text(option) else { return nil }
    guard let value = Self.integer(word), range.contains(value) else {
      throw UsageError(
        "--\(option): found '\(word)'",
        hint: "allowed is \(Self.describe(range)); digits may be grouped as in 1_000")
    }
    return value
  }

  /// A whole number of at least 1.
  public func positiveInteger(
    _ option: String, upTo maximum: Int = .max
  ) throws(UsageError) -> Int? {
    try integer(option, in: 1...maximum)
  }

  /// A whole number of at least 0.
  public func count(_ option: String, upTo maximum: Int = .max) throws(UsageError) -> Int? {
    try integer(option, in: 0...maximum)
  }

  /// A finite number within a range, such as `0.25`, `-3` or `1e6`.
  ///
  /// Percent signs, commas, hexadecimal numbers, `inf` and `nan` are refused.
  ///
  /// - Throws: `UsageError` naming the option, the word found and the range allowed.
  public func number(
    _ option: String,
    in range: ClosedRange<Double> = -Double.greatestFiniteMagnitude...(.greatestFiniteMagnitude)
  ) throws(UsageError) -> Double? {
    guard let word = text(option) else { return nil }
    guard let value = Self.number(word), range.contains(value) else {
      throw UsageError("--\(option): found '\(word)'", hint: "allowed is \(Self.describe(range))")
    }
    return value
  }

  /// A seed: any unsigned 64-bit number, decimal or hexadecimal with `0x` in front.
  ///
  /// - Throws: `UsageError` naming the option, the word found and the range allowed.
  public func seed(_ option: String) throws(UsageError) -> UInt64? {
    guard let word = text(option) else { return nil }
    let isHexadecimal = word.hasPrefix("0x") || word.hasPrefix("0X")
    let digits = isHexadecimal ? String(word.dropFirst(2)) : word
    guard let plain = Self.ungrouped(digits), plain.first != "-", plain.first != "+",
      let seed = UInt64(plain, radix: isHexadecimal ? 16 : 10)
    else {
      throw UsageError(
        "--\(option): found '\(word)'",
        hint: "allowed is a whole number from 0 to \(UInt64.max), or hexadecimal as 0x2a")
    }
    return seed
  }

  /// One of the cases of an enumeration whose raw values are the words allowed.
  ///
  /// Declare the option with `.choice` of the same words, so that help shows them and a misspelt
  /// word is answered with the nearest one.
  public func choice<Choice: RawRepresentable & CaseIterable>(
    _ option: String, as type: Choice.Type
  ) throws(UsageError) -> Choice? where Choice.RawValue == String {
    guard let word = text(option) else { return nil }
    guard let choice = Choice(rawValue: word) else {
      let words = Choice.allCases.map(\.rawValue).joined(separator: ", ")
      throw UsageError("--\(option): found '\(word)'", hint: "allowed are \(words)")
    }
    return choice
  }

  /// A path as it was typed; whether anything is there is for the command to find out.
  ///
  /// - Throws: `UsageError` for a path that holds a NUL, which no file system can.
  public func path(_ option: String) throws(UsageError) -> String? {
    guard let word = text(option) else { return nil }
    if word.utf8.contains(0) { throw UsageError("--\(option): a path cannot hold a NUL") }
    return word
  }

  /// The values of a repeatable option of the form `name=value`, split at the first equals sign.
  ///
  /// - Throws: `UsageError` for a word without a name, an equals sign or a value, and for a name
  ///   that comes twice.
  public func assignments(_ option: String) throws(UsageError) -> [Assignment] {
    var result: [Assignment] = []
    for word in texts(option) {
      guard let equals = word.firstIndex(of: "="), equals != word.startIndex,
        word.index(after: equals) != word.endIndex
      else {
        throw UsageError(
          "--\(option): found '\(word)'", hint: "allowed is name=value, without blanks")
      }
      let name = String(word[..<equals])
      if result.contains(where: { $0.name == name }) {
        throw UsageError("--\(option): '\(name)' is given more than once", hint: "give it once")
      }
      result.append(Assignment(name: name, value: String(word[word.index(after: equals)...])))
    }
    return result
  }
}

extension ParsedArguments {
  /// The word without the underscores that group its digits; nil when one is out of place.
  static func ungrouped(_ word: String) -> String? {
    let bytes = Array(word.utf8)
    let underscore = UInt8(ascii: "_")
    for position in bytes.indices where bytes[position] == underscore {
      guard position > 0, position + 1 < bytes.count,
        isLetterOrDigit(bytes[position - 1]), isLetterOrDigit(bytes[position + 1])
      else { return nil }
    }
    return word.filter { $0 != "_" }
  }

  private static func isLetterOrDigit(_ byte: UInt8) -> Bool {
    (UInt8(ascii: "0")...UInt8(ascii: "9")).contains(byte)
      || (UInt8(ascii: "a")...UInt8(ascii: "z")).contains(byte | 0x20)
  }

  static func integer(_ word: String) -> Int? {
    guard let plain = ungrouped(word), plain.first != "+" else { return nil }
    return Int(plain)
  }

  static func number(_ word: String) -> Double? {
    // The standard library also reads "inf", "nan" and hexadecimal numbers.
    let allowed = Set("0123456789+-.eE".utf8)
    guard word.utf8.allSatisfy(allowed.contains), let value = Double(word), value.isFinite else {
      return nil
    }
    return value
  }

  static func describe(_ range: ClosedRange<Int>) -> String {
    switch (range.lowerBound == .min, range.upperBound == .max) {
    case (true, true): "a whole number"
    case (true, false): "a whole number up to \(range.upperBound)"
    case (false, true): "a whole number from \(range.lowerBound)"
    case (false, false): "a whole number from \(range.lowerBound) to \(range.upperBound)"
    }
  }

  static func describe(_ range: ClosedRange<Double>) -> String {
    let limit = Double.greatestFiniteMagnitude
    return switch (range.lowerBound == -limit, range.upperBound == limit) {
    case (true, true): "a number"
    case (true, false): "a number up to \(plain(range.upperBound))"
    case (false, true): "a number from \(plain(range.lowerBound))"
    case (false, false): "a number from \(plain(range.lowerBound)) to \(plain(range.upperBound))"
    }
  }

  private static func plain(_ value: Double) -> String {
    let text = "\(value)"
    return text.hasSuffix(".0") ? String(text.dropLast(2)) : text
  }
}
