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

  /// What kilograms prevented have cost: one for each commodity of which delivery differs.
  public struct Price: Sendable {
    /// The id of the commodity.
    public var commodity: String
    /// Kilograms less delivered, mean.
    public var preventedKilograms: Double
    /// The extra cost of the variant's policies (USD) over kilograms prevented; `nil` when the
    /// interval of the latter does not lie above zero.
    public var perKilogram: Double?
    /// The interval of that price: the cost over either end of the interval of kilograms.
    public var interval: (lower: Double, upper: Double)?
  }

  /// The extra cost of the variant's policies over those of the base (USD).
  public let extraCost: Double
  /// What it bought, by commodity.
  public let prices: [Price]
  /// The responses that both scenarios have and that are defined in at least one common
  /// replication, in the order of the base.
  public let rows: [Row]

  /// Compares two batches of the same seed, replication by replication.
  public init(base: BatchResult, variant: BatchResult) {
    var columns: [String: Int] = [:]
    for (number, column) in variant.layout.columns.enumerated() { columns[column.name] = number }
    let count = min(base.replicationCount, variant.replicationCount)
    var rows = [Row]()
    for (number, column) in base.layout.columns.enumerated() {
      guard let other = columns[column.name] else { continue }
      var pairs = (base: [Double](), variant: [Double]())
      for replication in 0..<count {
        if let first = base.response(number, replication: replication),
          let second = variant.response(other, replication: replication)
        {
          pairs.base.append(first)
          pairs.variant.append(second)
        }
      }
      if pairs.base.isEmpty { continue }
      rows.append(
        Row(
          column: column, baseMean: Tally(pairs.base).mean,
          variantMean: Tally(pairs.variant).mean,
          difference: PairedDifference(
            base: pairs.base, variant: pairs.variant, level: base.confidenceLevel)))
    }
    self.rows = rows
    let cost = Comparison.policyCost(of: variant) - Comparison.policyCost(of: base)
    extraCost = cost
    prices = rows.filter { $0.column.response == .deliveredKilograms }
      .compactMap { Comparison.price(of: $0, cost: cost) }
  }

  /// What all policies of a scenario cost together; no luck is in it.
  private static func policyCost(of result: BatchResult) -> Double {
    result.layout.columns.indices
      .filter { result.layout.columns[$0].response == .policyCost }
      .reduce(0) { $0 + result.tallies[$1].mean }
  }

  private static func price(of row: Row, cost: Double) -> Price? {
    let difference = row.difference.summary
    guard cost > 0, difference.minimum != 0 || difference.maximum != 0 else { return nil }
    var price = Price(
      commodity: row.column.members[0], preventedKilograms: -difference.mean)
    if let interval = difference.interval, interval.upper < 0 {
      price.perKilogram = cost / -difference.mean
      price.interval = (lower: cost / -interval.lower, upper: cost / -interval.upper)
    }
    return price
  }
}
