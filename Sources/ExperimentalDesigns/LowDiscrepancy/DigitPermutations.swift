import RandomStreams

/// Independent random permutations of the digits of one base, one for each place after the point.
struct DigitPermutations: Sendable {
  let base: Int

  /// How many places are permuted: as many as fit into 52 bits.
  ///
  /// That is more than the number of any point has digits.
  private let placeCount: Int

  /// base^placeCount.
  private let denominator: Int

  /// The images of the digits 0..<base for each place in turn.
  private let images: [UInt16]

  /// The permutations of a dimension, by Fisher and Yates.
  init(base: Int, dimension: Int, streams: RandomStreams) {
    let (placeCount, denominator) = Self.places(inBase: base)
    self.base = base
    self.placeCount = placeCount
    self.denominator = denominator
    images = (0..<placeCount).flatMap { place in
      var digits = (0..<base).map { UInt16($0) }
      var words = NamedWords(
        streams: streams, purpose: .haltonPermutation,
        entity: EntityName.member(UInt64(place), of: UInt64(dimension)))
      words.permute(&digits)
      return digits
    }
  }

  /// How many places are permuted in a base, and the base to that power.
  private static func places(inBase base: Int) -> (count: Int, denominator: Int) {
    var (count, denominator) = (0, 1)
    while denominator * base <= 1 << 52 {
      denominator *= base
      count += 1
    }
    return (count, denominator)
  }

  /// How many images of digits are held in memory for a base, 2 bytes each.
  static func storedDigits(inBase base: Int) -> Int { places(inBase: base).count * base }

  /// The mirrored and permuted digits of `number`, strictly between 0 and 1.
  ///
  /// The leading zeros of the number are permuted too. What would follow the last place is set to
  /// its middle. Numerator and denominator are exact, so there is one rounding.
  func radicalInverse(of number: Int) -> Double {
    var numerator = 0
    var rest = number
    for place in 0..<placeCount {
      let (quotient, digit) = rest.quotientAndRemainder(dividingBy: base)
      numerator = numerator * base + Int(images[place * base + digit])
      rest = quotient
    }
    return (Double(numerator) + 0.5) / Double(denominator)
  }
}
