/// What can be said of the indices before anything is run.
extension SweepSensitivity {
  /// Which indices an experiment will not have, whatever comes out of it, a sentence each.
  public static func remarks(before experiment: Experiment) -> [String] {
    let hasOneRun = experiment.replications == .fixed(1)
    switch experiment.design.kind {
    case .saltelli, .morris, .fourierAmplitude:
      return hasOneRun && !experiment.hasCommonRandomNumbers
        ? [
          "No indices: one replication with luck of its own at each point leaves noise that cannot "
            + "be told from effects"
        ] : []
    case .spread:
      return remarks(on: experiment.factors, pointCount: experiment.design.pointCount)
    case .plain, .list: return []
    }
  }

  private static func remarks(on factors: [Factor], pointCount: Int) -> [String] {
    if let factor = factors.first(where: \.hasNoOrder) {
      return ["No indices: the words of the factor \"\(factor.id)\" have no order"]
    }
    if let factor = factors.first(where: \.hasOneValue) {
      return ["No indices: the factor \"\(factor.id)\" has one value"]
    }
    let least = GivenDataRows.leastPoints(forCorrelationsOf: factors.count)
    var missing: [String] = []
    if pointCount < least { missing.append("no rank correlations below \(least) points") }
    if pointCount < GivenDataRows.leastPoints {
      missing.append("no PAWN below \(GivenDataRows.leastPoints)")
    }
    return missing.isEmpty
      ? [] : ["\(pointCount) points are too few: " + missing.joined(separator: ", ")]
  }
}
