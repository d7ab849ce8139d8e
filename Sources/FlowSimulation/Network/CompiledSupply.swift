import RandomStreams

/// What the supply process needs to know of a supply.
struct CompiledSupply: Sendable, Equatable {
  /// The name of its random streams, from the supply's id.
  var entity: UInt64
  var place: Int32
  var commodity: Int32
  var initialStockKilograms: Double
  /// What is added to the stock in each calendar month, January first (kg).
  var harvestKilograms: [Double]
  /// The share of the stock that leaves per day, in expectation.
  var releasePerDay: Double
  /// How release answers to prices; 0 for not at all.
  var releaseElasticity: Double
  var meanConsignmentKilograms: Double
  var intensity: Gamma
  var consignmentKilograms: Distribution
  /// Who dispatches, by cumulative share; the last is 1.
  var dispatchers: [Dispatcher]

  /// One organisation's part in a supply.
  struct Dispatcher: Sendable, Equatable {
    var cumulativeShare: Double
    /// Its own share, relative to the others'.
    var share: Double
    /// Who it is, by its place in the scenario.
    var organisation: Int32
    /// The markets headed for, by cumulative share; the last is 1.
    var choices: [MarketChoice]
  }

  /// One market's part in what an organisation dispatches.
  struct MarketChoice: Sendable, Equatable, BitwiseCopyable {
    var cumulativeShare: Double
    var routingClass: Int32
  }
}
