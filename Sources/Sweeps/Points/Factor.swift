import ExperimentalDesigns
import ScenarioFormat
import TraffickingModel

/// One thing that an experiment varies.
public struct Factor: Sendable {
  /// Its name, a column of design.csv.
  public let id: String
  /// What it does to a scenario.
  let effect: Effect
  /// The values it can take.
  let domain: Domain
  /// What its values may be, where they are put in the place of a number as they are.
  var allowed: Quantity?

  /// What the value of a factor does to a scenario.
  enum Effect: Sendable {
    /// Changes every number that the selector finds.
    case numbers(ParameterSelector, Operation)
    /// Changes one number.
    case number(JSONPointer)
    /// Gives each of these numbers the value at the same quantile of its own range.
    case quantities([Target])
    /// Switches a policy.
    case policy(String)
    /// Puts a word in a place.
    case word(JSONPointer)
  }

  /// What a level does to a number.
  enum Operation: String, CaseIterable, Sendable {
    case set, scale, add
  }

  /// A number that the scenario declares to be uncertain.
  struct Target: Sendable {
    var pointer: JSONPointer
    var range: SampledRange
  }

  /// The values of a factor.
  enum Domain: Sendable {
    /// These and no others.
    case levels([FactorValue])
    /// The values of one distribution.
    case sampled(SampledRange)
    /// Quantiles, for numbers that each have a range of their own.
    case quantiles
  }

  /// What stands for low and high where a design asks for levels of what is sampled.
  private static let ends = [0.05, 0.95]

  /// How many levels a design of levels has for it: those given, or two near the ends of what is
  /// sampled.
  var levelCount: Int {
    guard case .levels(let levels) = domain else { return Self.ends.count }
    return levels.count
  }

  /// What is cut off at each end of a distribution whose tails have no end, where a design goes to
  /// the very ends of every factor.
  private static let cutTail = 0.005

  /// Where a quantile of a design that reaches 0 or 1 lies in the factor's distribution: there
  /// itself, or within the middle 99 per cent of one with an open tail.
  func quantile(reachingEnds quantile: Double) -> Double {
    let hasOpenTail =
      switch (effect, domain) {
      case (_, .sampled(let range)): range.hasOpenTail
      case (.quantities(let targets), _): targets.contains { $0.range.hasOpenTail }
      default: false
      }
    return hasOpenTail ? Self.cutTail + (1 - 2 * Self.cutTail) * quantile : quantile
  }

  /// What it is at a point of a design.
  func value(at setting: FactorSetting) -> FactorValue {
    switch (setting, domain) {
    case (.nominal, _): return .nominal
    case (.level(let level), .levels(let levels)): return levels[level]
    case (.level(let level), _): return value(at: .quantile(Self.ends[level]))
    case (.quantile(let quantile), .levels(let levels)):
      return levels[min(levels.count - 1, Int(quantile * Double(levels.count)))]
    case (.quantile(let quantile), .sampled(let range)):
      return .number(range.value(at: quantile))
    case (.quantile(let quantile), .quantiles): return .number(quantile)
    }
  }

  /// Whether its values are some levels that the file lists, and not sampled.
  var hasLevels: Bool {
    if case .levels = domain { true } else { false }
  }

  /// Whether it has one value only, and so no effect that could be seen.
  var hasOneValue: Bool {
    switch domain {
    case .levels(let levels): levels.count == 1
    case .sampled(let range): range.wholeValueCount == 1
    case .quantiles: false
    }
  }

  /// How far it is from one of its values to another, as a share of its whole range.
  ///
  /// `nil` for what is sampled from a continuum, where quantiles say it. Levels and whole numbers
  /// that are all alike count by their places.
  func step(from before: FactorValue, to after: FactorValue) -> Double? {
    switch (domain, before, after) {
    case (.levels(let levels), _, _):
      guard levels.count > 1, let start = levels.firstIndex(of: before),
        let end = levels.firstIndex(of: after)
      else { return nil }
      return Double(end - start) / Double(levels.count - 1)
    case (.sampled(let range), .number(let start), .number(let end)):
      guard let count = range.wholeValueCount, count > 1 else { return nil }
      return (end - start) / Double(count - 1)
    default: return nil
    }
  }

  /// Changes a scenario to what the factor makes of it at a value.
  ///
  /// - Throws: when a number leaves the range that the format gives it.
  func apply(
    _ value: FactorValue, to document: inout ChangedDocument
  ) throws(ScenarioProblem) {
    switch (effect, value) {
    case (_, .nominal): break
    case (.numbers(let selector, let operation), .number(let level)):
      try apply(level, operation, to: selector, in: &document)
    case (.number(let pointer), .number(let number)):
      document.set([(pointer, number)])
    case (.quantities(let targets), .number(let quantile)):
      document.set(targets.map { ($0.pointer, $0.range.value(at: quantile)) })
    case (.policy(let id), .isOn(let isOn)):
      document.set(Self.switchPointer(ofPolicy: id), to: .bool(isOn))
    case (.word(let pointer), .word(let word)):
      document.set(pointer, to: .string(word))
    default: preconditionFailure("the value \(value) is not one of factor \(id)")
    }
  }

  private func apply(
    _ level: Double, _ operation: Operation, to selector: ParameterSelector,
    in document: inout ChangedDocument
  ) throws(ScenarioProblem) {
    var numbers: [(pointer: JSONPointer, value: Double)] = []
    for parameter in selector.matches(in: Cursor(document.node, shape: ScenarioShape.scenario)) {
      let number: Double
      switch operation {
      case .set: number = level
      case .scale: number = parameter.number * level
      case .add: number = parameter.number + level
      }
      if let quantity = parameter.quantity, !quantity.accepts(number) {
        throw parameter.problem(
          found: "found that factor \"\(id)\" takes it to \(number)", allowed: quantity.words,
          hint: "narrow the levels or the distribution of the factor")
      }
      numbers.append((parameter.pointer, number))
    }
    document.set(numbers)
  }

  /// The places in a scenario that it changes.
  func places(in document: ScenarioDocument) -> [JSONPointer] {
    switch effect {
    case .numbers(let selector, _):
      selector.matches(in: Cursor(document.resolved, shape: ScenarioShape.scenario))
        .map(\.pointer)
    case .number(let pointer), .word(let pointer): [pointer]
    case .quantities(let targets): targets.map(\.pointer)
    case .policy(let id): [Self.switchPointer(ofPolicy: id)]
    }
  }

  /// Whether what stands in its places before has no part in what it puts there.
  var replaces: Bool {
    switch effect {
    case .numbers(_, .scale), .numbers(_, .add): false
    case .numbers(_, .set), .number, .quantities, .policy, .word: true
    }
  }

  private static func switchPointer(ofPolicy id: String) -> JSONPointer {
    JSONPointer(tokens: ["policies", id, "enabled"])
  }

  /// What it is in a scenario as that stands in its file, where one value says it.
  ///
  /// `nominal` for a factor that several numbers share, each with a value of its own.
  package func nominalValue(in document: ScenarioDocument) -> FactorValue {
    switch effect {
    case .numbers(_, .scale): return .number(1)
    case .numbers(_, .add): return .number(0)
    case .numbers(let selector, .set):
      let root = Cursor(document.resolved, shape: ScenarioShape.scenario)
      let matches = selector.matches(in: root)
      return matches.count == 1 ? .number(matches[0].number) : .nominal
    case .number(let pointer):
      let node = pointer.resolve(in: document.resolved)
      let number = node?.number ?? node?["value"]?.number
      return number.map { .number($0.double) } ?? .nominal
    case .quantities: return .nominal
    case .policy(let id):
      let policy = document.scenario.contents.policies.first { $0.id == id }
      return policy.map { .isOn($0.isEnabled) } ?? .nominal
    case .word(let pointer):
      return pointer.resolve(in: document.resolved)?.string.map { .word($0) } ?? .nominal
    }
  }

  /// What it is and does, in a sentence for the description of design.csv.
  public var summary: String {
    switch effect {
    case .numbers(_, .set): "The value that numbers of the scenario take."
    case .numbers(_, .scale): "What numbers of the scenario are multiplied with."
    case .numbers(_, .add): "What is added to numbers of the scenario."
    case .number(let pointer): "The number at \(pointer)."
    case .quantities(let targets):
      "The quantile of the declared ranges at which \(targets.count) numbers stand together."
    case .policy(let id): "Whether the policy \(id) is in force."
    case .word(let pointer): "The word at \(pointer)."
    }
  }

  /// Whether its values are numbers.
  public var isNumeric: Bool {
    switch effect {
    case .numbers, .number, .quantities: true
    case .policy, .word: false
    }
  }
}
