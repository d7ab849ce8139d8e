import ElementaryFunctions
import Foundation
import Testing

@Suite("Logarithm")
struct LogarithmTests {
  @Test("log is within one unit in the last place of the C library at a million points")
  func logAgreesWithLibrary() {
    // The library errs by at most 0.52 units and ours by less than 1, so neighbours at most.
    var random = SplitMix64(seed: 11)
    var worst: UInt64 = 0
    for _ in 0..<500_000 {
      // Any positive finite number, by its bits; and the hard neighbourhood of 1.
      let anywhere = Double(bitPattern: random.next() % 0x7FF0_0000_0000_0000)
      let nearOne = 0.5 + 1.5 * random.uniform()
      worst = max(worst, unitsApart(Portable.log(anywhere), Foundation.log(anywhere)))
      worst = max(worst, unitsApart(Portable.log(nearOne), Foundation.log(nearOne)))
    }
    #expect(worst <= 1)
  }

  @Test(
    "log of special arguments is as in IEEE 754",
    arguments: [
      (0.0, -Double.infinity), (-0.0, -.infinity), (1, 0), (.infinity, .infinity),
      (.leastNonzeroMagnitude, -744.4400719213812), (0x1p-1022, -708.3964185322641),
      (.greatestFiniteMagnitude, 709.782712893384),
    ])
  func logOfSpecial(argument: Double, expected: Double) {
    #expect(Portable.log(argument) == expected)
  }

  @Test("log has no value below zero or of NaN")
  func logOutsideDomain() {
    #expect(Portable.log(-1).isNaN)
    #expect(Portable.log(-.leastNonzeroMagnitude).isNaN)
    #expect(Portable.log(-.infinity).isNaN)
    #expect(Portable.log(.nan).isNaN)
  }

  @Test("log never decreases from one double to the next")
  func logIsMonotone() {
    var random = SplitMix64(seed: 12)
    var descents = 0
    for _ in 0..<100_000 {
      let x = 0.25 + 2 * random.uniform()
      if Portable.log(x.nextUp) < Portable.log(x) { descents += 1 }
    }
    // Also across the cuts where the exponent changes.
    for cut in [0.5, 0.7071067811865476, 1, 1.4142135623730951, 2] {
      if Portable.log(cut.nextDown) > Portable.log(cut) { descents += 1 }
      if Portable.log(cut) > Portable.log(cut.nextUp) { descents += 1 }
    }
    #expect(descents == 0)
  }

  @Test("logOnePlus is within two units of the C library from tiny to large")
  func logOnePlusAgreesWithLibrary() {
    var random = SplitMix64(seed: 13)
    var worst: UInt64 = 0
    for _ in 0..<50_000 {
      let tiny = Foundation.exp(-45 + 44 * random.uniform())
      for x in [tiny, -tiny, -random.uniform(), 1000 * random.uniform()] {
        worst = max(worst, unitsApart(Portable.logOnePlus(x), Foundation.log1p(x)))
      }
    }
    #expect(worst <= 2)
  }

  @Test("logOnePlus of special arguments")
  func logOnePlusOfSpecial() {
    #expect(Portable.logOnePlus(0) == 0)
    #expect(Portable.logOnePlus(-1) == -.infinity)
    #expect(Portable.logOnePlus(.infinity) == .infinity)
    #expect(Portable.logOnePlus(-1.5).isNaN)
    #expect(Portable.logOnePlus(.nan).isNaN)
  }

  @Test("log(1 + x) - x keeps its digits where the two cancel")
  func logOnePlusMinusArgumentIsAccurate() {
    // x³/3 - x²/2 - x⁴/4 + x⁵/5 is exact to 1e-18 for this x.
    let x = 1e-4
    let expected = x * x * (-0.5 + x * (1.0 / 3 + x * (-0.25 + x * 0.2)))
    #expect(relativeError(Portable.logOnePlusMinusArgument(x), expected) < 1e-15)
    for x in [-0.9, -0.3, -0.2899, 0.4099, 0.42, 5] {
      let naive = Foundation.log1p(x) - x
      #expect(relativeError(Portable.logOnePlusMinusArgument(x), naive) < 2e-15)
    }
  }
}
