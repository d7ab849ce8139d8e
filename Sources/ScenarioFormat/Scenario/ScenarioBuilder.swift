import RandomStreams
import TraffickingModel

/// Builds the model of a scenario from a document that has the right shape.
struct ScenarioBuilder {
  let root: Cursor
  private var countries: [String: Int] = [:]
  private var routes: [String: Int] = [:]
  private(set) var commodities: [String: Int] = [:]
  private var modes: [String: Int] = [:]
  private(set) var agencies: [String: Int] = [:]
  private var closures: [String: Int] = [:]
  private var sections: [String: Int] = [:]
  private var places: [String: Int] = [:]
  private(set) var organisations: [String: Int] = [:]
  private(set) var markets: [String: Int] = [:]
  private(set) var supplies: [String: Int] = [:]
  private(set) var checkpoints: [String: Int] = [:]
  private(set) var exchanges: [String: Int] = [:]

  /// A builder for a document without problems.
  init(_ root: Cursor) {
    self.root = root
    countries = numbers("countries")
    routes = numbers("routes")
    commodities = numbers("commodities")
    modes = numbers("modes")
    agencies = numbers("agencies")
    closures = numbers("closures")
    places = numbers("places")
    organisations = numbers("organisations")
    markets = numbers("markets")
    supplies = numbers("supplies")
    checkpoints = numbers("checkpoints")
    let channels = root.optional("intelligence")?.optional("exchanges")?.entries ?? []
    for (number, entry) in channels.enumerated() { exchanges[entry.key] = number }
    for frontier in entries("frontiers") {
      for section in frontier.value["sections"].entries {
        sections[section.key] = sections[section.key] ?? sections.count
      }
    }
  }

  /// The contents, before the checks across entities.
  ///
  /// - Throws: what only building reveals: a distribution without anything to sample, a section id
  ///   that two frontiers use.
  func contents() throws(ScenarioProblem) -> ScenarioContents {
    let period = root["period"]
    var contents = ScenarioContents(
      title: root["title"].text, description: root["description"].text,
      period: Period(
        start: period["start"].date, end: period["end"].date,
        warmUpDays: period["warmUpDays"].integer),
      routing: RoutingRule(rawValue: root["routing"].text) ?? .recursiveLogit)
    contents.countries = entries("countries").map {
      Country(id: $0.key, name: $0.value["name"].text)
    }
    contents.routes = entries("routes").map { Route(id: $0.key, name: $0.value["name"].text) }
    contents.commodities = entries("commodities").map(commodity)
    contents.modes = try entries("modes").map(mode)
    contents.agencies = entries("agencies").map(agency)
    contents.closures = entries("closures").map(closure)
    for (offset, entry) in entries("frontiers").enumerated() {
      contents.frontiers.append(frontier(entry))
      for section in entry.value["sections"].entries {
        if sections[section.key] != contents.sections.count {
          throw section.value.problem(
            found: "found the section id \"\(section.key)\" a second time",
            allowed: "a section id that no other frontier uses")
        }
        contents.sections.append(self.section(section, of: Frontier.Index(offset)))
      }
    }
    contents.places = try entries("places").map(place)
    contents.corridors = try entries("corridors").map(corridor)
    contents.organisations = try entries("organisations").map(organisation)
    contents.supplies = try entries("supplies").map(supply)
    contents.markets = entries("markets").map(market)
    contents.checkpoints = try entries("checkpoints").map(checkpoint)
    contents.laboratories = entries("laboratories").map(laboratory)
    contents.clashes = root.optional("clashes").map(clashes)
    contents.controlledDelivery = root.optional("controlledDelivery").map(controlledDelivery)
    if let cursor = root.optional("intelligence") {
      contents.intelligence = try intelligence(cursor)
    }
    contents.policies = entries("policies").map(policy)
    return contents
  }

  typealias Entry = (key: String, value: Cursor)

  func entries(_ collection: String) -> [Entry] {
    root.optional(collection)?.entries ?? []
  }

  private func numbers(_ collection: String) -> [String: Int] {
    var numbers: [String: Int] = [:]
    for (number, entry) in entries(collection).enumerated() { numbers[entry.key] = number }
    return numbers
  }

  func index<Entity>(_ id: String, in numbers: [String: Int]) -> EntityIndex<Entity> {
    guard let number = numbers[id] else {
      preconditionFailure("validation let a dangling id pass: \(id)")
    }
    return EntityIndex(number)
  }

  private func commodity(_ entry: Entry) -> Commodity {
    Commodity(
      id: entry.key, name: entry.value["name"].text,
      detectability: entry.value["detectability"].number,
      massExponent: entry.value["massExponent"].number,
      referenceMassKilograms: entry.value["referenceMassKilograms"].number)
  }

  private func mode(_ entry: Entry) throws(ScenarioProblem) -> Mode {
    Mode(
      id: entry.key, name: entry.value["name"].text,
      kilometresPerDay: entry.value["kilometresPerDay"].number,
      delay: try DistributionShape.distribution(at: entry.value["delay"]),
      costPerKilogramPerThousandKilometres:
        entry.value["costPerKilogramPerThousandKilometres"].number,
      visibility: entry.value["visibility"].number)
  }

  private func agency(_ entry: Entry) -> Agency {
    Agency(
      id: entry.key, name: entry.value["name"].text,
      country: index(entry.value["country"].text, in: countries),
      layer: Agency.Layer(rawValue: entry.value["layer"].text) ?? .police,
      skill: entry.value["skill"].number, corruption: entry.value["corruption"].number,
      confrontation: entry.value["confrontation"].number,
      controlledDelivery: entry.value["controlledDelivery"].number,
      arrest: entry.value["arrest"].number)
  }

  private func closure(_ entry: Entry) -> Closure {
    Closure(
      id: entry.key, name: entry.value["name"].text, from: entry.value["from"].monthDay,
      until: entry.value["until"].monthDay)
  }

  private func closures(of cursor: Cursor) -> [Closure.Index] {
    (cursor.optional("closed")?.list ?? []).map { index($0.text, in: closures) }
  }

  private func frontier(_ entry: Entry) -> Frontier {
    Frontier(
      id: entry.key, name: entry.value["name"].text,
      countries: entry.value["between"].list.map { index($0.text, in: countries) },
      lengthKilometres: entry.value["lengthKilometres"].number,
      route: entry.value.optional("route").map { index($0.text, in: routes) },
      deployment: entry.value.optional("deployment").map { deployment in
        Frontier.Deployment(
          mobileShare: deployment["mobileShare"].number,
          redeploymentDays: deployment["redeploymentDays"].number)
      })
  }

  private func section(_ entry: Entry, of frontier: Frontier.Index) -> FrontierSection {
    let cursor = entry.value
    var surveillance: FrontierSection.Surveillance?
    if let band = cursor.optional("bandWidthKilometres") {
      surveillance = FrontierSection.Surveillance(
        bandWidthKilometres: band.number, crossingDays: cursor["crossingDays"].number,
        patrols: (cursor.optional("patrols")?.entries ?? []).map { agency, patrol in
          FrontierSection.Patrol(
            agency: index(agency, in: agencies),
            kilometresPerDay: patrol["kilometresPerDay"].number,
            sweepWidthKilometres: patrol["sweepWidthKilometres"].number)
        },
        sensors: cursor.optional("sensors").map { sensors in
          FrontierSection.Sensors(
            agency: index(sensors["agency"].text, in: agencies),
            share: sensors["share"].number,
            detectionProbability: sensors["detectionProbability"].number)
        })
    }
    return FrontierSection(
      id: entry.key, name: cursor["name"].text, frontier: frontier,
      lengthKilometres: cursor["lengthKilometres"].number, surveillance: surveillance)
  }

  private func place(_ entry: Entry) throws(ScenarioProblem) -> Place {
    let cursor = entry.value
    var holding: Distribution?
    if let days = cursor.optional("holdingDays") {
      holding = try DistributionShape.distribution(at: days)
    }
    return Place(
      id: entry.key, name: cursor["name"].text,
      country: index(cursor["country"].text, in: countries),
      latitude: cursor["latitude"].number, longitude: cursor["longitude"].number,
      holdingDays: holding,
      split: cursor.optional("split").map { split in
        Place.Split(
          aboveKilograms: split["aboveKilograms"].number,
          partKilograms: split["partKilograms"].number)
      },
      closures: closures(of: cursor))
  }

  private func corridor(_ entry: Entry) throws(ScenarioProblem) -> Corridor {
    let cursor = entry.value
    var transit: Distribution?
    if let days = cursor.optional("transitDays") {
      transit = try DistributionShape.distribution(at: days)
    }
    return Corridor(
      id: entry.key, from: index(cursor["from"].text, in: places),
      to: index(cursor["to"].text, in: places), mode: index(cursor["mode"].text, in: modes),
      lengthKilometres: cursor["lengthKilometres"].number, transitDays: transit,
      extraCostPerKilogram: cursor["costPerKilogram"].number,
      crossing: cursor.optional("section").map { section in
        Corridor.Crossing(
          section: index(section.text, in: sections),
          isGreen: cursor["crossing"].text == "green")
      },
      detections: (cursor.optional("layers")?.entries ?? []).map { agency, probability in
        Corridor.Detection(
          agency: index(agency, in: agencies), probability: probability.number)
      },
      checkpoint: cursor.optional("checkpoint").map { index($0.text, in: checkpoints) },
      commodities: cursor.optional("commodities")?.list.map { index($0.text, in: commodities) },
      closures: closures(of: cursor), share: cursor.optional("share")?.number)
  }

  private func organisation(_ entry: Entry) throws(ScenarioProblem) -> Organisation {
    let cursor = entry.value
    var structure: Organisation.Structure?
    if let own = cursor.optional("structure") { structure = try self.structure(own) }
    return Organisation(
      id: entry.key, name: cursor["name"].text,
      choiceSensitivity: cursor["choiceSensitivity"].number,
      riskAversion: cursor["riskAversion"].number,
      timeValuePerKilogramDay: cursor["timeValuePerKilogramDay"].number,
      concealment: cursor["concealment"].number,
      marketWeights: cursor.optional("markets")?.entries.map { market, weight in
        Organisation.MarketWeight(
          market: index(market, in: markets), weight: weight.number)
      },
      learning: cursor.optional("learning").map { learning in
        Organisation.Learning(
          reviewDays: learning["reviewDays"].number, memoryDays: learning["memoryDays"].number,
          priorPassages: learning["priorPassages"].number, hearsay: learning["hearsay"].number)
      }, armament: cursor["armament"].number, structure: structure)
  }

  private func supply(_ entry: Entry) throws(ScenarioProblem) -> Supply {
    let cursor = entry.value
    return Supply(
      id: entry.key, place: index(cursor["place"].text, in: places),
      commodity: index(cursor["commodity"].text, in: commodities),
      initialStockKilograms: cursor["initialStockKilograms"].number,
      productionKilogramsPerYear: cursor["productionKilogramsPerYear"].number,
      harvestShares: try harvestShares(cursor.optional("harvest")),
      releasePerYear: cursor["releasePerYear"].number,
      releaseElasticity: cursor["releaseElasticity"].number,
      clusteringShape: cursor["clusteringShape"].number,
      consignmentKilograms: try DistributionShape.distribution(
        at: cursor["consignmentKilograms"]),
      organisationShares: cursor["organisations"].entries.map { organisation, share in
        Supply.OrganisationShare(
          organisation: index(organisation, in: organisations), share: share.number)
      })
  }

  private func harvestShares(_ cursor: Cursor?) throws(ScenarioProblem) -> [Double] {
    guard let cursor else { return [Double](repeating: 1 / 12.0, count: 12) }
    var weights: [String: Double] = [:]
    for month in cursor.entries { weights[month.key] = month.value.number }
    let inOrder = ScenarioShape.monthKeys.map { weights[$0] ?? 0 }
    let total = inOrder.reduce(0, +)
    guard total > 0, total < .infinity else {
      throw cursor.problem(
        found: "found weights that add up to \(total)",
        allowed: "at least one month with a weight above 0")
    }
    return inOrder.map { $0 / total }
  }

  private func market(_ entry: Entry) -> Market {
    Market(
      id: entry.key, name: entry.value["name"].text,
      place: index(entry.value["place"].text, in: places),
      demands: entry.value["commodities"].entries.map { commodity, demand in
        Market.Demand(
          commodity: index(commodity, in: commodities),
          kilogramsPerYear: demand["demandKilogramsPerYear"].number,
          pricePerKilogram: demand["pricePerKilogram"].number,
          response: demand.optional("priceResponse").map(priceResponse))
      })
  }

  private func policy(_ entry: Entry) -> Policy {
    let cursor = entry.value
    let cost = cursor.optional("cost")
    return Policy(
      id: entry.key, name: cursor["name"].text,
      isEnabled: cursor.optional("enabled")?.boolean ?? true, from: cursor["from"].date,
      until: cursor.optional("until")?.date, rampDays: cursor["rampDays"].integer,
      startUpCost: cost?["startUpUSD"].number ?? 0,
      costPerYear: cost?["perYearUSD"].number ?? 0)
  }
}
