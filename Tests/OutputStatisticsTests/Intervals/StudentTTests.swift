import OutputStatistics
import Testing

@Suite("Student's t")
struct StudentTTests {
  @Test("quantiles for intervals agree with SciPy to 1e-9 from 1 to 9,999 degrees of freedom")
  func quantilesForIntervals() {
    for (degrees, factors) in ReferenceValues.studentT {
      for (level, expected) in zip(ReferenceValues.levels, factors) {
        let found = StudentT.quantile(0.5 + 0.5 * level, degreesOfFreedom: degrees)
        #expect((found - expected).magnitude <= 1e-9 * expected, "\(level), \(degrees)")
      }
    }
  }

  @Test("quantiles in the centre, in far tails and at broken degrees agree with exact ones")
  func quantilesElsewhere() {
    for (degrees, p, expected) in ReferenceValues.studentTElsewhere {
      let found = StudentT.quantile(p, degreesOfFreedom: degrees)
      #expect((found - expected).magnitude <= 1e-11 * expected.magnitude, "\(p), \(degrees)")
    }
  }

  @Test("quantiles of 2 degrees of freedom have their closed form")
  func closedFormOfTwo() {
    for p in [0.001, 0.2, 0.4, 0.6, 0.9, 0.9999] {
      let expected = (2 * p - 1) / (2 * p * (1 - p)).squareRoot()
      let found = StudentT.quantile(p, degreesOfFreedom: 2)
      #expect((found - expected).magnitude <= 1e-11 * expected.magnitude)
    }
  }

  @Test("quantiles are symmetric, zero in the middle, and normal in the limit")
  func quantileLimits() {
    #expect(StudentT.quantile(0.5, degreesOfFreedom: 3) == 0)
    #expect(
      StudentT.quantile(0.25, degreesOfFreedom: 3) == -StudentT.quantile(0.75, degreesOfFreedom: 3))
    let normal = StudentT.quantile(0.975, degreesOfFreedom: .infinity)
    #expect((normal - 1.959963984540054).magnitude < 1e-15)
    #expect((StudentT.quantile(0.975, degreesOfFreedom: 1e9) - normal).magnitude < 1e-8)
  }

  @Test("the cumulative probability undoes the quantile")
  func cumulativeInverts() {
    for degrees in [0.7, 1, 4, 33.3, 1000] {
      for p in [1e-6, 0.01, 0.3, 0.49, 0.51, 0.8, 0.999] {
        let t = StudentT.quantile(p, degreesOfFreedom: degrees)
        let back = StudentT.cumulative(t, degreesOfFreedom: degrees)
        #expect((back - p).magnitude <= 1e-11 * p)
      }
    }
    #expect(StudentT.cumulative(0, degreesOfFreedom: 5) == 0.5)
  }
}
