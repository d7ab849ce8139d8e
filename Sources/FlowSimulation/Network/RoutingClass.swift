import TraffickingModel

/// Consignments that choose alike: one organisation, one commodity, one market.
///
/// Under fixed routing there is no market to head for and `market` is `nil`.
public struct RoutingClass: Hashable, Sendable, BitwiseCopyable {
  /// Who moves.
  public var organisation: Organisation.Index
  /// What is moved.
  public var commodity: Commodity.Index
  /// Where to.
  public var market: Market.Index?
}
