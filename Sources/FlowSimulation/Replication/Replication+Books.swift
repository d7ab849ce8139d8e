import PlainStorage

/// The invariants of every replication: nothing is lost from the books.
extension Replication {
  /// How far the books are from balancing, the worst commodity, relative to what came in:
  /// opening + produced = delivered + seized + on the way + in stock.
  ///
  /// What laboratories make counts as produced, and what they take in as delivered; of that,
  /// opening + delivered = converted + in the input stock, the worst input of any laboratory.
  ///
  /// Below 1e-9 in every replication, or there is a fault in the program.
  public func massBalanceResidual() -> Double {
    let closing = kilogramsInSystem()
    var worst = laboratoryResidual()
    for commodity in 0..<network.commodityCount {
      let opened = observations.openingKilograms[commodity] + observations.produced[commodity]
      var closed = closing.stock[commodity] + closing.transit[commodity]
      for index in stride(
        from: commodity, to: observations.seizures.count, by: network.commodityCount)
      { closed += observations.seizures[index].kilograms }
      for index in stride(
        from: commodity, to: observations.watchedSeizures.count, by: network.commodityCount)
      { closed += observations.watchedSeizures[index].kilograms }
      for index in stride(
        from: commodity, to: observations.deliveries.count, by: network.commodityCount)
      { closed += observations.deliveries[index].kilograms }
      worst = Self.worse(worst, Self.residual(opened, closed))
    }
    return worst
  }

  private func laboratoryResidual() -> Double {
    var worst = 0.0
    for (market, laboratory) in network.laboratoryOfMarket.enumerated() where laboratory >= 0 {
      for input in stage.laboratories[Int(laboratory)].inputs {
        let commodity = Int(input.commodity)
        let index = Int(laboratory) * network.commodityCount + commodity
        let delivered = observations.deliveries[market * network.commodityCount + commodity]
        worst = Self.worse(
          worst,
          Self.residual(
            observations.openingInputKilograms[index] + delivered.kilograms,
            observations.converted[index] + laboratories.inputKilograms[index]))
      }
    }
    return worst
  }

  /// The difference of two sums, relative to the larger.
  private static func residual(_ opened: Double, _ closed: Double) -> Double {
    opened == 0 && closed == 0 ? 0 : abs(opened - closed) / max(opened, closed)
  }

  /// The larger of two residuals, or NaN if one is, which `max` would let pass.
  private static func worse(_ one: Double, _ other: Double) -> Double {
    one.isNaN || one > other ? one : other
  }

  /// How many consignments have no outcome and are not on the way, or have more than one.
  ///
  /// Those dispatched and divided, less those seized, delivered or on the way: zero, or there is a
  /// fault.
  public func unaccountedConsignments() -> Int {
    let entered =
      observations.openingConsignments + observations.addedByDivision
      + Int(Self.count(observations.dispatched))
    let left =
      Self.count(observations.seizures) + Self.count(observations.watchedSeizures)
      + Self.count(observations.deliveries)
    return entered - Int(left) - consignments.count
  }

  /// The consignments in all tallies together.
  private static func count(_ tallies: borrowing Slab<FlowTally>) -> Double {
    tallies.indices.reduce(0) { $0 + tallies[$1].count }
  }
}
