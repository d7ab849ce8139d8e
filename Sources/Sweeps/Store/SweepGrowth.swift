import ScenarioFormat

/// What keeps a sweep in a folder from going on as an experiment whose numbers are the same but
/// which asks for another amount of them.
///
/// More or fewer replications, another precision or selection and other words need nothing; what is
/// there is used, even where a goal that is reached sooner would not have asked for it. A
/// design may grow at its end if there is one scenario, since the points of the others would get
/// other numbers, and if its first points stay what they are. A shard stays one only if its units
/// are dealt out as before.
struct SweepGrowth {
  let folder: String
  let found: SweepIdentity
  let own: SweepIdentity
  let experiment: Experiment

  /// The member by which a design grows at its end; `nil` of one that does not.
  ///
  /// Of several randomisations each stays as it is, and others come behind them.
  static func growingMember(of design: ExperimentDesign) -> String? {
    design.randomisationCount > 1 ? "randomisations" : growingMembers[design.name]
  }

  /// A full grid and changes one at a time follow from the levels of the factors and do not grow.
  private static let growingMembers = [
    "list": "points", "latinHypercube": "doublings", "sobol": "points", "halton": "points",
    "morris": "trajectories", "saltelli": "basePoints", "fourierAmplitude": "repetitions",
  ]

  /// What the folder holds that does not fit, in words; `nil` when it can be continued.
  ///
  /// Takes as long as laying out all points that both have, twice, if the design is another.
  func obstacle() -> String? {
    if found.files == own.files { return nil }
    if found.dealing != own.dealing {
      return "\(found.shard.words) of a sweep whose units are dealt out by "
        + "\(found.dealing?.rawValue ?? "themselves"), and now by "
        + "\(own.dealing?.rawValue ?? "themselves"), as the replications asked for have it"
    }
    if found.pointCount != own.pointCount {
      if experiment.scenarios.count > 1 {
        return "a design of another size, and with more than one scenario its points would get "
          + "other numbers"
      }
      if own.dealing == .units, max(found.replicationLimit, own.replicationLimit) > 1 {
        return "a shard of a design of another size, whose units are dealt out otherwise"
      }
    }
    let file = folder + "/" + SweepFolder.experimentName
    guard let node = try? JSONReader.read(path: file) else { return unreadable }
    if node["design"] == experiment.node["design"] { return nil }
    guard let old = try? ExperimentReader.read(path: file),
      old.scenarios.count == experiment.scenarios.count,
      old.factors.count == experiment.factors.count
    else { return unreadable }
    let count = min(old.design.pointCount, experiment.design.pointCount)
    let isPrefix = (0..<count).allSatisfy { point in
      let unit = SweepUnit(point: point, replication: 0)
      return old.luck(of: unit) == experiment.luck(of: unit)
        && old.design.values(ofPoint: point, factors: old.factors)
          == experiment.design.values(ofPoint: point, factors: experiment.factors)
    }
    return isPrefix ? nil : "a design whose points are other ones"
  }

  private var unreadable: String { "a design that its experiment.json does not tell any more" }
}
