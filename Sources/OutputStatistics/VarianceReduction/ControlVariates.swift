/// A mean made more precise by quantities whose expected values are known.
///
/// A control is something observed in every replication, correlated with the response, of which
/// theory gives the mean: what it lies above its mean by chance is taken out of the response, by
/// the least-squares coefficients. The interval is exact for normal responses and controls.
/// Source: Lavenberg and Welch, Management Science 27 (1981) 322-335.
///
/// The coefficients cost degrees of freedom: with q controls in n replications the gain shrinks by
/// about (n - 2) / (n - q - 2), so weak controls do harm.
public struct ControlVariates: Sendable, Equatable {
  /// How many replications there were.
  public let count: Int
  /// By control: how much of its deviation is taken out, in units of the response per unit.
  public let coefficients: [Double]
  /// The adjusted mean.
  public let mean: Double
  /// The estimated standard deviation of the adjusted mean.
  public let standardError: Double
  /// The interval by Student's t with count - 1 - number of controls degrees of freedom.
  public let interval: ConfidenceInterval
  /// How many times larger the variance of the plain mean is, as estimated from the same
  /// replications.
  ///
  /// Below 1 where weak controls do harm; beyond 1e20 or infinite when the controls explain the
  /// response wholly, but for rounding; `nil` when it never varies.
  public let varianceRatio: Double?

  /// The adjusted mean of `responses`.
  ///
  /// - Parameters:
  ///   - responses: one for each replication.
  ///   - controls: for each control, its values in the same replications; at least one control.
  ///   - expected: the known mean of each control.
  ///   - level: the coverage of the interval, strictly between 0 and 1.
  /// - Throws: when there are fewer replications than controls + 2, or when a control is constant
  ///   or follows from others, up to rounding.
  ///
  /// Lists of unequal length and numbers that are not finite are programming errors. The cost grows
  /// as replications times the square of the number of controls.
  public init(
    responses: [Double], controls: [[Double]], expected: [Double], level: Double
  ) throws(VarianceReductionError) {
    precondition(!controls.isEmpty && controls.count == expected.count, "one mean a control")
    precondition(
      controls.allSatisfy { $0.count == responses.count }, "one value a replication")
    precondition(expected.allSatisfy(\.isFinite), "a known mean is not finite")
    precondition(level > 0 && level < 1, "level \(level) is not between 0 and 1")
    let degrees = responses.count - 1 - controls.count
    guard degrees >= 1 else {
      throw .tooFewReplications(found: responses.count, needed: controls.count + 2)
    }
    let plain = Tally(responses)
    let basis = try OrthogonalControls(controls)
    var residuals = responses.map { $0 - plain.mean }
    let weights = basis.project(&residuals)
    coefficients = basis.coefficients(ofWeights: weights)
    // In coordinates of the basis the controls' means lie off by `offset`.
    let offset = basis.coordinates(of: zip(basis.means, expected).map { $0 - $1 })
    count = responses.count
    mean = plain.mean - zip(weights, offset).reduce(0) { $0 + $1.0 * $1.1 }
    let squares = residuals.reduce(0) { $0 + $1 * $1 }
    let leverage = 1 / Double(count) + offset.reduce(0) { $0 + $1 * $1 }
    let variance = squares / Double(degrees) * leverage
    standardError = variance.squareRoot()
    let factor = StudentT.quantile(0.5 + 0.5 * level, degreesOfFreedom: Double(degrees))
    interval = ConfidenceInterval(level: level, center: mean, halfWidth: factor * standardError)
    let plainVariance = plain.variance / Double(count)
    varianceRatio = plainVariance == 0 ? nil : plainVariance / variance
  }

  /// The mean of `responses`, adjusted by those of the candidates that are of use; `nil` when none
  /// is, or when there are too few replications for their coefficients.
  ///
  /// A candidate that never varies, or follows from those before it, is left out. Each control must
  /// be matched by ten replications: with fewer the coefficients cost more than they bring.
  public init?(
    responses: [Double], candidates: [[Double]], expected: [Double], level: Double
  ) {
    var (controls, means) = (candidates, expected)
    while !controls.isEmpty {
      do throws(VarianceReductionError) {
        self = try ControlVariates(
          responses: responses, controls: controls, expected: means, level: level)
        if responses.count < Self.replicationsPerControl * controls.count { return nil }
        return
      } catch .constantControl(let index), .collinearControl(let index) {
        controls.remove(at: index)
        means.remove(at: index)
      } catch {
        return nil
      }
    }
    return nil
  }

  private static let replicationsPerControl = 10
}
