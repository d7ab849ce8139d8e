import RandomStreams
import ScenarioFormat
import Testing
import TraffickingModel

/// What a document says arrives in the model.
@Suite("Scenario documents")
struct ScenarioDocumentTests {
  @Test("What may be left out has its stated default")
  func defaults() throws {
    let contents = try MinimalScenario.contents()
    #expect(contents.period.warmUpDays == 0)
    let commodity = contents.commodities[0]
    #expect(commodity.detectability == 1 && commodity.massExponent == 0)
    #expect(commodity.referenceMassKilograms == 1)
    #expect(contents.modes[0].delay == .deterministic(Deterministic(1)))
    #expect(contents.modes[0].visibility == 1)
    let corridor = contents.corridors[0]
    #expect(corridor.extraCostPerKilogram == 0 && corridor.transitDays == nil)
    #expect(corridor.crossing == nil && corridor.share == nil)
    #expect(corridor.detections.isEmpty && corridor.closures.isEmpty)
    #expect(contents.places[0].holdingDays == nil && contents.places[0].split == nil)
    #expect(contents.organisations[0].concealment == 1)
    #expect(contents.organisations[0].marketWeights == nil)
    #expect(contents.supplies[0].harvestShares == [Double](repeating: 1 / 12.0, count: 12))
  }

  @Test("Period, title and routing are read")
  func period() throws {
    let contents = try MinimalScenario.contents(
      #"{"title": "T", "routing": "recursiveLogit", "period": {"warmUpDays": 30}}"#)
    #expect(contents.title == "T" && contents.routing == .recursiveLogit)
    #expect(contents.period.start == CivilDate(year: 2024, month: 1, day: 1))
    #expect(contents.period.reportedDays == 366 && contents.period.simulatedDays == 396)
  }

  @Test("A commodity's three effects on detection are read")
  func commodity() throws {
    let contents = try MinimalScenario.contents(
      """
      {"commodities": {"heroin": {
        "detectability": 2, "massExponent": 0.5, "referenceMassKilograms": 4
      }}}
      """)
    let commodity = contents.commodities[0]
    #expect(commodity.detectability == 2 && commodity.massExponent == 0.5)
    #expect(commodity.referenceMassKilograms == 4)
  }

  @Test("An annotated number counts with its value")
  func annotation() throws {
    let contents = try MinimalScenario.contents(
      """
      {"corridors": {"way": {"lengthKilometres": {"value": 250, "low": 100, "high": 900}}}}
      """)
    #expect(contents.corridors[0].lengthKilometres == 250)
  }

  @Test("Harvest weights become shares, January first, in whatever order they are written")
  func harvest() throws {
    let contents = try MinimalScenario.contents(
      #"{"supplies": {"field": {"harvest": {"dec": 1, "jan": 2, "jun": 5}}}}"#)
    #expect(
      contents.supplies[0].harvestShares == [0.25, 0, 0, 0, 0, 0.625, 0, 0, 0, 0, 0, 0.125])
  }

  /// A frontier of two sections with everything that can be said of one, and two closures.
  private static let frontier = """
    {
      "agencies": {
        "guard": {"name": "Guard", "country": "TJK", "layer": "borderGuard", "skill": 0.5},
        "customs": {"name": "Customs", "country": "TJK", "layer": "customs"}
      },
      "closures": {
        "winter": {"name": "W", "from": "11-15", "until": "02-29"},
        "flood": {"name": "F", "from": "05-01", "until": "05-15"}
      },
      "routes": {"north": {"name": "North"}},
      "frontiers": {
        "river": {
          "name": "River", "between": ["TJK", "AFG"], "lengthKilometres": 100, "route": "north",
          "sections": {
            "east": {"name": "East", "lengthKilometres": 40},
            "west": {
              "name": "West", "lengthKilometres": 60, "bandWidthKilometres": 3,
              "crossingDays": 0.5,
              "patrols": {"guard": {"kilometresPerDay": 70, "sweepWidthKilometres": 0.25}},
              "sensors": {"agency": "customs", "share": 0.5, "detectionProbability": 0.125}
            }
          }
        }
      },
      "places": {
        "target": {
          "holdingDays": 2, "split": {"aboveKilograms": 9, "partKilograms": 3},
          "closed": ["flood"]
        }
      },
      "corridors": {
        "way": {
          "section": "west", "crossing": "green", "closed": ["flood", "winter"],
          "layers": {"customs": 0.25}, "costPerKilogram": 7,
          "transitDays": {"exponential": {"mean": 2}}, "share": 1
        }
      }
    }
    """

  @Test("Frontiers, sections and what watches them are read")
  func sections() throws {
    let contents = try MinimalScenario.contents(Self.frontier)
    let frontier = contents.frontiers[0]
    #expect(frontier.countries.map { contents.countries[$0].id } == ["TJK", "AFG"])
    #expect(frontier.lengthKilometres == 100 && frontier.route == Route.Index(0))
    #expect(contents.sections.map(\.id) == ["east", "west"])
    #expect(contents.sections[0].surveillance == nil)
    let watch = try #require(contents.sections[1].surveillance)
    #expect(watch.bandWidthKilometres == 3 && watch.crossingDays == 0.5)
    #expect(
      watch.patrols == [
        FrontierSection.Patrol(
          agency: Agency.Index(0), kilometresPerDay: 70, sweepWidthKilometres: 0.25)
      ])
    #expect(
      watch.sensors
        == FrontierSection.Sensors(
          agency: Agency.Index(1), share: 0.5, detectionProbability: 0.125))
  }

  @Test("Agencies have country, layer and skill")
  func agencies() throws {
    let contents = try MinimalScenario.contents(Self.frontier)
    #expect(contents.agencies.map(\.layer) == [.borderGuard, .customs])
    #expect(contents.agencies.map(\.skill) == [0.5, 1])
    #expect(contents.agencies.map { contents.countries[$0.country].id } == ["TJK", "TJK"])
  }

  @Test("A corridor's crossing, layers, closures, cost, time and share are read")
  func corridor() throws {
    let contents = try MinimalScenario.contents(Self.frontier)
    let corridor = contents.corridors[0]
    #expect(
      corridor.crossing == Corridor.Crossing(section: FrontierSection.Index(1), isGreen: true))
    #expect(
      corridor.detections == [Corridor.Detection(agency: Agency.Index(1), probability: 0.25)])
    #expect(corridor.closures.map { contents.closures[$0].id } == ["flood", "winter"])
    #expect(corridor.extraCostPerKilogram == 7 && corridor.share == 1)
    #expect(corridor.transitDays == .exponential(Exponential(mean: 2)))
  }

  @Test("A checkpoint is not green")
  func checkpoint() throws {
    let patch = Self.frontier.replacing("\"green\"", with: "\"checkpoint\"")
    #expect(try MinimalScenario.contents(patch).corridors[0].crossing?.isGreen == false)
  }

  @Test("A place's stay, division and closures are read")
  func place() throws {
    let contents = try MinimalScenario.contents(Self.frontier)
    let place = contents.places[1]
    #expect(place.holdingDays == .deterministic(Deterministic(2)))
    #expect(place.split == Place.Split(aboveKilograms: 9, partKilograms: 3))
    #expect(place.closures.map { contents.closures[$0].id } == ["flood"])
  }

  @Test("A closure may last over New Year and end on 29 February")
  func closure() throws {
    let closure = try MinimalScenario.contents(Self.frontier).closures[0]
    #expect(closure.from == MonthDay(month: 11, day: 15))
    #expect(closure.until == MonthDay(month: 2, day: 29))
  }

  @Test("An organisation's markets keep their weights")
  func organisationMarkets() throws {
    let contents = try MinimalScenario.contents(
      #"{"organisations": {"a": {"concealment": 0.5, "markets": {"town": 3}}}}"#)
    #expect(contents.organisations[0].concealment == 0.5)
    #expect(
      contents.organisations[0].marketWeights == [
        Organisation.MarketWeight(market: Market.Index(0), weight: 3)
      ])
  }

  @Test("Entities keep the order of the file")
  func order() throws {
    let contents = try MinimalScenario.contents(
      """
      {"places": {"zebra": {"name": "Z", "country": "AFG", "latitude": 1, "longitude": 1},
        "ant": {"name": "A", "country": "AFG", "latitude": 1, "longitude": 1}}}
      """)
    #expect(contents.places.map(\.id) == ["origin", "target", "zebra", "ant"])
  }

  @Test("The year of a source is no parameter of the scenario")
  func years() throws {
    let document = try MinimalScenario.document(
      #"{"sources": {"s": {"title": "T", "publisher": "P", "year": 2020}}, "source": "s"}"#)
    #expect(!document.quantities.contains { $0.pointer.description.contains("year") })
    #expect(document.quantities.allSatisfy { $0.source == "s" })
    #expect(document.quantities.count == 18)
  }

  @Test("The definition of the format contradicts itself nowhere")
  func consistency() {
    #expect(ScenarioShape.scenario.inconsistencies() == [])
  }

  @Test("Every key of a scenario is in the JSON Schema with a description")
  func schema() throws {
    guard case .object(let fields, _) = ScenarioShape.scenario.unnamed else {
      Issue.record("a scenario is an object")
      return
    }
    let properties = try #require(ScenarioDocument.schema()["properties"]?.object)
    for field in fields { #expect(properties.contains(field.name), "\(field.name)") }
    #expect(fields.allSatisfy { !$0.summary.isEmpty })
  }

  @Test("Reading what was written gives the same scenario")
  func roundTrip() throws {
    let document = try MinimalScenario.document(Self.frontier)
    let again = try JSONReader.read(CanonicalJSON.bytes(document.resolved), file: "again.json")
    #expect(try ScenarioDocument(again).scenario == document.scenario)
  }
}

extension String {
  /// The text with a passage replaced wherever it occurs.
  fileprivate func replacing(_ old: String, with new: String) -> String {
    split(separator: old, omittingEmptySubsequences: false).joined(separator: new)
  }
}
