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
  /// How it learns from experience; `nil` for not at all.
  public var learning: Learning?
  /// The probability that its carriers resist with arms when confronted.
  public var armament: Double
  /// What arrests and losses do to it; `nil` for nothing.
  public var structure: Structure?

  /// How an organisation learns where passages end in seizure.
  public struct Learning: Sendable, Equatable {
    /// The time between two reviews of beliefs and routes (days).
    public var reviewDays: Double
    /// The time in which experience fades to 1/e of its weight (days).
    public var memoryDays: Double
    /// How many passages the initial belief about a corridor weighs.
    public var priorPassages: Double
    /// What an experience of others weighs against one's own, 0 to 1.
    public var hearsay: Double

    /// A way of learning.
    public init(
      reviewDays: Double, memoryDays: Double, priorPassages: Double, hearsay: Double
    ) {
      self.reviewDays = reviewDays
      self.memoryDays = memoryDays
      self.priorPassages = priorPassages
      self.hearsay = hearsay
    }
  }

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
    timeValuePerKilogramDay: Double, concealment: Double = 1, marketWeights: [MarketWeight]? = nil,
    learning: Learning? = nil, armament: Double = 0, structure: Structure? = nil
  ) {
    self.id = id
    self.name = name
    self.choiceSensitivity = choiceSensitivity
    self.riskAversion = riskAversion
    self.timeValuePerKilogramDay = timeValuePerKilogramDay
    self.concealment = concealment
    self.marketWeights = marketWeights
    self.learning = learning
    self.armament = armament
    self.structure = structure
  }
}
