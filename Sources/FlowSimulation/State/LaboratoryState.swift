import TraffickingModel

/// The state of all laboratories.
struct LaboratoryState: Sendable {
  /// What was delivered and is not used up, by laboratory and commodity (kg).
  var inputKilograms: [Double]
  /// What capacity would have allowed since the last batch, by laboratory (kg of product).
  var possibleKilograms: [Double]
  /// When `possibleKilograms` was brought up to date, by laboratory (days).
  var countedUntil: [Double]

  /// The state of a network's laboratories; of no size when there are none.
  init(of network: CompiledNetwork) {
    let laboratories = network.scenario.contents.laboratories.count
    inputKilograms = [Double](repeating: 0, count: laboratories * network.commodityCount)
    possibleKilograms = [Double](repeating: 0, count: laboratories)
    countedUntil = possibleKilograms
  }

  /// Empties all stocks, as at the start of a replication.
  mutating func reset() {
    for index in inputKilograms.indices { inputKilograms[index] = 0 }
    for laboratory in possibleKilograms.indices {
      possibleKilograms[laboratory] = 0
      countedUntil[laboratory] = 0
    }
  }
}
