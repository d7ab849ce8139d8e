import ElementaryFunctions
import Foundation
import Testing

@Suite("Exponential")
struct ExponentialTests {
  @Test("exp is within one unit in the last place of the C library at a million points")
  func expAgreesWithLibrary() {
    // The library errs by at most 0.51 units and ours by less than 1, so neighbours at most.
    var random = SplitMix64(seed: 21)
    var worst: UInt64 = 0
    for _ in 0..<500_000 {
      let anywhere = -745 + 1454.7 * random.uniform()
      let nearZero = -2 + 4 * random.uniform()
      worst = max(worst, unitsApart(Portable.exp(anywhere), Foundation.exp(anywhere)))
      worst = max(worst, unitsApart(Portable.exp(nearZero), Foundation.exp(nearZero)))
    }
    #expect(worst <= 1)
  }

  @Test(
    "exp of special arguments",
    arguments: [
      (0.0, 1.0), (-0.0, 1), (.infinity, .infinity), (-.infinity, 0),
      (709.782712893384, 0x1.fffffffffff2ap1023),
      (709.7827128933841, .infinity), (-745.133219101941, .leastNonzeroMagnitude), (-745.2, 0),
      (1e300, .infinity), (-1e300, 0),
    ])
  func expOfSpecial(argument: Double, expected: Double) {
    #expect(Portable.exp(argument) == expected)
  }

  @Test("exp of NaN is NaN")
  func expOfNaN() {
    #expect(Portable.exp(.nan).isNaN)
    #expect(Portable.expMinusOne(.nan).isNaN)
  }

  @Test("exp is exact to one unit among subnormal results")
  func expOfSubnormalResult() {
    for step in 0..<2000 {
      let x = -708 - 37 * Double(step) / 2000
      #expect(unitsApart(Portable.exp(x), Foundation.exp(x)) <= 1)
    }
  }

  @Test("exp in two parts is exp, and its logarithm is right far beyond the range of exp")
  func expInTwoParts() {
    var random = SplitMix64(seed: 25)
    for _ in 0..<5000 {
      let x = SIMD4<Double>(
        -700 + 1400 * random.uniform(), random.uniform(), -random.uniform(), 0)
      let (fraction, exponent) = Portable.expInTwoParts(x)
      for lane in 0..<4 {
        #expect(fraction[lane] > 0.7 && fraction[lane] < 1.42)
        #expect(fraction[lane] * Foundation.exp2(exponent[lane]) == Portable.exp(x[lane]))
      }
    }
    let (fraction, exponent) = Portable.expInTwoParts(SIMD4(repeating: 1e6))
    let binary = Foundation.log2(fraction[3]) + exponent[3]
    #expect(abs(binary - 1e6 / Foundation.log(2)) < 1e-9)
  }

  @Test("exp never decreases from one double to the next")
  func expIsMonotone() {
    var random = SplitMix64(seed: 22)
    var descents = 0
    for _ in 0..<100_000 {
      let x = 4 * (random.uniform() - 0.5)
      if Portable.exp(x.nextUp) < Portable.exp(x) { descents += 1 }
    }
    #expect(descents == 0)
  }

  @Test("expMinusOne is within two units of the C library from tiny to large")
  func expMinusOneAgreesWithLibrary() {
    var random = SplitMix64(seed: 23)
    var worst: UInt64 = 0
    for _ in 0..<50_000 {
      let tiny = Foundation.exp(-45 + 44 * random.uniform())
      for x in [tiny, -tiny, -50 * random.uniform(), 5 * random.uniform(), 700 * random.uniform()] {
        worst = max(worst, unitsApart(Portable.expMinusOne(x), Foundation.expm1(x)))
      }
    }
    #expect(worst <= 2)
  }

  @Test("expMinusOne of special arguments")
  func expMinusOneOfSpecial() {
    #expect(Portable.expMinusOne(0) == 0)
    #expect(Portable.expMinusOne(.infinity) == .infinity)
    #expect(Portable.expMinusOne(-.infinity) == -1)
    #expect(Portable.expMinusOne(800) == .infinity)
  }

  @Test("power keeps its digits for small and for large exponents")
  func powerAgreesWithReference() {
    for (base, exponent, expected) in ReferenceValues.power {
      let allowed = (1 + (exponent * Foundation.log(base)).magnitude / 25) * 0x1p-52
      #expect(
        relativeError(Portable.power(base, exponent), expected) < allowed, "\(base)^\(exponent)")
    }
  }

  @Test("power is exact where the result is a small integer power")
  func powerOfIntegers() {
    for base in 2...20 {
      var expected = 1.0
      for exponent in 0...6 {
        #expect(unitsApart(Portable.power(Double(base), Double(exponent)), expected) <= 1)
        expected *= Double(base)
      }
    }
  }

  @Test(
    "power of special arguments",
    arguments: [
      (0.0, 0.0, 1.0), (0, 2, 0), (0, -2, .infinity), (1, .infinity, 1), (.nan, 0, 1),
      (2, .infinity, .infinity), (2, -.infinity, 0), (0.5, .infinity, 0), (.infinity, 1, .infinity),
      (.infinity, -1, 0), (2, 1024, .infinity), (2, -1100, 0), (10, 1e308, .infinity),
      (2, -1074, .leastNonzeroMagnitude),
    ])
  func powerOfSpecial(base: Double, exponent: Double, expected: Double) {
    #expect(Portable.power(base, exponent) == expected)
  }

  @Test("power has no value for a negative base or NaN")
  func powerOutsideDomain() {
    #expect(Portable.power(-1, 2).isNaN)
    #expect(Portable.power(.nan, 2).isNaN)
    #expect(Portable.power(2, .nan).isNaN)
  }
}
