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
    var table = TextTable(
      title: title(of: selection),
      columns: [
        .init("Rank", .right), .init("Scenario"), .init("Mean", .right), .init("n", .right),
        .init("Race"),
      ])
    for (rank, entrant) in ranking.enumerated() {
      let tally = race.entrants[entrant].tally
      let halfWidth = tally.confidenceInterval(level: experiment.confidenceLevel)?.halfWidth
      table.addRow([
        "\(rank + 1)", label(of: entrant),
        halfWidth.map { NumberText.estimate(tally.mean, halfWidth: $0, glyphs: glyphs) }
          ?? NumberText.significant(tally.mean),
        "\(tally.count)", fate(of: entrant),
      ])
    }
    var text = table.rendered(width: width, glyphs: glyphs, emphasis: false)
    for (point, reason) in race.excluded { text += "\(label(ofPoint: point)): \(reason)\n" }
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
      return "Selection by \(what): OCBA, \(NumberText.count(budget)) replications"
    }
  }

  /// The survivors first, then those left out, the last one first; by their means where alike.
  private var ranking: [Int] {
    func key(_ entrant: Int) -> (Int, Double) {
      let mean = race.entrants[entrant].tally.mean
      let left = race.eliminations.first { $0.system == entrant }?.replicationCount
      return (-(left ?? Int.max), race.isMaximised ? -mean : mean)
    }
    return race.entrants.indices.filter { race.entrants[$0].tally.count > 0 }
      .sorted { key($0) < key($1) }
  }

  private func fate(of entrant: Int) -> String {
    if let left = race.eliminations.first(where: { $0.system == entrant }) {
      return "out after \(left.replicationCount) by \(rank(of: left.by))"
    }
    guard race.survivors.contains(entrant) else { return "" }
    return race.survivors.count == 1 ? "selected" : "still in the race"
  }

  /// The rank of an entrant, as the table shows it.
  private func rank(of entrant: Int) -> String {
    ranking.firstIndex(of: entrant).map { "#\($0 + 1)" } ?? label(of: entrant)
  }

  private func label(of entrant: Int) -> String { label(ofPoint: race.entrants[entrant].point) }

  private func label(ofPoint point: Int) -> String {
    experiment.scenarios[experiment.parts(ofPoint: point).scenario].label
  }
}
