import RandomStreams

/// What is moved.
public struct Commodity: Sendable, Equatable {
  /// Its place in the scenario.
  public typealias Index = EntityIndex<Commodity>
  /// The id, e.g. `heroin`.
  public var id: String
  /// The name for people.
  public var name: String
  /// What every detection hazard is multiplied with.
  public var detectability: Double
  /// How the detection hazard grows with mass: hazard ~ (mass / reference)^exponent; 0 for not.
  public var massExponent: Double
  /// The mass at which stated detection probabilities hold (kg).
  public var referenceMassKilograms: Double

  /// A commodity.
  public init(
    id: String, name: String, detectability: Double = 1, massExponent: Double = 0,
    referenceMassKilograms: Double = 1
  ) {
    self.id = id
    self.name = name
    self.detectability = detectability
    self.massExponent = massExponent
    self.referenceMassKilograms = referenceMassKilograms
  }
}

/// A synthetic trafficking group.
public struct Organisation: Sendable, Equatable {
  /// Its place in the scenario.
  public typealias Index = EntityIndex<Organisation>
  /// The id.
  public var id: String
  /// The name for people.
  public var name: String
  /// The scale of the link logit (per USD/kg): 0 chooses blindly, large chooses the best route.
  public var choiceSensitivity: Double
  /// The weight of an expected loss against its money value; 1 is risk neutral.
  public var riskAversion: Double
  /// The cost of time (USD per kg and day).
  public var timeValuePerKilogramDay: Double
  /// What every detection hazard is multiplied with; below 1 is better hidden.
  public var concealment: Double
  /// The weights of the markets it serves; `nil` for all by demand alone.
  public var marketWeights: [MarketWeight]?

  /// A market an organisation serves.
  public struct MarketWeight: Sendable, Equatable {
    /// The market.
    public var market: Market.Index
    /// What the market's demand is multiplied with.
    public var weight: Double

    /// A weight.
    public init(market: Market.Index, weight: Double) {
      self.market = market
      self.weight = weight
    }
  }

  /// An organisation.
  public init(
    id: String, name: String, choiceSensitivity: Double, riskAversion: Double,
    timeValuePerKilogramDay: Double, concealment: Double = 1, marketWeights: [MarketWeight]? = nil
  ) {
    self.id = id
    self.name = name
    self.choiceSensitivity = choiceSensitivity
    self.riskAversion = riskAversion
    self.timeValuePerKilogramDay = timeValuePerKilogramDay
    self.concealment = concealment
    self.marketWeights = marketWeights
  }
}

/// A source of one commodity at one place: harvest into a stock, and release out of it.
public struct Supply: Sendable, Equatable {
  /// Its place in the scenario.
  public typealias Index = EntityIndex<Supply>
  /// The id.
  public var id: String
  /// Where it is.
  public var place: Place.Index
  /// Of what.
  public var commodity: Commodity.Index
  /// The stock when the simulation starts, before the warm-up (kg).
  public var initialStockKilograms: Double
  /// What is added to the stock (kg/year).
  public var productionKilogramsPerYear: Double
  /// The share of the year's production that falls on each month, January first; sums to 1.
  public var harvestShares: [Double]
  /// The release rule: in expectation this share of the stock leaves per year (1/year).
  public var releasePerYear: Double
  /// The shape of the gamma-distributed monthly intensity, whose mean is 1: the counts of a month
  /// have a variance of 1 + mean / shape times their mean.
  public var clusteringShape: Double
  /// The mass of a consignment (kg).
  public var consignmentKilograms: Distribution
  /// Who dispatches: shares by organisation.
  public var organisationShares: [OrganisationShare]

  /// An organisation's part in a supply.
  public struct OrganisationShare: Sendable, Equatable {
    /// The organisation.
    public var organisation: Organisation.Index
    /// Its share, relative to the others'.
    public var share: Double

    /// A share.
    public init(organisation: Organisation.Index, share: Double) {
      self.organisation = organisation
      self.share = share
    }
  }

  /// A supply.
  public init(
    id: String, place: Place.Index, commodity: Commodity.Index, initialStockKilograms: Double,
    productionKilogramsPerYear: Double, harvestShares: [Double], releasePerYear: Double,
    clusteringShape: Double, consignmentKilograms: Distribution,
    organisationShares: [OrganisationShare]
  ) {
    self.id = id
    self.place = place
    self.commodity = commodity
    self.initialStockKilograms = initialStockKilograms
    self.productionKilogramsPerYear = productionKilogramsPerYear
    self.harvestShares = harvestShares
    self.releasePerYear = releasePerYear
    self.clusteringShape = clusteringShape
    self.consignmentKilograms = consignmentKilograms
    self.organisationShares = organisationShares
  }
}

/// Where consignments end that are not lost on the way.
public struct Market: Sendable, Equatable {
  /// Its place in the scenario.
  public typealias Index = EntityIndex<Market>
  /// The id.
  public var id: String
  /// The name for people.
  public var name: String
  /// Where it is.
  public var place: Place.Index
  /// What it takes.
  public var demands: [Demand]

  /// A market's demand for one commodity.
  public struct Demand: Sendable, Equatable {
    /// The commodity.
    public var commodity: Commodity.Index
    /// How much (kg/year); shares of flow follow these figures.
    public var kilogramsPerYear: Double
    /// The wholesale price (USD/kg).
    public var pricePerKilogram: Double

    /// A demand.
    public init(commodity: Commodity.Index, kilogramsPerYear: Double, pricePerKilogram: Double) {
      self.commodity = commodity
      self.kilogramsPerYear = kilogramsPerYear
      self.pricePerKilogram = pricePerKilogram
    }
  }

  /// A market.
  public init(id: String, name: String, place: Place.Index, demands: [Demand]) {
    self.id = id
    self.name = name
    self.place = place
    self.demands = demands
  }
}
