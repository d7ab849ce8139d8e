import RandomStreams
import TraffickingModel

/// What happens at a place.
struct CompiledPlace: Sendable {
  /// How long a consignment stays (days); `nil` for not at all.
  var holdingDays: Distribution?
  /// Consignments heavier than this are divided (kg); infinite where they are not.
  var splitAboveKilograms: Double
  /// The largest part (kg).
  var partKilograms: Double
  /// Under fixed routing, the market that ends every consignment here.
  var terminalMarket: Int32

  static func places(of contents: ScenarioContents) -> [CompiledPlace] {
    contents.places.indices.map { offset in
      let place = contents.places[offset]
      let market = contents.markets.firstIndex { $0.place.offset == offset }
      return CompiledPlace(
        holdingDays: place.holdingDays,
        splitAboveKilograms: place.split?.aboveKilograms ?? .infinity,
        partKilograms: place.split?.partKilograms ?? .infinity,
        terminalMarket: contents.routing == .fixed ? Int32(market ?? -1) : -1)
    }
  }
}
