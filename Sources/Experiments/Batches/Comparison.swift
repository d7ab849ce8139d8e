import FlowSimulation
import OutputStatistics

/// Two batches under common random numbers, response by response.
public struct Comparison: Sendable {
  /// One response that both scenarios have.
  public struct Row: Sendable {
    /// The response.
    public var column: ResponseColumn
    /// Its mean in the base.
    public var baseMean: Double
    /// Its mean in the variant.
    public var variantMean: Double
    /// Variant minus base, over the replications in which both are defined.
    public var difference: PairedDifference
  }

  /// Kilograms of a commodity that a variant keeps from the markets, and what they have cost.
  public struct Prevention: Sendable {
    /// The id of the commodity.
    public var commodity: String
    /// Base minus variant of what was delivered, is on the way or is in stock at the end (kg): what
    /// is merely delayed is not prevented.
    public var kilograms: PairedDifference
    /// The whole extra cost of the variant's policies (USD) over these kilograms; `nil` when there
    /// is no cost or the interval of the kilograms does not lie above zero.
    public var costPerKilogram: ConfidenceInterval?
  }

  /// The responses that both scenarios have and that are defined in at least one common
  /// replication, in the order of the base; then incidents that only the variant knows.
  public let rows: [Row]
  /// What the variant keeps from the markets, by commodity; each line bears the whole cost.
  public let preventions: [Prevention]
  /// The extra cost of the variant's policies over those of the base (USD).
  public let extraCost: Double
  /// How many replications are compared.
  public let replicationCount: Int

  /// Compares two batches of the same seed, replication by replication; of plain batches, whose
  /// replications are independent of each other.
  public init(base: BatchResult, variant: BatchResult) {
    precondition(
      !base.isAntithetic && !variant.isAntithetic, "replications of a comparison are independent")
    let pairs = ReplicationPairs(base: base, variant: variant)
    replicationCount = pairs.count
    let known = Set(base.layout.incidents)
    let columns =
      base.layout.columns
      + variant.layout.columns.filter { column in
        column.response == .incidents && !known.contains { $0.name == column.members[0] }
      }
    rows = columns.compactMap { column in
      let (first, second) = pairs.values(of: column)
      if first.isEmpty { return nil }
      return Row(
        column: column, baseMean: Tally(first).mean,
        variantMean: Tally(second).mean,
        difference: PairedDifference(base: first, variant: second, level: base.confidenceLevel))
    }
    let cost = Comparison.policyCost(of: variant) - Comparison.policyCost(of: base)
    extraCost = cost
    preventions = base.layout.commodities.compactMap { commodity in
      Comparison.prevention(of: commodity, pairs, cost: cost, level: base.confidenceLevel)
    }
  }

  /// What all policies of a scenario cost together; no luck is in it.
  private static func policyCost(of result: BatchResult) -> Double {
    result.layout.columns.indices
      .filter { result.layout.columns[$0].response == .policyCost }
      .reduce(0) { $0 + result.tallies[$1].mean }
  }

  private static func prevention(
    of commodity: String, _ pairs: ReplicationPairs, cost: Double, level: Double
  ) -> Prevention? {
    let places: [Response] = [.deliveredKilograms, .inTransitKilograms, .stockKilograms]
    let names = places.map { ResponseColumn.name(of: $0, members: [commodity]) }
    let (base, variant) = pairs.values(of: names)
    if base.isEmpty || base == variant { return nil }
    // Variant minus base of what is not there any more is base minus variant of what is.
    let kilograms = PairedDifference(
      base: base.map { -$0 }, variant: variant.map { -$0 }, level: level)
    var price: ConfidenceInterval?
    if cost > 0, let interval = kilograms.summary.interval, interval.lower > 0 {
      let (dear, cheap) = (cost / interval.lower, cost / interval.upper)
      price = ConfidenceInterval(
        level: level, center: (dear + cheap) / 2, halfWidth: (dear - cheap) / 2)
    }
    return Prevention(commodity: commodity, kilograms: kilograms, costPerKilogram: price)
  }
}
