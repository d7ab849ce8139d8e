import TraffickingModel

/// One event of a replication as a reader sees it: what it was, whom it concerned, what came of it.
public struct ReplicationStep: Sendable, Equatable {
  /// Whom or what it concerned.
  public struct Entity: Sendable, Equatable {
    /// As what, such as `corridor` or `by`.
    public var role: String
    /// The id in the scenario.
    public var id: String
  }

  /// The consignment that it concerned, as it was before, or as it set out.
  public struct Shipment: Sendable, Equatable {
    /// The name of its random streams: the same from its dispatch to its end, and by no other.
    public var name: UInt64
    /// Whose it is.
    public var organisation: String
    /// What it is.
    public var commodity: String
    /// Where it goes; `nil` under fixed routing.
    public var market: String?
    /// How much it is (kg).
    public var kilograms: Double
  }

  /// Something that was counted because of it.
  public struct Count: Sendable, Equatable {
    /// A monthly series such as `seized_kg`, or an incident such as `arrests`.
    public var name: String
    /// Of which commodity, of a series.
    public var commodity: String?
    /// How much, or how often.
    public var amount: Double
  }

  /// When it happened (days from the start of the simulation).
  public var day: Double
  /// On which day.
  public var date: CivilDate
  /// Its kind, such as `arrival`; words joined by hyphens.
  public var event: String
  /// The consignment, of events that concern one.
  public var shipment: Shipment?
  /// Whom or what it concerned, and where the consignment went.
  public var entities: [Entity] = []
  /// What came of a consignment, such as `seized`; `nil` of other events.
  public var outcome: String?
  /// What was counted.
  public var counts: [Count] = []
}
