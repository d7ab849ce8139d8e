import RandomStreams
import Testing

@Suite("Variates")
struct VariateTests {
  /// One of each kind, some with parameters at the edge of their range.
  static let examples: [Distribution] =
    [
      .deterministic(Deterministic(4)),
      .exponential(Exponential(mean: 0)),
      .lognormal(Lognormal(logMean: 1, logStandardDeviation: 0)),
      .lognormal(Lognormal(mean: 12, coefficientOfVariation: 1.5)),
      .gamma(Gamma(mean: 3, coefficientOfVariation: 2)),
      .triangular(Triangular(lower: 0, mode: 0, upper: 2)),
      .triangular(Triangular(lower: 0, mode: 2, upper: 2)),
      .poisson(Poisson(mean: 0)),
    ] + SciPyValues.rows.map(\.distribution)
    + ParetoTailedReference.rows.map { .paretoTailedLognormal($0.variate) }

  @Test("quantiles are those of SciPy")
  func quantilesOfSciPy() {
    for row in SciPyValues.rows {
      for (u, expected) in zip(SciPyValues.draws, row.quantiles) {
        let found = row.distribution.quantile(u)
        // SciPy itself is good to about 1e-12 here.
        #expect((found - expected).magnitude <= 1e-11 * expected.magnitude, "\(row) at \(u)")
      }
    }
  }

  @Test("mean and variance are those of SciPy")
  func momentsOfSciPy() {
    for row in SciPyValues.rows {
      #expect((row.distribution.mean - row.mean).magnitude <= 1e-13 * row.mean.magnitude)
      #expect((row.distribution.variance - row.variance).magnitude <= 1e-13 * row.variance)
    }
  }

  @Test("quantiles of the Pareto-tailed lognormal agree with root finding")
  func quantilesOfParetoTailed() {
    for row in ParetoTailedReference.rows {
      for (u, expected) in zip(ParetoTailedReference.draws, row.quantiles) {
        let found = row.variate.quantile(u)
        #expect((found - expected).magnitude <= 1e-12 * expected, "\(row.variate) at \(u)")
      }
    }
  }

  @Test("moments of the Pareto-tailed lognormal agree with integration, exponents 1 and 2 included")
  func momentsOfParetoTailed() {
    for row in ParetoTailedReference.rows {
      #expect((row.variate.mean - row.mean).magnitude <= 1e-12 * row.mean, "\(row.variate)")
      #expect(
        (row.variate.variance - row.variance).magnitude <= 1e-11 * row.variance, "\(row.variate)")
    }
  }

  @Test("mean and variance are the integrals of the quantile", arguments: examples)
  func momentsAreIntegrals(distribution: Distribution) {
    // Midpoint rule after the substitution u = t³ (10 - 15 t + 6 t²), whose flat ends tame the
    // quantile's infinities. A lattice distribution leaves steps, hence an error of one over the
    // number of points.
    let points = 2000
    var first = 0.0
    var second = 0.0
    let center = distribution.mean
    for point in 0..<points {
      let t = (Double(point) + 0.5) / Double(points)
      let u = t * t * t * (10 + t * (6 * t - 15))
      let weight = 30 * t * t * (1 - t) * (1 - t) / Double(points)
      let deviation = distribution.quantile(u) - center
      first += weight * deviation
      second += weight * deviation * deviation
    }
    let spread = distribution.variance.squareRoot()
    let isLattice = if case .poisson = distribution { true } else { false }
    #expect(first.magnitude <= (isLattice ? 3e-3 : 1e-5) * spread)
    #expect((second - distribution.variance).magnitude <= 6e-3 * distribution.variance)
  }

  @Test("a larger draw never makes a smaller variate", arguments: examples)
  func quantilesAreMonotone(distribution: Distribution) {
    var last = -Double.infinity
    for step in 0..<3000 {
      let value = distribution.quantile((Double(step) + 0.5) / 3000)
      #expect(value >= last)
      last = value
    }
  }

  @Test("every variate lies in its support, at the extreme draws too", arguments: examples)
  func variatesLieInSupport(distribution: Distribution) {
    for u in [0x1p-53, 0x3p-53, 1e-9, 0.5, 1 - 1e-9, 1 - 0x3p-53, 1 - 0x1p-53] {
      let value = distribution.quantile(u)
      #expect(value >= distribution.minimum && value <= distribution.maximum)
      #expect(value.isFinite)
    }
    #expect(distribution.mean >= distribution.minimum)
    #expect(distribution.mean <= distribution.maximum)
  }

  @Test("a distribution is its variate, wrapped")
  func distributionForwards() {
    let gamma = Gamma(shape: 2, mean: 3)
    let wrapped = Distribution.gamma(gamma)
    #expect(wrapped.quantile(0.3) == gamma.quantile(0.3))
    #expect(wrapped.mean == gamma.mean)
    #expect(wrapped.variance == gamma.variance)
    #expect(wrapped == .gamma(Gamma(shape: 2, mean: 3)))
    #expect(wrapped != .gamma(Gamma(shape: 2, mean: 4)))
  }

  @Test("symmetric distributions are antithetic about their mean")
  func symmetricVariates() {
    let normal = Normal(mean: 0, standardDeviation: 2)
    let triangular = Triangular(lower: -1, mode: 0, upper: 1)
    let uniform = Uniform(lower: -3, upper: 3)
    let streams = RandomStreams(seed: 8, replication: 0)
    for entity in 0..<500 as Range<UInt64> {
      let u = streams.uniforms(.test, entity: entity, step: 0).first
      #expect(normal.quantile(1 - u) == -normal.quantile(u))
      #expect((triangular.quantile(1 - u) + triangular.quantile(u)).magnitude < 1e-15)
      #expect((uniform.quantile(1 - u) + uniform.quantile(u)).magnitude < 1e-15)
    }
  }

  @Test("lognormal and gamma by coefficient of variation have that coefficient")
  func coefficientOfVariation() {
    for coefficient in [0.01, 0.3, 1, 4] {
      let lognormal = Lognormal(mean: 7, coefficientOfVariation: coefficient)
      #expect((lognormal.mean - 7).magnitude < 1e-13)
      let relative = lognormal.variance.squareRoot() / lognormal.mean / coefficient
      #expect((relative - 1).magnitude < 1e-12)
      let gamma = Gamma(mean: 7, coefficientOfVariation: coefficient)
      #expect((gamma.variance.squareRoot() / 7 / coefficient - 1).magnitude < 1e-13)
    }
  }

  @Test(
    "the Poisson quantile steps exactly where the cumulative probability is passed",
    arguments: [0.01, 0.4, 3, 11.9, 12.1, 60, 150, 4000] as [Double])
  func poissonSteps(mean: Double) {
    let poisson = Poisson(mean: mean)
    // From the recurrence of the probabilities around the mean, normalised by their sum.
    let low = max(0, (mean - 5 * mean.squareRoot()).rounded(.down))
    var term = 1.0
    var terms = [term]
    for step in 1..<Int(10 * mean.squareRoot() + 30) {
      term *= mean / (low + Double(step))
      terms.append(term)
    }
    let total = terms.reduce(0, +)
    // What lies below the window, as the quantile itself sees it, is part of every sum: less than
    // 3e-7 of the whole. Steps are tried a millionth to either side.
    var cumulative = 0.0
    for (step, term) in terms.enumerated() {
      cumulative += term / total
      guard cumulative > 1e-3, cumulative < 0.999, term / total > 1e-5 else { continue }
      #expect(poisson.quantile(cumulative - 1e-6) == low + Double(step))
      #expect(poisson.quantile(cumulative + 1e-6) == low + Double(step) + 1)
    }
  }

  @Test("sample means are within five standard errors of the mean", arguments: examples)
  func sampleMeans(distribution: Distribution) {
    // Five standard errors fail a good generator once in 1.7 million; heavy tails make it a little
    // more. The seed is fixed.
    let count = 4000
    let streams = RandomStreams(seed: 2024, replication: 3)
    var sum = 0.0
    for entity in 0..<UInt64(count / 4) {
      let block = streams.uniforms(.test, entity: entity, step: 0)
      for index in 0..<4 { sum += distribution.quantile(block[index]) }
    }
    let error = (sum / Double(count) - distribution.mean).magnitude
    let standardError = (distribution.variance / Double(count)).squareRoot()
    #expect(error <= 5 * standardError + 1e-12 * distribution.mean.magnitude)
  }

  @Test("parameters outside their range are programming errors")
  func badParametersTrap() async {
    await #expect(processExitsWith: .failure) { _ = Uniform(lower: 1, upper: 0) }
    await #expect(processExitsWith: .failure) { _ = Exponential(mean: -1) }
    await #expect(processExitsWith: .failure) { _ = Gamma(shape: 0, mean: 1) }
    await #expect(processExitsWith: .failure) { _ = Poisson(mean: .nan) }
    await #expect(processExitsWith: .failure) {
      _ = ParetoTailedLognormal(
        logMean: 0, logStandardDeviation: 1, tailFrom: 2, tailExponent: 2, minimum: 0,
        maximum: .infinity)
    }
  }
}
