import ElementaryFunctions
import Foundation
import Testing

@Suite("Normal distribution and error function")
struct NormalDistributionTests {
  @Test("the quantile agrees with forty-digit values, far tails included")
  func quantileAgreesWithReference() {
    for (p, expected) in ReferenceValues.normalQuantile {
      #expect(relativeError(Portable.normalQuantile(p), expected) < 1e-15, "p = \(p)")
    }
  }

  @Test("the quantile is symmetric to the bit wherever 1 - p is exact")
  func quantileIsSymmetric() {
    var random = SplitMix64(seed: 31)
    for _ in 0..<20_000 {
      let p = (Double(random.next() >> 12) + 0.5) * 0x1p-52
      #expect(Portable.normalQuantile(1 - p) == -Portable.normalQuantile(p))
    }
  }

  @Test("the quantile is infinite at 0 and 1, and NaN outside")
  func quantileAtEnds() {
    #expect(Portable.normalQuantile(0.5) == 0)
    #expect(Portable.normalQuantile(0) == -.infinity)
    #expect(Portable.normalQuantile(1) == .infinity)
    #expect(Portable.normalQuantile(-0.1).isNaN)
    #expect(Portable.normalQuantile(1.1).isNaN)
    #expect(Portable.normalQuantile(.nan).isNaN)
  }

  @Test("the quantile steps back by no more than one unit across the seams of its formulas")
  func quantileIsMonotoneAtSeams() {
    for seam in [0.075, 0.925, 1.3887943864964021e-11] {
      var last = -Double.infinity
      for step in -50...50 {
        let z = Portable.normalQuantile(seam * (1 + Double(step) * 1e-14))
        #expect(z >= last.nextDown)
        last = z
      }
    }
  }

  @Test("the cumulative probability agrees with forty-digit values, lower tail included")
  func cumulativeAgreesWithReference() {
    for (z, expected) in ReferenceValues.normalCumulative {
      #expect(relativeError(Portable.normalCumulative(z), expected) < 1e-15, "z = \(z)")
    }
  }

  @Test("the cumulative probability undoes the quantile")
  func cumulativeInvertsQuantile() {
    var random = SplitMix64(seed: 32)
    for _ in 0..<10_000 {
      let p = Foundation.exp(-600 * random.uniform()) * 0.5
      // A relative error of 1e-15 in z is magnified by z² at most, about 1200 here.
      #expect(relativeError(Portable.normalCumulative(Portable.normalQuantile(p)), p) < 2e-12)
    }
  }

  @Test("the cumulative probability at the ends of the line")
  func cumulativeAtEnds() {
    #expect(Portable.normalCumulative(0) == 0.5)
    #expect(Portable.normalCumulative(-.infinity) == 0)
    #expect(Portable.normalCumulative(.infinity) == 1)
    #expect(Portable.normalCumulative(-50) == 0)
    #expect(Portable.normalCumulative(.nan).isNaN)
  }

  @Test("the complementary error function agrees with forty-digit values")
  func errorFunctionAgreesWithReference() {
    for (x, expected) in ReferenceValues.errorFunctionComplement {
      #expect(relativeError(Portable.errorFunctionComplement(x), expected) < 1.5e-15, "x = \(x)")
    }
  }

  @Test("the complementary error function agrees with the C library from end to end")
  func errorFunctionAgreesWithLibrary() {
    for step in 0..<20_000 {
      let x = -6 + 32 * Double(step) / 20_000
      #expect(relativeError(Portable.errorFunctionComplement(x), Foundation.erfc(x)) < 3e-15)
    }
  }

  @Test("the complementary error function at the ends of the line")
  func errorFunctionAtEnds() {
    #expect(Portable.errorFunctionComplement(0) == 1)
    #expect(Portable.errorFunctionComplement(.infinity) == 0)
    #expect(Portable.errorFunctionComplement(-.infinity) == 2)
    #expect(Portable.errorFunctionComplement(.nan).isNaN)
  }
}
