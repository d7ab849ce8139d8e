import RandomStreams

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
  /// How release answers to prices: it is multiplied with the mean ratio of price to stated price
  /// at the markets served, to this power; 0 for not at all.
  public var releaseElasticity: Double
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
    releaseElasticity: Double = 0, clusteringShape: Double, consignmentKilograms: Distribution,
    organisationShares: [OrganisationShare]
  ) {
    self.id = id
    self.place = place
    self.commodity = commodity
    self.initialStockKilograms = initialStockKilograms
    self.productionKilogramsPerYear = productionKilogramsPerYear
    self.harvestShares = harvestShares
    self.releasePerYear = releasePerYear
    self.releaseElasticity = releaseElasticity
    self.clusteringShape = clusteringShape
    self.consignmentKilograms = consignmentKilograms
    self.organisationShares = organisationShares
  }
}
