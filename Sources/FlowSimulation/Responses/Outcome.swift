/// What one replication came to: plain numbers in the order of an `OutcomeLayout`.
///
/// A number that is not defined in a replication, such as the mean of no seizures, is NaN; readers
/// turn it into a missing value.
public struct Outcome: Sendable, Equatable {
  /// One value for each response column.
  public var responses: [Double]
  /// By reported month, series and commodity.
  public var monthly: [Double]
  /// By reported month and frontier: mass that set out across it (kg).
  public var monthlyCrossings: [Double]
  /// By reported month and incident of the layout.
  public var monthlyIncidents: [Double]
  /// Four numbers for each corridor, in the order of `CorridorMeasure`.
  public var corridors: [Double]
  /// How many events happened.
  public var eventCount: Int
  /// How far the books are from balancing, relative.
  public var massBalanceResidual: Double
  /// Consignments without exactly one outcome that are not on the way either.
  public var unaccountedConsignments: Int
}
