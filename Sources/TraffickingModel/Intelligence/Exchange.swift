import RandomStreams

/// A channel over which agencies share leads.
public struct Exchange: Sendable, Equatable {
  /// Its place in the scenario.
  public typealias Index = EntityIndex<Exchange>
  /// The id.
  public var id: String
  /// The name for people.
  public var name: String
  /// How a lead travels.
  public var form: Form
  /// The agencies that share.
  public var members: [Agency.Index]
  /// The probability that a member's lead is shared, per recipient, at full trust.
  public var probability: Double
  /// How long a message takes (days); 0 for real-time sharing.
  public var delayDays: Distribution
  /// The mean time that a message takes (days).
  public var meanDelayDays: Double { delayDays.mean }
  /// What of a lead's worth arrives, 0 to 1.
  public var completeness: Double
  /// The trust between the members at the start, 0 to 1; multiplies the probability, and the delay
  /// is divided by it.
  public var trust: Double
  /// How much of what trust lacks a joint operation adds, 0 to 1.
  public var trustGain: Double
  /// The joint operations that shared leads give rise to.
  public var jointOperations: JointOperations?

  /// How a lead travels between more than two agencies.
  public enum Form: String, Sendable, CaseIterable {
    /// From desk to desk: who shares tells one partner after the other, each message taking the
    /// delay, and a partner does not pass on what it was told.
    case bilateral
    /// Over a common platform: told once, seen by all members.
    case platform
  }

  /// Operations against an organisation that members prepare together on a shared lead.
  public struct JointOperations: Sendable, Equatable {
    /// The probability that a lead starts one if all partners are told; in proportion if only some
    /// are.
    public var perSharedLead: Double
    /// How long one takes to prepare from the first message on (days). If the lead has expired by
    /// then, nothing comes of it.
    public var preparationDays: Distribution
    /// How many cells of the organisation a successful one takes.
    public var cellsArrested: Int

    /// The joint operations of an exchange.
    public init(perSharedLead: Double, preparationDays: Distribution, cellsArrested: Int) {
      self.perSharedLead = perSharedLead
      self.preparationDays = preparationDays
      self.cellsArrested = cellsArrested
    }
  }

  /// An exchange.
  public init(
    id: String, name: String, form: Form, members: [Agency.Index], probability: Double,
    delayDays: Distribution, completeness: Double = 1, trust: Double = 1, trustGain: Double = 0,
    jointOperations: JointOperations? = nil
  ) {
    self.id = id
    self.name = name
    self.form = form
    self.members = members
    self.probability = probability
    self.delayDays = delayDays
    self.completeness = completeness
    self.trust = trust
    self.trustGain = trustGain
    self.jointOperations = jointOperations
  }
}
