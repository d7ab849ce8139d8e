import ResultFiles
import Sweeps

/// What an experiment would run, before it is run.
public struct SweepPlanReport {
  private let experiment: Experiment
  private let shard: SweepShard

  /// How many points are shown.
  private static let shownPoints = 5
  /// How many factors of them.
  private static let shownFactors = 6

  /// A plan of an experiment, or of a part of it.
  public init(of experiment: Experiment, shard: SweepShard = .whole) {
    self.experiment = experiment
    self.shard = shard
  }

  /// The counts, the first points, and a guess of the time from one replication of the first point.
  ///
  /// - Throws: what is wrong with the first point.
  public func text() throws -> String {
    let points = SweepPoints(of: experiment)
    let clock = ContinuousClock()
    var eventCount = 0
    let taken = try clock.measure {
      let record = try points.record(of: SweepUnit(point: 0, replication: 0))
      if case .done(_, let count) = record?.result { eventCount = count }
    }
    let seconds = taken / .seconds(1)
    var lines = [
      experiment.title, "",
      "points        \(NumberText.count(experiment.pointCount)): "
        + "\(experiment.scenarios.count) x \(NumberText.count(experiment.design.pointCount)) of "
        + experiment.design.name,
      "factors       \(NumberText.count(experiment.factors.count))",
      "replications  \(replications)",
      "luck          \(experiment.sharedLuck.words)",
      "one takes     \(NumberText.significant(seconds, digits: 2)) s on one processor, "
        + "\(NumberText.count(eventCount)) events",
    ]
    if let count = experiment.plannedUnits {
      lines.append(
        "all take      about \(Self.time(seconds * Double(count))) of processor time")
    }
    if !shard.isWhole, let count = shard.plannedUnits(of: experiment) {
      lines.append(
        "shard         \(shard): \(NumberText.count(count)) replications, about "
          + "\(Self.time(seconds * Double(count))) of processor time")
    }
    let remarks = SweepSensitivity.remarks(before: experiment)
    if !remarks.isEmpty { lines += [""] + remarks }
    lines += ["", "The first points:"]
    for point in 0..<min(Self.shownPoints, experiment.pointCount) { lines.append(row(point)) }
    return lines.joined(separator: "\n") + "\n"
  }

  private var replications: String {
    switch experiment.replications {
    case .fixed(let count):
      return experiment.selection == nil
        ? "\(NumberText.count(count)) of each point" : "at most \(NumberText.count(count)) of each"
    case .precision(let goal):
      return "\(goal.first) to \(NumberText.count(goal.atMost)) of each point"
    }
  }

  private func row(_ point: Int) -> String {
    let scenario = experiment.scenarios[experiment.parts(ofPoint: point).scenario].label
    let values = zip(experiment.factors, experiment.values(ofPoint: point))
      .prefix(Self.shownFactors).map { "\($0.id) \($1.text)" }
    let more = experiment.factors.count > Self.shownFactors ? ", ..." : ""
    return "  \(point)  \(scenario)  " + values.joined(separator: ", ") + more
  }

  private static func time(_ seconds: Double) -> String {
    switch seconds {
    case ..<120: "\(NumberText.significant(seconds, digits: 2)) s"
    case ..<7200: "\(NumberText.significant(seconds / 60, digits: 2)) minutes"
    default: "\(NumberText.significant(seconds / 3600, digits: 2)) hours"
    }
  }
}
