import SensitivityAnalysis

/// One index of one input, with its interval.
public struct SensitivityRow: Sendable, Equatable {
  /// What kind of index it is.
  public enum Index: String, Sendable, CaseIterable {
    /// Share of the variance that the input explains alone (Sobol').
    case firstOrder = "S1"
    /// Share of the variance in which the input has a part (Sobol').
    case total = "ST"
    /// Share of the variance that two inputs explain only together (Sobol').
    case secondOrder = "S2"
    /// Mean elementary effect (Morris), of the whole range of the input.
    case meanEffect = "mu"
    /// Mean absolute elementary effect (Morris), of the whole range of the input.
    case meanAbsoluteEffect = "mu_star"
    /// Standard deviation of the elementary effects (Morris).
    case effectDeviation = "sigma"
    /// The mean absolute effect that noise alone gives an input.
    case noiseFloor = "mu_star_noise"
    /// Partial rank correlation coefficient.
    case partialRankCorrelation = "prcc"
    /// Rank correlation (Spearman).
    case rankCorrelation = "spearman"
    /// Median distance of conditional distributions (PAWN).
    case distance = "pawn_median"
    /// Share of the variance of a row's mean that is Monte Carlo noise.
    case noiseShare = "noise"

    /// What it is, in a line for people.
    public var meaning: String {
      switch self {
      case .firstOrder: "share of the variance that it explains alone"
      case .total: "share of the variance in which it has a part"
      case .secondOrder: "share of the variance that two explain only together"
      case .meanEffect: "mean effect of the whole range"
      case .meanAbsoluteEffect: "mean absolute effect of the whole range"
      case .effectDeviation: "standard deviation of the effects: interaction and curvature"
      case .noiseFloor: "mean absolute effect that noise alone would show"
      case .partialRankCorrelation: "rank correlation, the other inputs taken off"
      case .rankCorrelation: "rank correlation"
      case .distance: "median distance between conditional distributions"
      case .noiseShare: "share of Monte Carlo noise in the variance of a point's mean"
      }
    }
  }

  /// The input, `a * b` for two, `(dummy)` for one that the model does not have, `(all)` for what
  /// is said of the response as a whole.
  public var input: String
  /// The index.
  public var index: Index
  /// The estimate and its interval.
  public var estimate: IndexEstimate

  /// The name of the input that the model does not have: what it shows is the error of sampling.
  public static let dummy = "(dummy)"
  /// The name for all inputs together.
  public static let all = "(all)"

  init(_ input: String, _ index: Index, _ estimate: IndexEstimate) {
    self.input = input
    self.index = index
    self.estimate = estimate
  }

  init(_ input: String, _ index: Index, _ value: Double) {
    self.init(input, index, IndexEstimate(value, interval: nil))
  }
}
