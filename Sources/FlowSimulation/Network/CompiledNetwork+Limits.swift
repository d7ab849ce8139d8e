import ElementaryFunctions
import RandomStreams
import TraffickingModel

/// What no scenario may ask of one replication: slips in a unit that would take hours or all
/// memory.
extension CompiledNetwork {
  /// The most consignments that a scenario may be expected to dispatch in one replication.
  public static let maximumConsignments = 1e8

  /// Refuses a scenario that would not end in a lifetime because of a slip in a unit.
  static func checkFlow(of contents: ScenarioContents) throws(ScenarioError) {
    let years = Double(contents.period.simulatedDays) / 365.25
    let counts = contents.supplies.indices.map { offset in
      let supply = contents.supplies[offset]
      let made = made(for: Supply.Index(offset), of: contents, years)
      return released(by: supply, of: contents, years, making: made)
        / supply.consignmentKilograms.mean
    }
    guard counts.reduce(0, +) > maximumConsignments,
      let largest = counts.indices.max(by: { counts[$0] < counts[$1] })
    else { return }
    throw ScenarioError(
      ScenarioProblem(
        pointer: "/supplies/\(contents.supplies[largest].id)",
        found: "found about \(counts[largest].rounded()) consignments in one replication",
        allowed: "at most \(Int(maximumConsignments)) consignments over all supplies",
        hint: "check the units: masses are in kilograms, rates per year"))
  }

  /// About what leaves a supply (kg), given what its laboratory makes.
  private static func released(
    by supply: Supply, of contents: ScenarioContents, _ years: Double, making made: Double = 0
  ) -> Double {
    let available =
      supply.initialStockKilograms + supply.productionKilogramsPerYear * (years + 1) + made
    let rate = min(1000, supply.releasePerYear * highestReleaseFactor(of: supply, in: contents))
    return available * min(1, rate * years)
  }

  /// At most what the laboratory of a supply makes (kg): by its capacity and by what is released of
  /// its inputs, unless these are made themselves.
  private static func made(
    for supply: Supply.Index, of contents: ScenarioContents, _ years: Double
  ) -> Double {
    guard let laboratory = contents.laboratories.first(where: { $0.supply == supply })
    else { return 0 }
    let days = Double(contents.period.simulatedDays)
    return laboratory.recipe.reduce(laboratory.capacityKilogramsPerDay * days) { least, input in
      let isMade = contents.laboratories.contains {
        contents.supplies[$0.supply].commodity == input.commodity
      }
      if isMade { return least }
      let sources = contents.supplies.filter { $0.commodity == input.commodity }
      let input =
        sources.reduce(0) { $0 + released(by: $1, of: contents, years) }
        / input.kilogramsPerKilogram
      return min(least, input)
    }
  }

  /// The most that prices can multiply the release of a supply with.
  private static func highestReleaseFactor(
    of supply: Supply, in contents: ScenarioContents
  ) -> Double {
    let limits = contents.markets.flatMap(\.demands)
      .filter { $0.commodity == supply.commodity }.compactMap { $0.response?.limitFactor }
    return Portable.power(limits.max() ?? 1, supply.releaseElasticity)
  }

  /// The most licit vehicles that a scenario may be expected to select for inspection in one
  /// replication.
  public static let maximumLicitVehicles = 1e8

  /// Refuses traffic that would keep a replication busy for hours because of a slip in a unit.
  static func checkTraffic(of scenario: Scenario) throws(ScenarioError) {
    let contents = scenario.contents
    var counts = [Double](repeating: 0, count: contents.checkpoints.count)
    for (number, stage) in scenario.stages.enumerated() {
      let end =
        number + 1 < scenario.stages.count ? scenario.stages[number + 1].from : contents.period.end
      let days = Double(max(0, end.dayNumber - stage.from.dayNumber))
      for (offset, checkpoint) in stage.contents.checkpoints.enumerated() {
        counts[offset] += days * checkpoint.licitVehiclesPerDay * checkpoint.inspectedShare
      }
    }
    guard counts.reduce(0, +) > maximumLicitVehicles,
      let largest = counts.indices.max(by: { counts[$0] < counts[$1] })
    else { return }
    throw ScenarioError(
      ScenarioProblem(
        pointer: "/checkpoints/\(contents.checkpoints[largest].id)",
        found: "found about \(counts[largest].rounded()) licit vehicles to inspect in one "
          + "replication",
        allowed: "at most \(Int(maximumLicitVehicles)) licit vehicles over all checkpoints",
        hint: "check the units: licit vehicles are per day"))
  }

  /// The most receptions of leads, batches of laboratories and moves of patrols together that a
  /// scenario may be expected to bring in one replication.
  public static let maximumRegularEvents = 1e8

  /// The most pairs of an agency and an organisation between which leads may lie: 32 bytes each.
  public static let maximumHoldings = 10_000_000

  /// Refuses leads, batches and moves that would keep a replication busy for hours.
  static func checkRegularEvents(of contents: ScenarioContents) throws(ScenarioError) {
    let days = Double(contents.period.simulatedDays)
    let channels = contents.intelligence?.exchanges ?? []
    var counts: [(pointer: String, count: Double)] = []
    for source in contents.intelligence?.sources ?? [] {
      let readers = channels.reduce(1) { $0 + $1.members.count }
      counts.append(
        (
          "/intelligence/sources/\(source.id)",
          source.leadsPerYear / 365.25 * days * Double(readers)
        ))
    }
    for laboratory in contents.laboratories {
      counts.append(("/laboratories/\(laboratory.id)", days / laboratory.batchDays))
    }
    for frontier in contents.frontiers {
      guard let deployment = frontier.deployment else { continue }
      counts.append(
        ("/frontiers/\(frontier.id)/deployment", days / deployment.redeploymentDays))
    }
    let holdings = contents.agencies.count * contents.organisations.count
    if contents.intelligence != nil, holdings > maximumHoldings {
      throw ScenarioError(
        ScenarioProblem(
          pointer: "/intelligence",
          found: "found \(contents.agencies.count) agencies that may hold leads on "
            + "\(contents.organisations.count) organisations",
          allowed: "at most \(maximumHoldings) pairs", hint: "merge agencies or organisations"))
    }
    guard counts.reduce(0, { $0 + $1.count }) > maximumRegularEvents,
      let largest = counts.max(by: { $0.count < $1.count })
    else { return }
    throw ScenarioError(
      ScenarioProblem(
        pointer: largest.pointer,
        found: "found about \(largest.count.rounded()) events of it in one replication",
        allowed: "at most \(Int(maximumRegularEvents)) leads received, batches and moves of "
          + "patrols together",
        hint: "check the units: leads are per year, batches and moves in days"))
  }
}
