import ElementaryFunctions
import Foundation
import Testing

@Suite("Gamma and beta functions")
struct GammaAndBetaTests {
  @Test("logGamma agrees with forty-digit values, zeros and extremes included")
  func logGammaAgreesWithReference() {
    for (x, expected) in ReferenceValues.logGamma {
      #expect(relativeError(Portable.logGamma(x), expected) < 2e-15, "x = \(x)")
    }
  }

  @Test("logGamma of whole numbers is the logarithm of a factorial, exactly 0 at 1 and 2")
  func logGammaOfIntegers() {
    #expect(Portable.logGamma(1) == 0)
    #expect(Portable.logGamma(2) == 0)
    var factorial = 1.0
    for n in 3...20 {
      factorial *= Double(n - 1)
      #expect(relativeError(Portable.logGamma(Double(n)), Foundation.log(factorial)) < 2e-15)
    }
  }

  @Test("logGamma outside its domain")
  func logGammaOutsideDomain() {
    #expect(Portable.logGamma(0) == .infinity)
    #expect(Portable.logGamma(.infinity) == .infinity)
    #expect(Portable.logGamma(-1.5).isNaN)
    #expect(Portable.logGamma(.nan).isNaN)
  }

  @Test("both incomplete gamma functions agree with forty-digit values")
  func incompleteGammaAgreesWithReference() {
    for (shape, x, lower, upper) in ReferenceValues.incompleteGamma {
      #expect(
        relativeError(Portable.regularizedGammaP(shape: shape, at: x), lower) < 1e-13,
        "P(\(shape), \(x))")
      let error = (Portable.regularizedGammaQ(shape: shape, at: x) - upper).magnitude
      #expect(error < 1e-13 * (x >= shape ? upper : 1), "Q(\(shape), \(x))")
    }
  }

  @Test("the incomplete gamma functions join smoothly where the method changes")
  func incompleteGammaAtSeams() {
    let seams: [(shape: Double, x: Double)] = [
      (3, 4), (10, 11), (99.99999999, 101), (100, 40), (100, 200), (5000, 2000), (100, 99.9),
    ]
    for seam in seams {
      let below = Portable.regularizedGammaP(shape: seam.shape, at: seam.x * (1 - 1e-13))
      let above = Portable.regularizedGammaP(shape: seam.shape, at: seam.x * (1 + 1e-13))
      // The arguments differ by 2e-13, which the slope of log P magnifies by up to the shape.
      #expect(relativeError(below, above) < 1e-12 + 3e-13 * seam.shape, "at \(seam)")
    }
    let series = Portable.regularizedGammaP(shape: 100 * (1 - 1e-15), at: 95)
    let uniform = Portable.regularizedGammaP(shape: 100, at: 95)
    #expect(relativeError(series, uniform) < 1e-13)
  }

  @Test("the incomplete gamma functions of shape 1 are those of the exponential distribution")
  func incompleteGammaOfExponential() {
    for x in [1e-20, 1e-3, 0.5, 1, 1.99, 2.01, 10, 700] {
      #expect(relativeError(Portable.regularizedGammaP(shape: 1, at: x), -expm1(-x)) < 1e-14)
    }
    #expect(
      relativeError(Portable.regularizedGammaQ(shape: 1, at: 300), Foundation.exp(-300)) < 1e-13)
  }

  @Test("the incomplete gamma functions at and outside the ends")
  func incompleteGammaAtEnds() {
    #expect(Portable.regularizedGammaP(shape: 2, at: 0) == 0)
    #expect(Portable.regularizedGammaP(shape: 2, at: .infinity) == 1)
    #expect(Portable.regularizedGammaQ(shape: 2, at: 0) == 1)
    #expect(Portable.regularizedGammaP(shape: 0, at: 1).isNaN)
    #expect(Portable.regularizedGammaP(shape: 1, at: -1).isNaN)
    #expect(Portable.regularizedGammaP(shape: .nan, at: 1).isNaN)
  }

  @Test("the gamma quantile agrees with forty-digit values")
  func gammaQuantileAgreesWithReference() {
    for (p, shape, expected) in ReferenceValues.gammaQuantile {
      #expect(
        relativeError(Portable.gammaQuantile(p, shape: shape), expected) < 1e-12,
        "p = \(p), shape = \(shape)")
    }
  }

  @Test(
    "the gamma quantile is undone by the incomplete gamma function at every shape",
    arguments: [0.05, 0.1, 0.5, 0.79, 0.81, 1, 2, 10, 99, 100, 1000, 1e5, 1e6])
  func gammaQuantileInverts(shape: Double) {
    for logOdds in stride(from: -36.0, through: 36.0, by: 0.9) {
      let odds = Foundation.exp(-logOdds.magnitude)
      let tail = odds / (1 + odds)
      let p = logOdds < 0 ? tail : 1 - tail
      let x = Portable.gammaQuantile(p, shape: shape)
      let found =
        logOdds < 0
        ? relativeError(Portable.regularizedGammaP(shape: shape, at: x), p)
        : relativeError(Portable.regularizedGammaQ(shape: shape, at: x), 1 - p)
      // Among subnormal numbers x itself has few digits.
      guard x > 1e-300 else { continue }
      // An error of 1e-15 in x is magnified by the slope of log P, up to 8 sqrt(shape) + shape.
      #expect(found < 1e-13 * (1 + shape.squareRoot()), "p = \(p)")
    }
  }

  @Test("the gamma quantile never decreases in p", arguments: [0.05, 0.4, 1, 7.5, 100, 1e6])
  func gammaQuantileIsMonotone(shape: Double) {
    var last = 0.0
    for step in 1..<3000 {
      let x = Portable.gammaQuantile(Double(step) / 3000, shape: shape)
      #expect(x >= last)
      last = x
    }
  }

  @Test("the gamma quantile at and outside the ends")
  func gammaQuantileAtEnds() {
    #expect(Portable.gammaQuantile(0, shape: 2) == 0)
    #expect(Portable.gammaQuantile(1, shape: 2) == .infinity)
    #expect(Portable.gammaQuantile(0x1p-53, shape: 0.01) == 0)
    #expect(Portable.gammaQuantile(-0.1, shape: 2).isNaN)
    #expect(Portable.gammaQuantile(0.5, shape: 0).isNaN)
    #expect(Portable.gammaQuantile(.nan, shape: 1).isNaN)
  }

  @Test("the incomplete beta function agrees with forty-digit values")
  func incompleteBetaAgreesWithReference() {
    for (a, b, x, expected) in ReferenceValues.incompleteBeta {
      #expect(
        relativeError(Portable.regularizedBeta(a: a, b: b, at: x), expected) < 1e-12,
        "I(\(a), \(b), \(x))")
    }
  }

  @Test("the incomplete beta function is symmetric and simple where theory says so")
  func incompleteBetaIdentities() {
    for x in [0.01, 0.2, 0.5, 0.77, 0.99] {
      #expect(relativeError(Portable.regularizedBeta(a: 1, b: 1, at: x), x) < 1e-14)
      #expect(relativeError(Portable.regularizedBeta(a: 3, b: 1, at: x), x * x * x) < 1e-14)
      let sum =
        Portable.regularizedBeta(a: 2.5, b: 7, at: x)
        + Portable.regularizedBeta(a: 7, b: 2.5, at: 1 - x)
      #expect((sum - 1).magnitude < 1e-14)
    }
    #expect(Portable.regularizedBeta(a: 2, b: 3, at: 0) == 0)
    #expect(Portable.regularizedBeta(a: 2, b: 3, at: 1) == 1)
    #expect(Portable.regularizedBeta(a: 2, b: 3, at: 1.1).isNaN)
    #expect(Portable.regularizedBeta(a: 0, b: 3, at: 0.5).isNaN)
  }

  @Test("logBeta agrees with its definition and with itself across its formulas")
  func logBetaAgreesWithDefinition() {
    for (a, b) in [(0.5, 0.5), (2, 3), (0.5, 12), (9.9, 15), (10.1, 15), (40, 60)] {
      let expected = Portable.logGamma(a) + Portable.logGamma(b) - Portable.logGamma(a + b)
      #expect((Portable.logBeta(a, b) - expected).magnitude < 1e-13)
      #expect(Portable.logBeta(a, b) == Portable.logBeta(b, a))
    }
    // B(1, n) = 1 / n, where the definition would lose ten digits.
    #expect(relativeError(Portable.logBeta(1, 1e10), -Foundation.log(1e10)) < 1e-14)
  }
}
