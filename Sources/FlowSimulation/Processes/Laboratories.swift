import EventKernel
import PlainStorage

/// Laboratories: what is delivered to a laboratory's market becomes the product that a supply
/// dispatches.
///
/// Every `batchDays` a batch makes as much as capacity has allowed since the one before, or as the
/// scarcest input suffices for. Capacity that found no inputs is lost; inputs that found no
/// capacity stay. Nothing here is random: luck is in what arrives and in what is dispatched.
extension Replication {
  /// Schedules the first batch of each laboratory.
  mutating func scheduleBatches() {
    for laboratory in stage.laboratories.indices {
      scheduleBatch(in: laboratory, after: 0)
    }
  }

  /// Until the batch its supply's rate holds, so that no dispatch is scheduled beyond it.
  private mutating func scheduleBatch(in laboratory: Int, after time: Double) {
    let next = time + stage.laboratories[laboratory].batchDays
    supplies[Int(stage.laboratories[laboratory].supply)].rateHoldsUntil = next
    events.schedule(.batch(laboratory: UInt32(laboratory)), at: next)
  }

  /// Takes what was delivered to a market into the input stock of its laboratory, if there is one
  /// that uses it.
  @inline(__always)
  mutating func supplyLaboratory(at market: Int, with commodity: Int, kilograms: Double) {
    let laboratory = Int(network.laboratoryOfMarket[market])
    guard laboratory >= 0 else { return }
    for input in stage.laboratories[laboratory].inputs where Int(input.commodity) == commodity {
      laboratories.inputKilograms[laboratory * network.commodityCount + commodity] += kilograms
    }
  }

  /// A batch is made; the supply's release follows its stock from now on.
  mutating func makeBatch(in laboratory: Int, at time: Double) {
    countCapacity(of: laboratory, until: time)
    let possible = laboratories.possibleKilograms[laboratory]
    laboratories.possibleKilograms[laboratory] = 0
    convert(possible, in: laboratory)
    scheduleBatch(in: laboratory, after: time)
    renewRate(of: Int(stage.laboratories[laboratory].supply), at: time)
  }

  /// Brings the capacity of those laboratories up to date that another stage is about to change.
  mutating func countCapacities(beforeStage number: Int, at time: Double) {
    for laboratory in stage.laboratories.indices
    where stage.laboratories[laboratory] != network.stages[number].laboratories[laboratory] {
      countCapacity(of: laboratory, until: time)
    }
  }

  private mutating func countCapacity(of laboratory: Int, until time: Double) {
    laboratories.possibleKilograms[laboratory] +=
      stage.laboratories[laboratory].capacityKilogramsPerDay
      * (time - laboratories.countedUntil[laboratory])
    laboratories.countedUntil[laboratory] = time
  }

  /// Makes as much product as inputs suffice for, up to a limit (kg).
  private mutating func convert(_ limit: Double, in laboratory: Int) {
    let row = laboratory * network.commodityCount
    var product = limit
    for input in stage.laboratories[laboratory].inputs {
      let stock = laboratories.inputKilograms[row + Int(input.commodity)]
      product = min(product, stock / input.kilogramsPerKilogram)
    }
    guard product >= Self.traceKilograms else { return }
    for input in stage.laboratories[laboratory].inputs {
      let index = row + Int(input.commodity)
      let stock = laboratories.inputKilograms[index]
      let needed = product * input.kilogramsPerKilogram
      let used = stock - needed < Self.traceKilograms ? stock : needed
      laboratories.inputKilograms[index] -= used
      observations.converted[index] += used
      recordMonthly(.convertedKilograms, Int(input.commodity), used)
    }
    let supply = Int(stage.laboratories[laboratory].supply)
    supplies[supply].stockKilograms += product
    observations.produced[Int(stage.supplies[supply].commodity)] += product
    observations.laboratoryOutput[laboratory] += product
  }
}
