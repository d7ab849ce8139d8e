import TraffickingModel

extension ScenarioContents {
  /// The same flows without what answers to them: supply, fixed beliefs, movement, detection and
  /// seizure, and nothing else. The yardstick for what the other processes cost; what laboratories
  /// would have made is not there.
  var plain: ScenarioContents {
    var plain = self
    plain.intelligence = nil
    plain.clashes = nil
    plain.controlledDelivery = nil
    plain.policies = []
    plain.checkpoints = []
    plain.laboratories = []
    for corridor in corridors.indices { plain.corridors[corridor].checkpoint = nil }
    for supply in supplies.indices { plain.supplies[supply].releaseElasticity = 0 }
    for market in markets.indices {
      for demand in markets[market].demands.indices {
        plain.markets[market].demands[demand].response = nil
      }
    }
    for frontier in frontiers.indices { plain.frontiers[frontier].deployment = nil }
    for agency in agencies.indices { plain.agencies[agency].corruption = 0 }
    for organisation in organisations.indices {
      plain.organisations[organisation].learning = nil
      plain.organisations[organisation].structure = nil
    }
    return plain
  }
}
