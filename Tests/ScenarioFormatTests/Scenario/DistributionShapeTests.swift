import RandomStreams
import ScenarioFormat
import Testing
import TraffickingModel

/// The distributions that a scenario may name.
@Suite("Distributions in scenarios")
struct DistributionShapeTests {
  private func distribution(_ text: String) throws -> Distribution {
    let patch = "{\"supplies\": {\"field\": {\"consignmentKilograms\": \(text)}}}"
    return try MinimalScenario.contents(patch).supplies[0].consignmentKilograms
  }

  @Test(
    "Each kind is read with its parameters",
    arguments: [
      ("3", Distribution.deterministic(Deterministic(3))),
      (#"{"value": 3, "low": 1, "high": 4}"#, .deterministic(Deterministic(3))),
      (#"{"uniform": {"lower": 1, "upper": 2}}"#, .uniform(Uniform(lower: 1, upper: 2))),
      (#"{"exponential": {"mean": 4}}"#, .exponential(Exponential(mean: 4))),
      (#"{"gamma": {"shape": 2, "mean": 4}}"#, .gamma(Gamma(shape: 2, mean: 4))),
      (
        #"{"lognormal": {"mean": 4, "coefficientOfVariation": 0.5}}"#,
        .lognormal(Lognormal(mean: 4, coefficientOfVariation: 0.5))
      ),
      (
        #"{"lognormal": {"logMean": -1, "logStandardDeviation": 0.5}}"#,
        .lognormal(Lognormal(logMean: -1, logStandardDeviation: 0.5))
      ),
      (
        #"{"triangular": {"lower": 1, "mode": 1, "upper": 3}}"#,
        .triangular(Triangular(lower: 1, mode: 1, upper: 3))
      ),
      (
        """
        {"paretoTailedLognormal": {"logMean": 0.2, "logStandardDeviation": 1.5, "minimum": 0.1,
          "tailFrom": 20, "tailExponent": 1.4, "maximum": 1000}}
        """,
        .paretoTailedLognormal(
          ParetoTailedLognormal(
            logMean: 0.2, logStandardDeviation: 1.5, tailFrom: 20, tailExponent: 1.4,
            minimum: 0.1, maximum: 1000))
      ),
    ])
  func kinds(text: String, expected: Distribution) throws {
    #expect(try distribution(text) == expected)
  }

  @Test("Parameters may be annotated, each on its own")
  func annotatedParameters() throws {
    let read = try distribution(
      #"{"gamma": {"shape": {"value": 2, "low": 1, "high": 3}, "mean": 4}, "note": "n"}"#)
    #expect(read == .gamma(Gamma(shape: 2, mean: 4)))
  }

  @Test("A stay may be nothing, a mass may not")
  func zero() throws {
    let place = #"{"places": {"target": {"holdingDays": 0}}}"#
    #expect(
      try MinimalScenario.contents(place).places[1].holdingDays
        == .deterministic(Deterministic(0)))
    #expect(throws: ScenarioError.self) { try distribution("0") }
  }

  /// Every combination of extreme parameters that the format lets pass.
  private static let extremes: [String] = {
    let ends = ["1e-6", "1", "1e9"]
    let factors = ["0.001", "1", "100"]
    var texts = ends.map { "{\"exponential\": {\"mean\": \($0)}}" }
    for mean in ends {
      for factor in factors {
        texts.append(
          "{\"lognormal\": {\"mean\": \(mean), \"coefficientOfVariation\": \(factor)}}")
      }
      for shape in ["0.05", "1", "1e6"] {
        texts.append("{\"gamma\": {\"shape\": \(shape), \"mean\": \(mean)}}")
      }
    }
    for logMean in ["-14", "0", "21"] {
      for deviation in ["0.001", "1", "10"] {
        let body = "\"logMean\": \(logMean), \"logStandardDeviation\": \(deviation)"
        texts.append("{\"lognormal\": {\(body)}}")
        for bounds in [
          ("1e-6", "2e-6", "1e9"), ("1e-6", "1", "1.0000000000000002"), ("1", "2", "3"),
          ("1e-6", "9e8", "1e9"), ("1e8", "9e8", "1e9"), ("1", "1.0000000000000002", "1e9"),
        ] {
          for exponent in factors {
            texts.append(
              "{\"paretoTailedLognormal\": {\(body), \"minimum\": \(bounds.0), "
                + "\"tailFrom\": \(bounds.1), \"tailExponent\": \(exponent), "
                + "\"maximum\": \(bounds.2)}}")
          }
        }
      }
    }
    return texts
  }()

  @Test("Extreme parameters are refused, or give finite values between the bounds")
  func extremeParameters() throws {
    var refusals = 0
    for text in Self.extremes {
      guard let read = try? distribution(text) else {
        refusals += 1
        continue
      }
      #expect(read.mean > 0 && read.mean < .infinity, "\(text): mean \(read.mean)")
      #expect(
        read.mean >= read.minimum && read.mean <= read.maximum,
        "\(text): mean \(read.mean) of \(read.minimum) to \(read.maximum)")
      for u in [0x1p-53, 1e-9, 0.5, 1 - 1e-9, 1 - 0x1p-53] {
        let value = read.quantile(u)
        #expect(
          value >= read.minimum && value <= read.maximum && value < .infinity, "\(text): \(value)")
      }
    }
    #expect(Self.extremes.count > 150 && refusals < Self.extremes.count / 2)
  }
}
