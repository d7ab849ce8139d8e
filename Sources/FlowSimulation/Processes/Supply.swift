import ElementaryFunctions
import EventKernel
import PlainStorage
import RandomStreams
import TraffickingModel

/// The state of one supply.
struct SupplyState: Sendable, BitwiseCopyable {
  /// What is in stock (kg).
  var stockKilograms: Double
  /// Consignments dispatched since the start of the simulation: names the next one.
  var dispatchCount: UInt64 = 0
  /// Consignments per day in this span.
  var ratePerDay = 0.0
  /// What is left, at `updatedAt`, of the exponential draw that the rate uses up until the next
  /// dispatch.
  var remainingIntensity = 0.0
  /// When `remainingIntensity` was brought up to date (days).
  var updatedAt = 0.0
  /// When the rate is set anew within a span (days); infinite unless a laboratory fills the stock.
  var rateHoldsUntil = Double.infinity

  init(stockKilograms: Double) { self.stockKilograms = stockKilograms }
}

/// Supply: harvest goes into stock, and stock is released as consignments.
///
/// Dispatch is a doubly stochastic Poisson process: within a month the rate is constant, namely
/// stock × release rate / mean mass times a gamma-distributed factor of mean 1 drawn for the month.
/// The next dispatch comes when the accumulated rate has used up an exponential draw; what a month
/// leaves of the draw carries over, so a change of rate moves dispatches without redrawing them.
extension Replication {
  /// A calendar month, the reported period or a stage begins: its numbers come into force, harvest
  /// comes in, each supply gets its rate.
  mutating func beginSpan(_ number: Int, at time: Double) {
    let current = network.spans[number]
    let startsReporting = current.row == 1 && (number == 0 || network.spans[number - 1].row == 0)
    // What was spent belongs to the month in which it was.
    if number > 0 { spendOverSpan(network.spans[number - 1], at: time) }
    span = number
    monthRow = current.row
    if number > 0, current.stage != network.spans[number - 1].stage {
      begin(current.stage, at: time)
      changeCheckpoints(at: time)
      changeLeadSources(at: time)
    }
    if startsReporting { beginObservation(at: time) }
    setPrices(inSpan: number, at: time)
    for supply in supplies.indices {
      if number == 0 { drawNextDispatch(of: supply, at: time) }
      harvest(supply, inSpan: number)
      if beginsMonth(number) || network.supplyChanges(supply, inSpan: number) {
        useUpIntensity(of: supply, until: time)
        let excess = setRate(of: supply, in: current)
        if beginsMonth(number) { countLuck(excess, of: supply, in: current) }
      }
      scheduleDispatch(of: supply)
    }
  }

  /// The numbers of a stage come into force, also for what is on its way.
  private mutating func begin(_ number: Int, at time: Double) {
    countCapacities(beforeStage: number, at: time)
    fadeDeliveries(beforeStage: number, at: time)
    stage = network.stages[number]
    applyDeployments()
    for number in consignments.numbers where consignments[number].massKilograms > 0 {
      consignments[number].hazardFactor = hazardFactor(
        ofClass: Int(consignments[number].routingClass),
        massKilograms: consignments[number].massKilograms)
    }
  }

  /// Whether a span is the first of its calendar month. Only then are rates set anew, so that a
  /// policy that does not touch a supply leaves the times of its dispatches alone.
  func beginsMonth(_ number: Int) -> Bool {
    number == 0 || network.spans[number - 1].monthNumber != network.spans[number].monthNumber
  }

  /// The warm-up is over: what was seen is forgotten, what is in the system opens the books.
  private mutating func beginObservation(at time: Double) {
    observations.reset()
    observations.openingConsignments = consignments.count
    for index in laboratories.inputKilograms.indices {
      observations.openingInputKilograms[index] = laboratories.inputKilograms[index]
    }
    for supply in supplies.indices {
      let commodity = Int(stage.supplies[supply].commodity)
      observations.openingKilograms[commodity] += supplies[supply].stockKilograms
      // What rates have used up by now and count later belongs to the warm-up.
      observations.chance[commodity].dispatches += intensityUsed(by: supply, until: time)
    }
    for number in consignments.numbers where consignments[number].massKilograms > 0 {
      let consignment = consignments[number]
      let traits = stage.classTraits[Int(consignment.routingClass)]
      observations.openingKilograms[Int(traits.commodity)] += consignment.massKilograms
    }
  }

  /// What the rest of the month yields comes into stock as the month begins. When a stage within
  /// the month changes it, the stock is corrected for the days that are left, as far as it goes.
  private mutating func harvest(_ supply: Int, inSpan number: Int) {
    let span = network.spans[number]
    let compiled = stage.supplies[supply]
    var yield = compiled.harvestKilograms[span.month - 1]
    if !beginsMonth(number) {
      let before = network.stages[network.spans[number - 1].stage].supplies[supply]
      yield -= before.harvestKilograms[span.month - 1]
    }
    let mass = max(-supplies[supply].stockKilograms, yield * span.restOfMonth)
    supplies[supply].stockKilograms += mass
    observations.produced[Int(compiled.commodity)] += mass
  }

  /// The rate of the month: expected release over mean mass, times the month's luck and the answer
  /// to prices.
  ///
  /// - Returns: what the month's luck releases beyond the expected (kg a day).
  @discardableResult
  private mutating func setRate(of supply: Int, in span: TimeSpan) -> Double {
    let compiled = stage.supplies[supply]
    let draw = streams.uniforms(
      .supplyIntensity, entity: compiled.entity, step: UInt64(span.monthNumber))
    let expected =
      supplies[supply].stockKilograms * compiled.releasePerDay * releaseFactor(of: supply)
    let luck = compiled.intensity.quantile(draw.first)
    supplies[supply].ratePerDay = expected / compiled.meanConsignmentKilograms * luck
    return (luck - 1) * expected
  }

  /// Counts what the luck of a month, drawn at its beginning, releases beyond the expected.
  ///
  /// The expected release is that of the stock and the rates of that moment, whatever changes them
  /// later: only what is known before the draw keeps the expected value at 0.
  private mutating func countLuck(_ excessPerDay: Double, of supply: Int, in span: TimeSpan) {
    let monthDays = CivilDate.dayCount(ofMonth: span.month, year: span.monthNumber / 12)
    let commodity = Int(stage.supplies[supply].commodity)
    observations.chance[commodity].releaseKilograms +=
      excessPerDay * span.restOfMonth * Double(monthDays)
  }

  /// Sets a rate anew within a month because a batch has changed the stock; the month's luck stays.
  ///
  /// Without that, what a laboratory makes would lie idle until the next month. No dispatch is
  /// scheduled at this moment: none is put beyond `rateHoldsUntil`.
  mutating func renewRate(of supply: Int, at time: Double) {
    useUpIntensity(of: supply, until: time)
    setRate(of: supply, in: network.spans[span])
    scheduleDispatch(of: supply)
  }

  private mutating func useUpIntensity(of supply: Int, until time: Double) {
    let used = intensityUsed(by: supply, until: time)
    supplies[supply].remainingIntensity -= used
    supplies[supply].updatedAt = time
    observations.chance[Int(stage.supplies[supply].commodity)].dispatches -= used
  }

  /// What a rate has used up of its draw since it was brought up to date.
  private func intensityUsed(by supply: Int, until time: Double) -> Double {
    let state = supplies[supply]
    return min(state.remainingIntensity, state.ratePerDay * (time - state.updatedAt))
  }

  /// By commodity: dispatches beyond the accumulated rates, up to the horizon.
  func chanceOfDispatches() -> [Double] {
    var chance = (0..<network.commodityCount).map { observations.chance[$0].dispatches }
    for supply in supplies.indices {
      chance[Int(stage.supplies[supply].commodity)] -=
        intensityUsed(by: supply, until: network.horizonDays)
    }
    return chance
  }

  private mutating func drawNextDispatch(of supply: Int, at time: Double) {
    let draw = streams.uniforms(
      .dispatchTime, entity: stage.supplies[supply].entity,
      step: supplies[supply].dispatchCount)
    supplies[supply].remainingIntensity = -Portable.log(1 - draw.first)
    supplies[supply].updatedAt = time
  }

  /// Schedules the next dispatch if the rate holds until then; else the next span, or a
  /// laboratory's next batch, asks again.
  private mutating func scheduleDispatch(of supply: Int) {
    let state = supplies[supply]
    guard state.ratePerDay > 0 else { return }
    let next = state.updatedAt + state.remainingIntensity / state.ratePerDay
    if next < min(network.spans[span].endDay, state.rateHoldsUntil) {
      events.schedule(.dispatch(supply: UInt32(supply)), at: next)
    }
  }

  /// A consignment leaves a supply: its mass, its organisation and its market are drawn. It stays
  /// if its organisation is too weak and no other takes its place.
  ///
  /// No more leaves than is in stock, so the last consignment may be lighter than drawn.
  mutating func dispatchConsignment(from supply: Int, at time: Double) {
    let entity = EntityName.member(
      supplies[supply].dispatchCount, of: stage.supplies[supply].entity)
    supplies[supply].dispatchCount += 1
    let commodity = Int(stage.supplies[supply].commodity)
    observations.chance[commodity].dispatches += 1 - supplies[supply].remainingIntensity
    drawNextDispatch(of: supply, at: time)
    scheduleDispatch(of: supply)

    let draws = streams.uniforms(.consignmentAttributes, entity: entity, step: 0)
    let chosen = dispatcher(of: supply, draw: draws.second)
    guard let dispatcher = successor(of: chosen, from: supply, consignment: entity)
    else { return }
    let drawn = stage.supplies[supply].consignmentKilograms.quantile(draws.first)
    // What would leave a trace that only rounding makes takes all.
    let stock = supplies[supply].stockKilograms
    let mass = stock - drawn < Self.traceKilograms ? stock : drawn
    guard mass > 0 else { return }
    supplies[supply].stockKilograms -= mass
    observations.chance[commodity].massKilograms +=
      drawn - stage.supplies[supply].meanConsignmentKilograms
    observations.dispatched[commodity].add(kilograms: mass)
    recordMonthly(.dispatchedKilograms, commodity, mass)

    let routingClass = drawClass(of: supply, dispatcher: dispatcher, market: draws.third)
    let number = consignments.insert(
      Consignment(
        massKilograms: mass, entity: entity, dispatchedAt: time,
        hazardFactor: hazardFactor(ofClass: routingClass, massKilograms: mass), detectionDraw: 0,
        holdingDraw: 0, position: stage.supplies[supply].place,
        routingClass: Int32(routingClass), hop: 0, route: -1))
    // A market at the origin itself has nothing to wait for: no corridor leads there.
    let origin = Int(stage.supplies[supply].place)
    if let market = market(endingClass: routingClass, at: origin) {
      deliver(number, to: market, at: time)
    } else {
      depart(number, at: time)
    }
  }

  /// No stock is smaller than this without being empty (kg).
  static var traceKilograms: Double { 1e-9 }

  @inline(__always)
  private func dispatcher(of supply: Int, draw: Double) -> Int {
    var dispatcher = 0
    while draw >= stage.supplies[supply].dispatchers[dispatcher].cumulativeShare {
      dispatcher += 1
    }
    return dispatcher
  }

  @inline(__always)
  private func drawClass(of supply: Int, dispatcher: Int, market: Double) -> Int {
    let choice = marketChoice(of: supply, dispatcher: dispatcher, draw: market)
    return Int(stage.supplies[supply].dispatchers[dispatcher].choices[choice].routingClass)
  }

  /// What mass, commodity and organisation multiply a reference consignment's hazard with.
  @inline(__always)
  func hazardFactor(ofClass routingClass: Int, massKilograms mass: Double) -> Double {
    let traits = stage.classTraits[routingClass]
    return traits.hazardFactor
      * stage.massEffects[Int(traits.commodity)].factor(ofKilograms: mass)
  }
}
