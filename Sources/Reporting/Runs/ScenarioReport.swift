import FlowSimulation
import ResultFiles
import ScenarioFormat
import TraffickingModel

/// What is in a scenario, for a person who is about to use it.
public struct ScenarioReport {
  private let document: ScenarioDocument
  private let width: Int
  private let glyphs: Glyphs
  private let emphasis: Bool

  /// A report for an output of some width.
  public init(of document: ScenarioDocument, width: Int, glyphs: Glyphs, emphasis: Bool) {
    self.document = document
    self.width = width
    self.glyphs = glyphs
    self.emphasis = emphasis
  }

  private var contents: ScenarioContents { document.scenario.contents }

  /// The whole report.
  public func text() -> String {
    [heading(), counts(), mechanisms(), frontiers(), provenance()].joined(separator: "\n")
  }

  /// Every number of a scenario: pointer, value, unit, range, source, note.
  public static func parametersCSV(of document: ScenarioDocument) -> [UInt8] {
    var table = CSVDocument(
      header: ["pointer", "value", "unit", "low", "high", "distribution", "source", "note"])
    for quantity in document.quantities {
      table.add(quantity.pointer.description)
      table.add(quantity.value)
      table.add(quantity.unit.isEmpty ? .missing : .text(quantity.unit))
      table.add(quantity.low)
      table.add(quantity.high)
      table.add(quantity.uncertainty.map { .text(words(of: $0)) } ?? .missing)
      table.add(quantity.source.map(CSVCell.text) ?? .missing)
      table.add(quantity.note.map(CSVCell.text) ?? .missing)
      table.endRow()
    }
    return table.bytes
  }

  /// An uncertainty distribution as one cell.
  private static func words(of uncertainty: Uncertainty) -> String {
    let (name, parameters): (String, [Double]) =
      switch uncertainty {
      case .uniform(let lower, let upper): ("uniform", [lower, upper])
      case .triangular(let lower, let mode, let upper): ("triangular", [lower, mode, upper])
      case .normal(let mean, let deviation): ("normal", [mean, deviation])
      case .lognormal(let mean, let ratio): ("lognormal", [mean, ratio])
      }
    return "\(name)(\(parameters.map(NumberText.shortest).joined(separator: "; ")))"
  }

  private func heading() -> String {
    let period = contents.period
    let warmUp = period.warmUpDays == 0 ? "" : ", after \(period.warmUpDays) days of warm-up"
    return """
      \(contents.title)
      \(wrapped(contents.description))

      \(period.start) to \(period.end) (\(period.reportedDays) days\(warmUp)), \
      routes by \(contents.routing.rawValue)

      """
  }

  /// Text in lines of at most the report's width, all but the first indented further by two.
  private func wrapped(_ text: String, indent: Int = 0) -> String {
    let margin = String(repeating: " ", count: indent)
    var lines = [margin]
    for word in text.split(separator: " ") {
      let line = lines[lines.count - 1]
      let isStart = line.allSatisfy { $0 == " " }
      let columns = TerminalText.columns(of: line) + 1 + TerminalText.columns(of: String(word))
      if isStart {
        lines[lines.count - 1] += word
      } else if columns <= width {
        lines[lines.count - 1] = "\(line) \(word)"
      } else {
        lines.append((indent == 0 ? "" : margin + "  ") + word)
      }
    }
    return lines.joined(separator: "\n")
  }

  private func counts() -> String {
    var table = TextTable(columns: [.init("What"), .init("Number", .right), .init("Which")])
    func add(_ what: String, _ count: Int, _ which: [String]) {
      table.addRow([what, NumberText.count(count), which.joined(separator: ", ")])
    }
    let crossings = contents.corridors.compactMap(\.crossing)
    let green = crossings.count { $0.isGreen }
    add("Countries", contents.countries.count, contents.countries.map(\.id))
    add(
      "Places", contents.places.count,
      groups(contents.places.map { contents.countries[$0.country].id }))
    add(
      "Corridors", contents.corridors.count,
      groups(contents.corridors.map { contents.modes[$0.mode].id })
        + ["of these over frontiers: \(green) green, \(crossings.count - green) checkpoint"])
    add("Frontiers", contents.frontiers.count, contents.frontiers.map(\.id))
    add(
      "Agencies", contents.agencies.count, groups(contents.agencies.map { $0.layer.rawValue }))
    add("Commodities", contents.commodities.count, contents.commodities.map(\.id))
    add(
      "Organisations", contents.organisations.count, ["synthetic"])
    add(
      "Supplies", contents.supplies.count,
      groups(contents.supplies.map { contents.commodities[$0.commodity].id }))
    add("Markets", contents.markets.count, contents.markets.map(\.id))
    add("Closures", contents.closures.count, contents.closures.map(\.id))
    return table.rendered(width: width, glyphs: glyphs, emphasis: emphasis)
  }

  /// What acts in the scenario, and what it leaves out.
  private func mechanisms() -> String {
    let all = MechanismReport(of: contents).mechanisms
    var lines = ["What acts"]
    for mechanism in all {
      guard let effect = mechanism.effect else { continue }
      lines.append(wrapped("\(mechanism.name): \(effect)", indent: 2))
    }
    let absent = all.filter { $0.effect == nil }.map(\.name)
    if !absent.isEmpty {
      lines.append(wrapped("Left out: \(absent.joined(separator: ", ")).", indent: 2))
    }
    return lines.joined(separator: "\n") + "\n"
  }

  /// How often each name comes, in the order of first appearance: `road 84`.
  private func groups(_ names: [String]) -> [String] {
    var order = [String]()
    var counts: [String: Int] = [:]
    for name in names {
      if counts[name] == nil { order.append(name) }
      counts[name, default: 0] += 1
    }
    return order.map { "\($0) \(counts[$0] ?? 0)" }
  }

  private func frontiers() -> String {
    if contents.frontiers.isEmpty { return "No frontiers.\n" }
    var table = TextTable(
      title: "Frontiers and their sections",
      columns: [
        .init("Section"), .init("Length, km", .right), .init("Corridors", .right),
        .init("Green", .right), .init("Assumed detection a green crossing, %", .right),
      ])
    for (offset, frontier) in contents.frontiers.enumerated() {
      let length = NumberText.shortest(frontier.lengthKilometres)
      table.addHeading("\(frontier.name), \(length) km")
      for (number, section) in contents.sections.enumerated()
      where section.frontier.offset == offset {
        addRow(section, FrontierSection.Index(number), to: &table)
      }
    }
    return table.rendered(width: width, glyphs: glyphs, emphasis: emphasis)
  }

  private func addRow(
    _ section: FrontierSection, _ index: FrontierSection.Index, to table: inout TextTable
  ) {
    let crossing = contents.corridors.filter { $0.crossing?.section == index }
    let green = crossing.filter { $0.crossing?.isGreen == true }
    let detection = green.map { corridor in
      let hazard = contents.expectedHazard(on: corridor)
      return 100 * DetectionHazard.probability(ofHazard: hazard)
    }
    var range = "-"
    if let least = detection.min(), let greatest = detection.max() {
      range = NumberText.significant(least)
      if greatest > least { range += " to \(NumberText.significant(greatest))" }
    }
    table.addRow([
      section.name, NumberText.shortest(section.lengthKilometres),
      "\(crossing.count)", "\(green.count)", range,
    ])
  }

  /// The source id by which a scenario marks judgement.
  public static let assumptionSource = "assumption"

  /// How many numbers without a source are listed.
  private static let listLimit = 20

  private func provenance() -> String {
    let quantities = document.quantities
    let unsourced = quantities.filter { $0.source == nil }
    let assumed = quantities.filter { $0.source == Self.assumptionSource }
    let unranged = assumed.filter { !$0.hasUncertainty }
    var lines = [
      "Numbers: \(NumberText.count(quantities.count)); from a source: "
        + "\(NumberText.count(quantities.count - unsourced.count - assumed.count)); assumed: "
        + "\(NumberText.count(assumed.count)), of these without a range: "
        + "\(NumberText.count(unranged.count)); with a range: "
        + "\(NumberText.count(quantities.count { $0.hasUncertainty })); without a source: "
        + NumberText.count(unsourced.count)
    ]
    for quantity in unsourced.prefix(Self.listLimit) {
      lines.append("  no source: \(quantity.pointer) = \(NumberText.shortest(quantity.value))")
    }
    if unsourced.count > Self.listLimit {
      lines.append("  and \(unsourced.count - Self.listLimit) more; see --parameters")
    }
    return lines.joined(separator: "\n") + "\n"
  }
}
