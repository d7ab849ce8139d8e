import CommandLineOptions
import Experiments
import FlowSimulation
import Foundation
import OutputStatistics
import Reporting
import ResultFiles
import ScenarioFormat

/// What the user asked of `panj run`, checked.
struct RunOptions {
  var seed: UInt64
  var replications: Int?
  var cap: Int?
  var precision: [Assignment]
  var workers: Int
  var isAntithetic: Bool
  var usesControls: Bool
  var out: String?
  var replaces: Bool
  var isQuiet: Bool
  var format: OutputFormat

  init(_ arguments: ParsedArguments) throws(UsageError) {
    seed = try arguments.seed("seed") ?? 1
    replications = try arguments.positiveInteger(
      "replications", upTo: RunCommand.maximumReplications)
    cap = try arguments.positiveInteger("cap", upTo: RunCommand.maximumReplications)
    precision = try arguments.assignments("precision")
    workers =
      try arguments.positiveInteger("workers", upTo: 1024)
      ?? ProcessInfo.processInfo.activeProcessorCount
    isAntithetic = arguments.isGiven("antithetic")
    usesControls = arguments.isGiven("controls")
    out = try arguments.path("out")
    replaces = arguments.isGiven("replace")
    isQuiet = arguments.isGiven("quiet")
    format = try arguments.choice("format", as: OutputFormat.self) ?? .table
    if !precision.isEmpty, replications != nil {
      throw UsageError(
        "--replications and --precision exclude each other",
        hint: "use --cap for the most replications that --precision may take")
    }
    if precision.isEmpty, cap != nil {
      throw UsageError("--cap goes with --precision", hint: "use --replications for a number")
    }
    if isAntithetic, let odd = [replications, cap].compactMap({ $0 }).first(where: { $0 % 2 == 1 })
    {
      throw UsageError(
        "--antithetic runs pairs of replications, and \(odd) is odd",
        hint: "ask for \(odd + 1)")
    }
    if replaces, out == nil {
      throw UsageError(
        "--replace goes with --out", hint: "a folder that Panj names itself is always replaced")
    }
  }

  /// The plan of the batch.
  func plan(for layout: OutcomeLayout) throws(UsageError) -> BatchPlan {
    var stopping = StoppingRule.fixed(replications ?? RunCommand.defaultReplications)
    if !precision.isEmpty {
      var targets = [PrecisionTarget]()
      for assignment in precision { targets.append(try target(assignment, layout)) }
      stopping = .precision(targets, cap: cap ?? RunCommand.defaultCap)
    }
    var plan = BatchPlan(
      seed: seed, stopping: stopping, workerCount: workers, isAntithetic: isAntithetic)
    plan.usesControls = usesControls
    plan.watchedColumns =
      layout.columns.firstIndex { $0.response == .deliveredKilograms }.map { [$0] } ?? []
    return plan
  }

  private func target(
    _ assignment: Assignment, _ layout: OutcomeLayout
  ) throws(UsageError) -> PrecisionTarget {
    let names = layout.columns.map(\.name)
    guard let column = names.firstIndex(of: assignment.name) else {
      let nearest = NearestName.suggestion(for: assignment.name, among: names)
      throw UsageError(
        "'\(assignment.name)' is not a response of this scenario",
        hint: nearest.map { "did you mean '\($0)'?" }
          ?? "responses are the columns of replications.csv, such as '\(names[0])'")
    }
    guard let percent = Double(assignment.value), percent >= 0.01, percent <= 100 else {
      throw UsageError(
        "'\(assignment.value)' is not a precision",
        hint: "give the half-width in per cent of the mean, 0.01 to 100")
    }
    return PrecisionTarget(column: column, rule: PrecisionRule(relativeTarget: percent / 100))
  }

  /// The folder asked for, or one whose name says what is in it, so that only the same run is ever
  /// replaced without being asked.
  func folderPath(for document: ScenarioDocument, plan: BatchPlan) -> String {
    if let out { return out }
    let file = document.path.split(separator: "/").last.map(String.init) ?? "scenario"
    let name = file.hasSuffix(".json") ? String(file.dropLast(5)) : file
    let hash = SHA256.hexadecimal(RunRecord.scenarioBytes(of: document)).prefix(8)
    var ending = "n\(plan.stopping.cap)"
    if case .precision(let targets, _) = plan.stopping {
      ending = "p" + targets.map { "\($0.column)-\($0.rule.halfWidth)" }.joined(separator: "-")
      ending += "-n\(plan.stopping.cap)"
    }
    if plan.isAntithetic { ending += "-antithetic" }
    if plan.usesControls { ending += "-controls" }
    return "runs/\(name)-\(hash)-s\(plan.seed)-\(ending)"
  }
}
