import TraffickingModel

/// The stages that the policies of a scenario make of it.
///
/// A policy is applied to the document: whatever number the format has can be a lever, and ranges,
/// shapes and checks hold for the changed scenario as they do for the written one.
struct PolicyTimeline {
  private let document: JSONNode
  private let policies: [(policy: Policy, changes: [PolicyChange])]
  private let period: Period
  /// The changes that select nothing or cannot be made.
  let problems: [ScenarioProblem]

  /// The most stages that the policies of one scenario may make.
  static let stageLimit = 500

  /// Reads the changes of all policies of a valid document; see `problems`.
  init(_ document: JSONNode, contents: ScenarioContents) {
    self.document = document
    period = contents.period
    let root = Cursor(document, shape: ScenarioShape.scenario)
    var problems = [ScenarioProblem]()
    var policies: [(policy: Policy, changes: [PolicyChange])] = []
    let entries = root.optional("policies")?.entries ?? []
    for (policy, entry) in zip(contents.policies, entries) {
      var changes = [PolicyChange]()
      for change in entry.value["changes"].entries {
        do throws(ScenarioProblem) {
          changes.append(try PolicyChange(at: change.value, in: root))
        } catch {
          problems.append(error)
        }
      }
      policies.append((policy, changes))
    }
    self.problems = problems
    self.policies = policies
  }

  /// The stages, in the order of time; empty when no policy ever has effect.
  ///
  /// - Throws: when a policy takes a number, or the scenario as a whole, out of what is allowed.
  func stages() throws(ScenarioError) -> [ScenarioStage] {
    let start = period.simulationStart
    let inForce = policies.filter { !$0.policy.changeDays.isEmpty }
    if inForce.isEmpty { return [] }
    var days: Set<Int> = [start.dayNumber]
    for (policy, _) in inForce {
      for day in policy.changeDays where day > start && day < period.end {
        days.insert(day.dayNumber)
      }
    }
    if days.count > Self.stageLimit {
      throw ScenarioError(
        ScenarioProblem(
          pointer: "/policies", found: "found \(days.count) days on which policies change",
          allowed: "at most \(Self.stageLimit)", hint: "shorten ramps or the period"))
    }
    var stages = [ScenarioStage]()
    for number in days.sorted() {
      let day = CivilDate(dayNumber: number)
      stages.append(ScenarioStage(from: day, contents: try contents(on: day)))
    }
    return stages
  }

  private func contents(on day: CivilDate) throws(ScenarioError) -> ScenarioContents {
    do throws(ScenarioProblem) {
      var staged = ChangedDocument(valid: document)
      for (policy, changes) in policies {
        let effect = policy.effect(on: day)
        if effect == 0 { continue }
        for change in changes {
          try change.apply(to: &staged, effect: effect, policy: policy, on: day)
        }
      }
      if let problem = staged.problems().first { throw problem }
      return try ScenarioBuilder(Cursor(staged.node, shape: ScenarioShape.scenario)).contents()
    } catch {
      let error = ScenarioError(error)
      let isOfPolicy = error.problems[0].pointer.hasPrefix("/policies/")
      throw isOfPolicy ? error : error.underPolicies(on: day)
    }
  }
}
