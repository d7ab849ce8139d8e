import FlowSimulation
import ScenarioFormat
import TraffickingModel

/// What a person is told of the history that variants share with their base.
enum SharedHistoryRemark {
  /// A line for each day from which on variants differ.
  ///
  /// - Parameter family: the base, then the variants.
  static func text(on variants: [ScenarioDocument], in family: NetworkFamily) -> String {
    let base = family.networks[0]
    let period = base.scenario.contents.period
    let start = period.simulationStart
    var paths: [Int: [String]] = [:]
    for (variant, network) in zip(variants, family.networks.dropFirst()) {
      let day = start.dayNumber + Int(base.daysShared(with: network))
      paths[day, default: []].append(variant.path)
    }
    return paths.keys.sorted().map { number in
      let names = (paths[number] ?? []).joined(separator: ", ")
      let day = CivilDate(dayNumber: number)
      if day == start { return "Simulated by themselves from the start: \(names)\n" }
      if day == period.end { return "Never different from the base: \(names)\n" }
      return "Simulated together with the base until \(day): \(names)\n"
    }.joined()
  }
}
