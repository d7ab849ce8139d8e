import PlainStorage

/// What was seen up to a branch.
extension Observations {
  /// Becomes what those of the same network, or of one of its structure, are.
  mutating func copy(from other: borrowing Observations) {
    produced.copy(from: other.produced)
    dispatched.copy(from: other.dispatched)
    chance.copy(from: other.chance)
    passages.copy(from: other.passages)
    seizures.copy(from: other.seizures)
    watchedSeizures.copy(from: other.watchedSeizures)
    corruptPassages.copy(from: other.corruptPassages)
    clashes.copy(from: other.clashes)
    converted.copy(from: other.converted)
    laboratoryOutput.copy(from: other.laboratoryOutput)
    queues.copy(from: other.queues)
    priceDays.copy(from: other.priceDays)
    deliveries.copy(from: other.deliveries)
    daysToMarket.copy(from: other.daysToMarket)
    revenue.copy(from: other.revenue)
    routeEntries.copy(from: other.routeEntries)
    routeSeizures.copy(from: other.routeSeizures)
    routeDeliveries.copy(from: other.routeDeliveries)
    openingKilograms.copy(from: other.openingKilograms)
    openingInputKilograms.copy(from: other.openingInputKilograms)
    monthly.copy(from: other.monthly)
    monthlyCrossings.copy(from: other.monthlyCrossings)
    monthlyIncidents.copy(from: other.monthlyIncidents)
    openingConsignments = other.openingConsignments
    addedByDivision = other.addedByDivision
  }
}
