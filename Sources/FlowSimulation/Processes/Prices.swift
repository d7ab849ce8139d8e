import ElementaryFunctions
import PlainStorage
import TraffickingModel

/// Prices: a demand may state how its price answers to what is delivered.
///
/// The price is the stated one times (delivered / demanded) to the power of one over the
/// elasticity, where deliveries are an exponentially weighted mean that starts at what is demanded.
/// Prices are set as a month begins, and when a stage changes the demand: a policy that does not
/// touch a market leaves its prices alone. They are what deliveries are paid, what learners see at
/// risk, what draws consignments to a market, and what a supply's release may answer to.
extension Replication {
  /// The price in force of a commodity at a market (USD/kg), for tests and reports.
  package func price(of commodity: Commodity.Index, at market: Market.Index) -> Double {
    prices.current[market.offset * network.commodityCount + commodity.offset]
  }

  /// The price of what a class moves over the stated price; 1 where no market is headed for.
  @inline(__always)
  private func priceFactor(ofClass routingClass: Int32) -> Double {
    let traits = stage.classTraits[Int(routingClass)]
    guard traits.market >= 0 else { return 1 }
    return prices.factors[Int(traits.market) * network.commodityCount + Int(traits.commodity)]
  }

  /// Adds a delivery to the mean that the price of a demand answers to.
  ///
  /// - Parameter demand: market times commodities plus commodity.
  @inline(__always)
  mutating func answerPrice(of demand: Int, toKilograms mass: Double, at time: Double) {
    guard network.pricesRespond else { return }
    let response = Int(network.responseOfDemand[demand])
    guard response >= 0 else { return }
    fadeDeliveries(of: response, until: time)
    prices.deliveredPerDay[response] += mass / stage.priceResponses[response].memoryDays
  }

  private mutating func fadeDeliveries(of response: Int, until time: Double) {
    let days = time - prices.updatedAt[response]
    prices.deliveredPerDay[response] *=
      Portable.exp(-days / stage.priceResponses[response].memoryDays)
    prices.updatedAt[response] = time
  }

  /// Brings the means of the demands up to date that another stage is about to change.
  mutating func fadeDeliveries(beforeStage number: Int, at time: Double) {
    for response in stage.priceResponses.indices
    where stage.priceResponses[response] != network.stages[number].priceResponses[response] {
      fadeDeliveries(of: response, until: time)
    }
  }

  /// Sets the prices of a span as it begins, and adds them to the mean over time.
  mutating func setPrices(inSpan number: Int, at time: Double) {
    let changesStage = number > 0 && network.spans[number].stage != network.spans[number - 1].stage
    if changesStage {
      for demand in prices.current.indices where network.responseOfDemand[demand] < 0 {
        prices.current[demand] = stage.prices[demand]
      }
    }
    guard network.pricesRespond else { return }
    let isMonth = beginsMonth(number)
    for response in stage.priceResponses.indices
    where isMonth || network.demandChanges(response, inSpan: number) {
      setPrice(of: response, at: time)
    }
    let days = network.spans[number].endDay - network.spans[number].startDay
    for demand in prices.current.indices {
      observations.priceDays[demand] += prices.current[demand] * days
    }
  }

  private mutating func setPrice(of response: Int, at time: Double) {
    fadeDeliveries(of: response, until: time)
    let compiled = stage.priceResponses[response]
    let factor = compiled.factor(whenDelivered: prices.deliveredPerDay[response])
    prices.factors[Int(compiled.demand)] = factor
    prices.current[Int(compiled.demand)] = compiled.statedPrice * factor
  }

  /// The market that a draw in (0, 1) leads to, as an index of a dispatcher's choices: by their
  /// shares, times the prices over the stated ones where prices respond.
  @inline(__always)
  func marketChoice(of supply: Int, dispatcher: Int, draw: Double) -> Int {
    guard network.pricesRespond else {
      var choice = 0
      while draw >= stage.supplies[supply].dispatchers[dispatcher].choices[choice].cumulativeShare {
        choice += 1
      }
      return choice
    }
    let count = stage.supplies[supply].dispatchers[dispatcher].choices.count
    let threshold = draw * meanPriceFactor(of: supply, dispatcher: dispatcher)
    var sum = 0.0
    var before = 0.0
    for number in 0..<(count - 1) {
      let choice = stage.supplies[supply].dispatchers[dispatcher].choices[number]
      sum += (choice.cumulativeShare - before) * priceFactor(ofClass: choice.routingClass)
      before = choice.cumulativeShare
      if threshold < sum { return number }
    }
    return count - 1
  }

  /// The price over the stated one at a dispatcher's markets, weighted by their shares.
  @inline(__always)
  private func meanPriceFactor(of supply: Int, dispatcher: Int) -> Double {
    var sum = 0.0
    var before = 0.0
    for number in stage.supplies[supply].dispatchers[dispatcher].choices.indices {
      let choice = stage.supplies[supply].dispatchers[dispatcher].choices[number]
      sum += (choice.cumulativeShare - before) * priceFactor(ofClass: choice.routingClass)
      before = choice.cumulativeShare
    }
    return sum
  }

  /// What the release of a supply is multiplied with: the mean price over the stated one at the
  /// markets served, to the power of the release elasticity.
  ///
  /// It does not lift the release rate beyond 1,000 a year, the most that a scenario may state: an
  /// absurd rate would keep the event list busy with dispatches from an empty stock.
  @inline(__always)
  func releaseFactor(of supply: Int) -> Double {
    let elasticity = stage.supplies[supply].releaseElasticity
    let releasePerDay = stage.supplies[supply].releasePerDay
    guard network.pricesRespond, elasticity > 0, releasePerDay > 0 else { return 1 }
    var mean = 0.0
    var before = 0.0
    for number in stage.supplies[supply].dispatchers.indices {
      let share = stage.supplies[supply].dispatchers[number].cumulativeShare
      mean += (share - before) * meanPriceFactor(of: supply, dispatcher: number)
      before = share
    }
    return min(Portable.power(mean, elasticity), 1000 / 365.25 / releasePerDay)
  }
}
