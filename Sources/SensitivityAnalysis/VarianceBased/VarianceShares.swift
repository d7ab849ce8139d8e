/// Of which variance indices are shares.
public enum VarianceShares: String, Sendable, Equatable, CaseIterable, CustomStringConvertible {
  /// Of the variance of the output of a deterministic model.
  case ofOutput

  /// Of the variance of the expected output, the noise of the runs taken off.
  case ofExpectedOutput

  /// Of the variance of the output among runs of the same luck, averaged over luck.
  ///
  /// What inputs do in interplay with luck counts; what luck does alone does not. Times 1 less the
  /// noise share they are shares of the total variance, noise included.
  case atEqualLuck

  /// Of the variance of the output among runs that all have one and the same luck.
  ///
  /// Another luck gives other shares, and nothing tells how different ones.
  case atOneLuck

  /// In words, to follow "shares".
  public var description: String {
    switch self {
    case .ofOutput: "of the variance of the output"
    case .ofExpectedOutput: "of the variance of the expected output, the noise of runs taken off"
    case .atEqualLuck:
      "of the variance among runs of equal luck; times (1 - noise share) they are shares of the "
        + "total variance, noise included"
    case .atOneLuck:
      "of the variance among runs that all have this one luck; another luck gives other shares"
    }
  }
}
