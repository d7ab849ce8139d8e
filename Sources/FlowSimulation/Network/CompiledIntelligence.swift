import RandomStreams
import TraffickingModel

/// Leads and their exchange, laid out for simulation.
struct CompiledIntelligence: Sendable {
  var leadsPerSeizure: Double
  var leadsPerArrest: Double
  var falseShare: Double
  var lifetimeDays: Double
  var hazardFactor: Double
  var falseLeadFactor: Double
  var sources: [Source]
  var exchanges: [CompiledExchange]

  /// What produces leads at a steady rate.
  struct Source: Sendable, BitwiseCopyable {
    /// The name of its random streams.
    var entity: UInt64
    /// The agency that gets the leads, or -1.
    var agency: Int32
    /// The exchange whose members get them, or -1.
    var exchange: Int32
    /// Leads per day.
    var perDay: Double
  }

  init(_ intelligence: Intelligence) {
    leadsPerSeizure = intelligence.leadsPerSeizure
    leadsPerArrest = intelligence.leadsPerArrest
    falseShare = intelligence.falseShare
    lifetimeDays = intelligence.lifetimeDays
    hazardFactor = intelligence.hazardFactor
    falseLeadFactor = intelligence.falseLeadFactor
    exchanges = intelligence.exchanges.map(CompiledExchange.init)
    sources = intelligence.sources.map { source in
      var compiled = Source(
        entity: EntityName.hash("source/" + source.id), agency: -1, exchange: -1,
        perDay: source.leadsPerYear / 365.25)
      switch source.recipient {
      case .agency(let agency): compiled.agency = agency.position
      case .exchange(let exchange): compiled.exchange = exchange.position
      }
      return compiled
    }
  }
}

/// A channel over which leads are shared.
struct CompiledExchange: Sendable {
  /// The name of its random streams.
  var entity: UInt64
  var form: Exchange.Form
  /// The agencies, by their place in the scenario.
  var members: [Int32]
  var probability: Double
  var delayDays: Distribution
  var completeness: Double
  var initialTrust: Double
  var trustGain: Double
  var jointOperations: Exchange.JointOperations?

  init(_ exchange: Exchange) {
    entity = EntityName.hash("exchange/" + exchange.id)
    form = exchange.form
    members = exchange.members.map(\.position)
    probability = exchange.probability
    delayDays = exchange.delayDays
    completeness = exchange.completeness
    initialTrust = exchange.trust
    trustGain = exchange.trustGain
    jointOperations = exchange.jointOperations
  }
}
