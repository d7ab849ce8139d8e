import RandomStreams

/// How leads on organisations arise, what they are worth and how they travel between agencies.
public struct Intelligence: Sendable, Equatable {
  /// The probability that a seizure gives the agency a lead.
  public var leadsPerSeizure: Double
  /// The probability that an arrest gives the agency a lead.
  public var leadsPerArrest: Double
  /// The share of leads that are false, 0 to 1.
  public var falseShare: Double
  /// The mean time until a lead is worth nothing any more (days); lifetimes are exponential.
  public var lifetimeDays: Double
  /// What an agency's hazards are multiplied with for consignments of an organisation on which it
  /// holds a complete lead; at least 1.
  public var hazardFactor: Double
  /// What all hazards of an agency are multiplied with while it follows a false lead; at most 1.
  public var falseLeadFactor: Double
  /// Where leads come from besides seizures and arrests.
  public var sources: [LeadSource]
  /// The channels over which agencies share leads.
  public var exchanges: [Exchange]

  /// A regime of intelligence.
  public init(
    leadsPerSeizure: Double, leadsPerArrest: Double = 0, falseShare: Double = 0,
    lifetimeDays: Double, hazardFactor: Double, falseLeadFactor: Double = 1,
    sources: [LeadSource] = [], exchanges: [Exchange] = []
  ) {
    self.leadsPerSeizure = leadsPerSeizure
    self.leadsPerArrest = leadsPerArrest
    self.falseShare = falseShare
    self.lifetimeDays = lifetimeDays
    self.hazardFactor = hazardFactor
    self.falseLeadFactor = falseLeadFactor
    self.sources = sources
    self.exchanges = exchanges
  }
}

/// Informants, analysts or a partner centre that produce leads at a steady rate.
public struct LeadSource: Sendable, Equatable {
  /// The id.
  public var id: String
  /// The name for people.
  public var name: String
  /// Who gets the leads.
  public var recipient: Recipient
  /// How many leads arise (1/year), a Poisson process; each is on one organisation at random.
  public var leadsPerYear: Double

  /// Who gets the leads of a source.
  public enum Recipient: Sendable, Equatable {
    /// One agency, which may share them on.
    case agency(Agency.Index)
    /// The members of an exchange, over which it is shared as if one of them had it.
    case exchange(Exchange.Index)
  }

  /// A source.
  public init(id: String, name: String, recipient: Recipient, leadsPerYear: Double) {
    self.id = id
    self.name = name
    self.recipient = recipient
    self.leadsPerYear = leadsPerYear
  }
}
