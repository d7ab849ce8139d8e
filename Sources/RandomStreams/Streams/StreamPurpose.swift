/// What a block of draws is for; the purpose is part of the block's name.
///
/// Append only. A number once given is never changed and never given again, not even after its
/// purpose is gone, because it decides which luck an entity has: old seeds must go on meaning what
/// they meant.
public enum StreamPurpose: UInt64, CaseIterable, Sendable {
  /// The random intensity of a supply in a month.
  ///
  /// Entity: the supply; step: the period.
  case supplyIntensity = 1

  /// The time from one dispatch to the next.
  ///
  /// Entity: the supply; step: the dispatch.
  case dispatchTime = 2

  /// Mass, organisation and market of a consignment.
  ///
  /// Entity: the consignment; step: 0, or further blocks where four draws are too few.
  case consignmentAttributes = 3

  /// One hop of a consignment: route choice, duration, detection and what follows it.
  ///
  /// Entity: the consignment; step: the hop.
  case hop = 4

  /// How a consignment is divided at a hub.
  ///
  /// Entity: the consignment; step: the hop.
  case split = 5

  /// Tests and benchmarks; never used in a simulation.
  case test = 255
}
