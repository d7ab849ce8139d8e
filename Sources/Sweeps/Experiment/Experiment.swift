import ExperimentalDesigns
import OutputStatistics
import ScenarioFormat

/// What an experiment file means.
public struct Experiment: Sendable {
  /// One of the scenarios that are varied.
  public struct Scenario: Sendable {
    /// Its name in the results.
    public var label: String
    /// What it says.
    public var document: ScenarioDocument
  }

  /// How many replications a point has.
  public enum Replications: Sendable, Equatable {
    /// So many.
    case fixed(Int)
    /// As many as it takes to know a response so well.
    case precision(PrecisionGoal)
  }

  /// How well a response is to be known at every point.
  public struct PrecisionGoal: Sendable, Equatable {
    /// The response, by its place.
    public var response: Int
    /// When its interval is narrow enough.
    public var rule: PrecisionRule
    /// How many replications come before the first look.
    public var first: Int
    /// How many there are at most.
    public var atMost: Int
  }

  /// The file, as the user named it.
  public var path: String
  /// The document as it was read.
  public var node: JSONNode
  /// What is asked.
  public var title: String
  /// The scenarios, in the order of the file.
  public var scenarios: [Scenario]
  /// The scenario that others are compared with, by its place.
  public var base: Int
  /// What is varied in each scenario.
  public var factors: [Factor]
  /// The combinations of values that each scenario is run at.
  public var design: ExperimentDesign
  /// Names the luck.
  public var seed: UInt64
  /// Whether points have the luck of a replication in common; which ones, `sharedLuck` says.
  public var hasCommonRandomNumbers: Bool
  /// How many replications a point has.
  public var replications: Replications
  /// How the best scenario is looked for, if it is.
  public var selection: ScenarioSelection?
  /// What is kept of a replication.
  public var responses: [SweepResponse]
  /// The level of all intervals.
  public var confidenceLevel: Double

  /// How many points there are: scenarios times points of the design.
  public var pointCount: Int { scenarios.count * design.pointCount }

  /// How many replications all points have together; `nil` when results decide it.
  public var plannedUnits: Int? {
    guard selection == nil, case .fixed(let count) = replications else { return nil }
    return pointCount * count
  }

  /// How many replications a point has at most.
  public var replicationLimit: Int {
    switch replications {
    case .fixed(let count): count
    case .precision(let goal): goal.atMost
    }
  }

  /// Whether each point decides by itself how many replications it has.
  var decidesByPoint: Bool {
    if case .precision = replications { true } else { false }
  }

  /// The scenario and the point of the design that a point is; scenarios change slowest.
  public func parts(ofPoint point: Int) -> (scenario: Int, designPoint: Int) {
    point.quotientAndRemainder(dividingBy: design.pointCount) as (Int, Int)
  }

  /// The values of the factors at a point.
  public func values(ofPoint point: Int) -> [FactorValue] {
    let (_, designPoint) = parts(ofPoint: point)
    return design.values(ofPoint: designPoint, factors: factors)
  }
}

/// How the best scenario is looked for.
public struct ScenarioSelection: Sendable, Equatable {
  /// How effort is spent.
  public enum Rule: Sendable, Equatable {
    /// Kim and Nelson's sequential elimination.
    case kimNelson(indifference: Double, errorProbability: Double)
    /// Optimal computing budget allocation over so many replications.
    case ocba(budget: Int)
  }

  /// How effort is spent.
  public var rule: Rule
  /// The response that scenarios are compared by, by its place.
  public var response: Int
  /// Whether more of it is better.
  public var isMaximised: Bool
  /// The response that what is gained is divided by, by its place.
  public var cost: Int?
  /// How many replications every scenario has before anything is decided.
  public var first: Int
}
