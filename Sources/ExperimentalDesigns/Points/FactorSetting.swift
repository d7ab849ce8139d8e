/// What a design says about one factor at one point.
public enum FactorSetting: Equatable, Sendable {
  /// The factor stays as the scenario has it.
  case nominal

  /// The factor takes one of its listed levels, counted from 0.
  case level(Int)

  /// The factor takes the quantile of its distribution at this probability, in [0, 1].
  ///
  /// Which of 0 and 1 can occur is said by ``QuantileDesign/reachedExtremes``.
  case quantile(Double)
}
