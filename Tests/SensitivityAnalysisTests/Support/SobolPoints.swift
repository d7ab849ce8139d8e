/// The points of an unscrambled Sobol' sequence, for reference values that were computed on it.
struct SobolPoints {
  private let directions: [[UInt32]]

  /// A sequence from rows of degree, coefficients and initial numbers, one for each dimension after
  /// the first.
  init(rows: [[UInt32]]) {
    let first = (0..<32).map { UInt32(1) << (31 - $0) }
    directions =
      [first]
      + rows.map { row in
        let degree = Int(row[0])
        var numbers = (0..<degree).map { row[2 + $0] << (31 - $0) }
        for index in degree..<32 {
          var number = numbers[index - degree] ^ (numbers[index - degree] >> row[0])
          for step in 1..<max(degree, 1) where row[1] >> (degree - 1 - step) & 1 == 1 {
            number ^= numbers[index - step]
          }
          numbers.append(number)
        }
        return numbers
      }
  }

  /// The point of the given number, in the order of the Gray code.
  func point(_ number: Int, dimensions: Int) -> [Double] {
    let gray = UInt32(number) ^ (UInt32(number) >> 1)
    return directions.prefix(dimensions).map { numbers in
      let word = (0..<32).reduce(UInt32(0)) { word, bit in
        gray >> bit & 1 == 1 ? word ^ numbers[bit] : word
      }
      return Double(word) * 0x1p-32
    }
  }
}
