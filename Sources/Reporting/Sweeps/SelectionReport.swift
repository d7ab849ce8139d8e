import OutputStatistics
import ResultFiles
import Sweeps

/// Which scenario is the best, and when the others were left out.
struct SelectionReport {
  private let race: SelectionRace
  private let experiment: Experiment

  init(of race: SelectionRace, in experiment: Experiment) {
    self.race = race
    self.experiment = experiment
  }

  func text(width: Int, glyphs: Glyphs) -> String {
    guard let selection = experiment.selection else { return "" }
    let standings = race.standings(level: experiment.confidenceLevel)
      .filter { $0.tally.count > 0 }
    var table = TextTable(
      title: title(of: selection),
      columns: [
        .init("Rank", .right), .init("Scenario"), .init("Mean", .right), .init("n", .right),
        .init("From #1", .right), .init("Race"),
      ])
    let ranks = Dictionary(
      uniqueKeysWithValues: standings.enumerated().map { ($1.point, $0 + 1) })
    for (place, standing) in standings.enumerated() {
      let interval = standing.tally.confidenceInterval(level: experiment.confidenceLevel)
      table.addRow([
        "\(place + 1)", label(ofPoint: standing.point),
        NumberText.estimate(standing.tally.mean, interval, glyphs: glyphs),
        "\(standing.tally.count)",
        standing.difference.map { NumberText.estimate($0.estimate, $0.interval, glyphs: glyphs) }
          ?? "",
        fate(of: standing, ranks: ranks),
      ])
    }
    var text = table.rendered(width: width, glyphs: glyphs, emphasis: false)
    if standings.count > 1 {
      text +=
        race.isPaired
        ? "From #1: over the replications that both have; means over unlike n differ by luck too\n"
        : "From #1: difference of means of independent luck\n"
    }
    for (point, reason) in race.excluded { text += "\(label(ofPoint: point)): \(reason)\n" }
    for remark in race.remarks { text += "Note: \(remark)\n" }
    if let problem = race.problem { text += "No selection: \(problem)\n" }
    return text
  }

  private func title(of selection: ScenarioSelection) -> String {
    let response = experiment.responses[selection.response].id
    let what =
      selection.cost.map {
        "gain in \(response) over \(experiment.scenarios[experiment.base].label) for each unit of "
          + "\(experiment.responses[$0].id)"
      } ?? response
    switch selection.rule {
    case .kimNelson(let indifference, let error):
      return "Selection by \(what): Kim and Nelson, indifference "
        + "\(NumberText.significant(indifference)), error at most "
        + NumberText.percent(error, digits: 1)
    case .ocba(let budget):
      return "Selection by \(what): OCBA, \(NumberText.count(budget)) replications in all"
    }
  }

  private func fate(of standing: SelectionStanding, ranks: [Int: Int]) -> String {
    switch standing.status {
    case .selected: return "selected"
    case .inRace: return standing.isTie ? "in the race, a tie with #1" : "still in the race"
    case .notSelected: return standing.isTie ? "a tie with #1" : ""
    case .excluded: return "takes no part"
    case .eliminated:
      let by = standing.eliminatedBy.flatMap { ranks[$0] }.map { "#\($0)" } ?? ""
      let after = "out after \(standing.outAfter ?? 0)"
      return standing.isTie ? "\(after), a tie with \(by)" : "\(after) by \(by)"
    }
  }

  private func label(ofPoint point: Int) -> String {
    experiment.scenarios[experiment.parts(ofPoint: point).scenario].label
  }
}
