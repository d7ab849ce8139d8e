import Experiments
import FlowSimulation
import OutputStatistics
import ScenarioFormat
import TraffickingModel

/// How long a wanted precision takes: what a faster loop and common random numbers are for.
public struct PrecisionLoad {
  private let base: CompiledNetwork
  private let variant: CompiledNetwork
  /// The response, such as the heroin delivered.
  private let column: String
  private let workers: Int

  /// The half-width asked for, over what is estimated.
  public static let target = 0.01
  private static let level = 0.95

  /// The load of a scenario and of the same with a policy.
  ///
  /// - Parameters:
  ///   - base: the scenario file.
  ///   - variant: the file with the policy, which extends the scenario.
  ///   - commodity: whose deliveries are looked at.
  public init(base: String, variant: String, commodity: String, workers: Int) throws {
    self.init(
      base: try CompiledNetwork(ScenarioDocument(path: base).scenario),
      variant: try CompiledNetwork(ScenarioDocument(path: variant).scenario),
      commodity: commodity, workers: workers)
  }

  /// The load of two networks.
  public init(base: CompiledNetwork, variant: CompiledNetwork, commodity: String, workers: Int) {
    self.base = base
    self.variant = variant
    self.workers = workers
    column = ResponseColumn.name(of: .deliveredKilograms, members: [commodity])
  }

  /// Runs replications until the mean is known to 1 per cent, or to the cap; then the same with
  /// control variates.
  ///
  /// - Returns: replications of the plain run as operations; the check is the half-width over its
  ///   mean.
  public func response(cap: Int) throws -> WorkDone {
    let layout = OutcomeLayout(of: base)
    guard let column = layout.columns.firstIndex(where: { $0.name == column }) else {
      throw LoadError("the scenario has no response \(column)")
    }
    let target = PrecisionTarget(column: column, rule: PrecisionRule(relativeTarget: Self.target))
    let stopwatch = Stopwatch()
    let result = try run(base, seed: 1, .precision([target], cap: cap))
    let time = stopwatch.reading
    let tally = result.tallies[column]
    let again = Stopwatch()
    let controlled = try run(base, seed: 1, .precision([target], cap: cap), usesControls: true)
    let controlledTime = again.reading
    var checksum = Checksum()
    checksum.add(tally.mean)
    checksum.add(controlled.estimate(ofColumn: column)?.mean ?? -1)
    let width = tally.confidenceInterval(level: Self.level).map { $0.halfWidth / abs(tally.mean) }
    return WorkDone(
      operations: result.replicationCount, checksum: checksum.value, time: time, check: width,
      figures: [
        Figure("mean of \(self.column)", tally.mean, "kg"),
        Figure("replications for 1 %", Double(result.replicationCount)),
        Figure("time for 1 %", time.seconds, "s"),
        Figure(
          "replications for 1 %, control variates", Double(controlled.replicationCount)),
        Figure("time for that", controlledTime.seconds, "s"),
      ])
  }

  /// Runs pairs of replications under common random numbers and says how many of them, and how many
  /// independent ones, it takes to know the difference to 1 per cent of the response, and to 1 per
  /// cent of itself.
  ///
  /// - Returns: pairs as operations; the check is the variance ratio.
  public func effect(pairs: Int) throws -> WorkDone {
    let stopwatch = Stopwatch()
    let comparison = Comparison(
      base: try run(base, seed: 1, .fixed(pairs)), variant: try run(variant, seed: 1, .fixed(pairs))
    )
    let time = stopwatch.reading
    guard let row = comparison.rows.first(where: { $0.column.name == column }),
      let interval = row.difference.summary.interval,
      let ratio = row.difference.varianceRatio
    else { throw LoadError("the difference of \(column) has no spread") }
    let mean = row.difference.summary.mean
    var checksum = Checksum()
    checksum.add(mean)
    let secondsOfPair = time.seconds / Double(pairs)
    // The half-width falls with the square root of the number of pairs.
    let needed = { (scale: Double, name: String) -> [Figure] in
      let shortfall = interval.halfWidth / (Self.target * abs(scale))
      let paired = max(2, (Double(pairs) * shortfall * shortfall).rounded(.up))
      let independent = max(2, (Double(pairs) * shortfall * shortfall * ratio).rounded(.up))
      return [
        Figure("pairs for 1 % of the \(name), common random numbers", paired),
        Figure("time for that", paired * secondsOfPair, "s"),
        Figure("pairs for 1 % of the \(name), independent", independent),
        Figure("time for that", independent * secondsOfPair, "s"),
      ]
    }
    return WorkDone(
      operations: pairs, checksum: checksum.value, time: time, check: ratio,
      figures: [
        Figure("mean of \(column)", row.baseMean, "kg"),
        Figure("effect of the policy", mean, "kg"),
        Figure("its half-width now", interval.halfWidth, "kg"),
      ] + needed(row.baseMean, "response") + needed(mean, "effect"))
  }

  private func run(
    _ network: CompiledNetwork, seed: UInt64, _ stopping: StoppingRule, usesControls: Bool = false
  ) throws -> BatchResult {
    var plan = BatchPlan(seed: seed, stopping: stopping, workerCount: workers)
    plan.usesControls = usesControls
    return try ReplicationBatch(of: network, plan: plan, confidenceLevel: Self.level).run()
  }
}
