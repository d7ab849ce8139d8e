import PlainStorage
import TraffickingModel

/// The state of all laboratories.
struct LaboratoryState: ~Copyable, Sendable {
  /// What was delivered and is not used up, by laboratory and commodity (kg).
  var inputKilograms: Slab<Double>
  /// What capacity would have allowed since the last batch, by laboratory (kg of product).
  var possibleKilograms: Slab<Double>
  /// When `possibleKilograms` was brought up to date, by laboratory (days).
  var countedUntil: Slab<Double>

  /// The state of a network's laboratories; of no size when there are none.
  init(of network: CompiledNetwork) {
    let laboratories = network.scenario.contents.laboratories.count
    inputKilograms = Slab(repeating: 0, count: laboratories * network.commodityCount)
    possibleKilograms = Slab(repeating: 0, count: laboratories)
    countedUntil = Slab(repeating: 0, count: laboratories)
  }

  /// Becomes what another of the same network, or one of its structure, is.
  mutating func copy(from other: borrowing LaboratoryState) {
    inputKilograms.copy(from: other.inputKilograms)
    possibleKilograms.copy(from: other.possibleKilograms)
    countedUntil.copy(from: other.countedUntil)
  }

  /// Empties all stocks, as at the start of a replication.
  mutating func reset() {
    inputKilograms.fill(with: 0)
    possibleKilograms.fill(with: 0)
    countedUntil.fill(with: 0)
  }
}
