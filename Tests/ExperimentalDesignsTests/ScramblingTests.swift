import ExperimentalDesigns
import RandomStreams
import Testing

@Suite("Nested uniform scrambling")
struct ScramblingTests {
  private func scrambled(_ count: Int, factors: Int, replication: UInt64) -> SobolSequence {
    SobolSequence(
      pointCount: count, factorCount: factors,
      scrambling: RandomStreams(seed: 5, replication: replication))
  }

  @Test("points are those of a separate implementation")
  func separateImplementation() {
    let design = SobolSequence(
      pointCount: 1024, factorCount: 3,
      scrambling: RandomStreams(
        seed: RandomisedValues.seed, replication: RandomisedValues.replication))
    for (point, coordinates) in RandomisedValues.sobol {
      #expect(design.quantiles(ofPoint: point) == coordinates)
    }
    #expect(design.reachedExtremes == [])
  }

  @Test("points that share digits still share as many")
  func sharedDigits() {
    let plain = SobolSequence(pointCount: 64, factorCount: 1)
    let design = scrambled(64, factors: 1, replication: 0)
    func sharedDigits(_ a: Double, _ b: Double) -> Int {
      (UInt64(a * 0x1p52) ^ UInt64(b * 0x1p52)).leadingZeroBitCount - 12
    }
    for first in 0..<64 {
      for second in 0..<first {
        let before = sharedDigits(
          plain.quantiles(ofPoint: first)[0], plain.quantiles(ofPoint: second)[0])
        let after = sharedDigits(
          design.quantiles(ofPoint: first)[0], design.quantiles(ofPoint: second)[0])
        #expect(before == after)
      }
    }
  }

  @Test("over scramblings each digit is a fair coin, and no two points or dimensions share coins")
  func coins() {
    // The first 6 digits of two points in two dimensions: 24 coins. Points 0 and 1 differ in their
    // first digit, so only that coin, the coin of the empty prefix, is common to both: their first
    // digits are opposite. Of the others any two agree in half of the scramblings; 400 of them have
    // a standard deviation of 10, and 50 away fails one in 1.7 million comparisons, of which there
    // are 253.
    let count = 400
    var digits = [[Int]](repeating: [], count: 24)
    for replication in 0..<UInt64(count) {
      let design = scrambled(2, factors: 2, replication: replication)
      var column = 0
      for point in 0..<2 {
        for x in design.quantiles(ofPoint: point) {
          for place in 1...6 {
            digits[column].append(Int(x * Double(1 << place)) & 1)
            column += 1
          }
        }
      }
    }
    func agreements(_ first: Int, _ second: Int) -> Int {
      zip(digits[first], digits[second]).count { $0 == $1 }
    }
    for first in digits.indices {
      #expect((digits[first].reduce(0, +) - count / 2).magnitude < 50)
      for second in 0..<first {
        let areOpposite = first % 12 == second % 12 && first.isMultiple(of: 6)
        let expected = areOpposite ? 0 : count / 2
        #expect((agreements(first, second) - expected).magnitude < 50)
      }
    }
  }

  @Test("means are unbiased, and vary far less than those of independent points")
  func varianceReduction() {
    // 400 scramblings gave variances 98 and 983 times smaller than those of 64 and 256 independent
    // points; SciPy's 200 gave 106 and 1,131. A third of that is asked for: a variance from 40
    // scramblings is three times too large once in 10^8.
    for (count, factor) in [(64, 33.0), (256, 330.0)] {
      let means = (0..<40).map {
        GFunction.mean(over: scrambled(count, factors: 5, replication: $0))
      }
      let mean = means.reduce(0, +) / 40
      let variance = means.reduce(0) { $0 + ($1 - mean) * ($1 - mean) } / 39
      #expect(variance * factor < GFunction.variance / Double(count))
      // 5 standard errors of Student's t with 39 degrees of freedom: one in 80,000.
      #expect((mean - 1).magnitude < 5 * (variance / 40).squareRoot())
    }
  }
}
