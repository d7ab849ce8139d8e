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
  }
}
