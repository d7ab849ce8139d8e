import RandomStreams
import TraffickingModel

/// What happens at a place.
struct CompiledPlace: Sendable, BitwiseCopyable {
  /// Consignments heavier than this are divided (kg); infinite where they are not.
  var splitAboveKilograms: Double
  /// The largest part (kg).
  var partKilograms: Double
  /// The distribution of how long a consignment stays, or -1 where it goes on at once.
  var holdingDistribution: Int32
  /// Under fixed routing, the market that ends every consignment here, or -1.
  var terminalMarket: Int32

  /// The places of a scenario, and the distinct distributions of holding time (days) that they
  /// refer to: few, so that they are at hand when a place asks.
  static func places(
    of contents: ScenarioContents
  ) -> (places: [CompiledPlace], holdingDistributions: [Distribution]) {
    var distributions = [Distribution]()
    func number(of distribution: Distribution) -> Int32 {
      if let known = distributions.firstIndex(of: distribution) { return Int32(known) }
      distributions.append(distribution)
      return Int32(distributions.count - 1)
    }
    let places = contents.places.indices.map { offset in
      let place = contents.places[offset]
      let market = contents.markets.firstIndex { $0.place.offset == offset }
      return CompiledPlace(
        splitAboveKilograms: place.split?.aboveKilograms ?? .infinity,
        partKilograms: place.split?.partKilograms ?? .infinity,
        holdingDistribution: place.holdingDays.map(number) ?? -1,
        terminalMarket: contents.routing == .fixed ? Int32(market ?? -1) : -1)
    }
    return (places, distributions)
  }
}
