import ResultFiles
import TraffickingModel

/// What acts in a scenario, section by section of the file, in words for someone who asks what a
/// policy could move.
package struct MechanismReport {
  private let contents: ScenarioContents

  package init(of contents: ScenarioContents) { self.contents = contents }

  /// One mechanism: what the section of the file is called, and what it does here; `nil` for one
  /// that the scenario leaves out.
  package struct Mechanism {
    package var name: String
    package var effect: String?
  }

  /// All mechanisms that a scenario can have, in the order of the documentation.
  package var mechanisms: [Mechanism] {
    [
      Mechanism(name: "closures", effect: closures),
      Mechanism(name: "patrols", effect: patrols),
      Mechanism(name: "deployment", effect: deployment),
      Mechanism(name: "checkpoints", effect: checkpoints),
      Mechanism(name: "corruption", effect: corruption),
      Mechanism(name: "clashes", effect: clashes),
      Mechanism(name: "controlledDelivery", effect: controlledDelivery),
      Mechanism(name: "learning", effect: learning),
      Mechanism(name: "structure", effect: structure),
      Mechanism(name: "intelligence", effect: intelligence),
      Mechanism(name: "exchanges", effect: exchanges),
      Mechanism(name: "laboratories", effect: laboratories),
      Mechanism(name: "priceResponse", effect: prices),
      Mechanism(name: "policies", effect: policies),
    ]
  }

  private var closures: String? {
    if contents.closures.isEmpty { return nil }
    return NumberText.count(contents.closures.count, "yearly closure shuts", "yearly closures shut")
      + " passes and crossings; what finds every way closed waits."
  }

  private var patrols: String? {
    let patrolled = contents.sections.filter { $0.surveillance?.patrols.isEmpty == false }
    if patrolled.isEmpty { return nil }
    let sensors = contents.sections.count { $0.surveillance?.sensors != nil }
    return "Patrols search the border band of \(patrolled.count) of "
      + NumberText.count(contents.sections.count, "section", "sections")
      + ", and sensors watch \(sensors): more kilometres a day find more, the same kilometres on a "
      + "longer section find less."
  }

  private var deployment: String? {
    let mobile = contents.frontiers.compactMap { frontier in
      frontier.deployment.map { deployment in
        "\(frontier.name) (\(percent(deployment.mobileShare)) of the patrols, every "
          + "\(days(deployment.redeploymentDays)))"
      }
    }
    if mobile.isEmpty { return nil }
    return "Patrols move between sections at random, so that where they were says little of where "
      + "they will be: "
      + mobile.joined(separator: ", ") + "."
  }

  private var checkpoints: String? {
    if contents.checkpoints.isEmpty { return nil }
    let vehicles = contents.checkpoints.reduce(0) { $0 + $1.licitVehiclesPerDay }
    return "At \(NumberText.count(contents.checkpoints.count, "crossing", "crossings")) vehicles "
      + "queue for inspection lanes beside \(number(vehicles)) licit ones a day; what is not "
      + "selected or is waved through a full queue escapes customs, though no other layer."
  }

  private var corruption: String? {
    let rates = contents.agencies.map(\.corruption).filter { $0 > 0 }
    guard let least = rates.min(), let most = rates.max() else { return nil }
    let agencies = NumberText.count(contents.agencies.count, "agency", "agencies")
    return rates.count == 1
      ? "1 of \(agencies) lets \(percent(most)) of what it detects pass for money."
      : "\(rates.count) of \(agencies) let \(range(least, most)) of what they detect pass for "
        + "money."
  }

  private var clashes: String? {
    guard let clashes = contents.clashes else { return nil }
    let armed = contents.organisations.count { $0.armament > 0 }
    let facing = contents.agencies.count { $0.confrontation > 0 }
    return
      "Carriers of \(NumberText.count(armed, "organisation", "organisations")) resist with arms "
      + "when officers of \(NumberText.count(facing, "agency", "agencies")) confront them; "
      + "\(percent(clashes.seizureProbability)) of clashes end in a seizure, the others in an "
      + "escape, and both sides lose people."
  }

  private var controlledDelivery: String? {
    guard let conduct = contents.controlledDelivery else { return nil }
    let rates = contents.agencies.map(\.controlledDelivery).filter { $0 > 0 }
    let who = rates.min().flatMap { least in
      rates.max().map { most in
        rates.count == 1
          ? "1 agency lets \(percent(most)) of what it detects"
          : "\(rates.count) agencies let \(range(least, most)) of what they detect"
      }
    }
    return "\(who ?? "No agency so far lets consignments") go on under watch to the market; the "
      + "watch fails with probability \(percent(conduct.lossPerPassage)) a passage, and an arrival "
      + "dismantles the organisation with probability "
      + "\(percent(conduct.dismantlingProbability))."
  }

  private var learning: String? {
    let learners = contents.organisations.compactMap(\.learning)
    guard let first = learners.first else { return nil }
    let all = NumberText.count(contents.organisations.count, "organisation", "organisations")
    let how =
      learners.count == 1
      ? "learns where it loses consignments and chooses its routes anew (every "
      : "learn where they lose consignments and choose their routes anew (the first every "
    return "\(learners.count) of \(all) \(how)\(days(first.reviewDays))): pressure on one section "
      + "moves flow to others. Without learning it would not."
  }

  private var structure: String? {
    let structures = contents.organisations.compactMap(\.structure)
    if structures.isEmpty { return nil }
    let arresting = contents.agencies.count { $0.arrest > 0 }
    let trading = structures.count { $0.finances != nil }
    let who = NumberText.count(structures.count, "organisation has", "organisations have")
    return "\(who) cells that arrests take away (seizures of "
      + "\(NumberText.count(arresting, "agency", "agencies")) lead to arrests) and that are "
      + "replaced; the last arrest dismantles an organisation until it forms anew, and others take "
      + "over a share of what it fails to move. \(trading) of them can go broke."
  }

  private var intelligence: String? {
    guard let intelligence = contents.intelligence else { return nil }
    let perYear = intelligence.sources.reduce(0) { $0 + $1.leadsPerYear }
    return "\(percent(intelligence.leadsPerSeizure)) of seizures give a lead, "
      + "\(NumberText.count(intelligence.sources.count, "source", "sources")) another "
      + "\(number(perYear)) a year; an agency with a lead on an organisation looks "
      + "\(number(intelligence.hazardFactor)) times as hard at its consignments, for "
      + "\(days(intelligence.lifetimeDays)) in the mean; "
      + "\(percent(intelligence.falseShare)) of leads are false; while an agency follows one, all "
      + "its hazards are multiplied with \(number(intelligence.falseLeadFactor))."
  }

  private var exchanges: String? {
    guard let exchanges = contents.intelligence?.exchanges, !exchanges.isEmpty else { return nil }
    let list = exchanges.map { exchange in
      "\(exchange.name) (\(exchange.form.rawValue), "
        + NumberText.count(exchange.members.count, "agency", "agencies")
        + ", \(days(exchange.meanDelayDays)))"
    }
    return "Leads are shared: " + list.joined(separator: ", ") + "."
  }

  private var laboratories: String? {
    if contents.laboratories.isEmpty { return nil }
    let capacity = contents.laboratories.reduce(0) { $0 + $1.capacityKilogramsPerDay }
    let (who, whose) =
      contents.laboratories.count == 1
      ? ("1 laboratory area makes", "its")
      : ("\(contents.laboratories.count) laboratory areas make", "their")
    return "\(who) up to \(number(capacity)) kg a day of what \(whose) inputs, which arrive as "
      + "consignments, allow."
  }

  private var prices: String? {
    let responding = contents.markets.flatMap(\.demands).count { $0.response != nil }
    if responding == 0 { return nil }
    let supplies = contents.supplies.count { $0.releaseElasticity > 0 }
    let (who, then) =
      responding == 1 ? ("1 price rises", "falls") : ("\(responding) prices rise", "fall")
    return "\(who) when less arrives than is demanded and \(then) when more does; flow and "
      + "\(NumberText.count(supplies, "supply", "supplies")) follow."
  }

  private var policies: String? {
    let enabled = contents.policies.filter(\.isEnabled)
    if enabled.isEmpty { return nil }
    return enabled.map { policy in
      "\(policy.name) (from \(policy.from)\(policy.until.map { " until \($0)" } ?? ""))"
    }.joined(separator: ", ") + "."
  }

  /// Three significant digits, without zeros at the end.
  private func number(_ value: Double) -> String {
    let text = NumberText.significant(value)
    guard text.contains(".") else { return text }
    let digits = text.reversed().drop { $0 == "0" }.drop { $0 == "." }
    return String(digits.reversed())
  }

  private func days(_ count: Double) -> String { "\(number(count)) \(count == 1 ? "day" : "days")" }

  private func percent(_ share: Double) -> String { "\(number(100 * share)) %" }

  private func range(_ least: Double, _ most: Double) -> String {
    least == most ? percent(least) : "\(percent(least)) to \(percent(most))"
  }
}
