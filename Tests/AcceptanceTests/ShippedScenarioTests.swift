import FlowSimulation
import Foundation
import Reporting
import ScenarioFormat
import Testing
import TraffickingModel

/// What is promised of the scenarios that come with the program.
@Suite("Shipped scenarios")
struct ShippedScenarioTests {
  @Test("There are at least two: after the ban and before it")
  func names() {
    let names = ShippedScenario.all.map(\.testDescription)
    #expect(names.contains("northern-route.json") && names.contains("northern-route-2010.json"))
  }

  @Test("Each is valid")
  func valid() {
    for (path, document) in ShippedScenario.readings {
      #expect(throws: Never.self, "\(path)") { try document.get() }
    }
  }

  @Test("Each base can be laid out for simulation", arguments: ShippedScenario.bases)
  func networks(_ shipped: ShippedScenario) throws {
    _ = try CompiledNetwork(shipped.document.scenario)
  }

  @Test("Every number has a source", arguments: ShippedScenario.all)
  func sources(_ shipped: ShippedScenario) {
    let unsourced = shipped.document.quantities.filter { $0.source == nil }
    #expect(unsourced.map(\.pointer.description) == [])
  }

  @Test("Every assumption has the range to vary it over", arguments: ShippedScenario.all)
  func ranges(_ shipped: ShippedScenario) {
    let unranged = shipped.document.quantities.filter {
      $0.source == ScenarioReport.assumptionSource && !$0.hasUncertainty
    }
    #expect(unranged.map(\.pointer.description) == [])
  }

  @Test("No range is a single point", arguments: ShippedScenario.all)
  func widths(_ shipped: ShippedScenario) {
    let points = shipped.document.quantities.filter { quantity in
      guard let low = quantity.low, let high = quantity.high else { return false }
      return low == high
    }
    #expect(points.map(\.pointer.description) == [])
  }

  @Test(
    "Every source is that of a number or is cited in the note to one",
    arguments: ShippedScenario.all)
  func usedSources(_ shipped: ShippedScenario) {
    let declared = shipped.document.resolved["sources"]?.object?.keys ?? []
    let used = Set(shipped.document.quantities.compactMap(\.source))
    let notes = Set(shipped.document.quantities.compactMap(\.note))
    let unused = declared.filter { id in
      !used.contains(id) && !notes.contains { $0.contains(id) }
    }
    #expect(unused == [])
  }

  @Test("The sections of every frontier add up to its length", arguments: ShippedScenario.all)
  func sectionSums(_ shipped: ShippedScenario) {
    let contents = shipped.document.scenario.contents
    for (offset, frontier) in contents.frontiers.enumerated() {
      let own = contents.sections.filter { $0.frontier.offset == offset }
      let sum = own.reduce(0) { $0 + $1.lengthKilometres }
      #expect(abs(sum - frontier.lengthKilometres) < 0.01, "\(frontier.id)")
    }
  }

  @Test(
    "The sections of the Tajik-Afghan frontier add up to 1,344 km", arguments: ShippedScenario.all)
  func panj(_ shipped: ShippedScenario) throws {
    let contents = shipped.document.scenario.contents
    let offset = try #require(contents.frontiers.firstIndex { $0.id == "tjk-afg" })
    let own = contents.sections.filter { $0.frontier.offset == offset }
    let sum = own.reduce(0) { $0 + $1.lengthKilometres }
    #expect(abs(sum - 1344) <= 0.5)
    #expect(own.count >= 6)
  }

  @Test("The Tajik-Afghan frontier comes first, for it is the one the report draws")
  func firstFrontier() throws {
    #expect(try ShippedScenario.northernRoute().scenario.contents.frontiers.first?.id == "tjk-afg")
  }

  @Test("There are at least 40 places and 90 corridors", arguments: ShippedScenario.all)
  func size(_ shipped: ShippedScenario) {
    let contents = shipped.document.scenario.contents
    #expect(contents.places.count >= 40)
    #expect(contents.corridors.count >= 90)
  }

  @Test(
    "The countries of the route and of the competing exits are there",
    arguments: ShippedScenario.all)
  func countries(_ shipped: ShippedScenario) {
    let ids = Set(shipped.document.scenario.contents.countries.map(\.id))
    let required: Set = [
      "AFG", "TJK", "UZB", "TKM", "KGZ", "KAZ", "RUS", "CHN", "IRN", "PAK", "TUR",
    ]
    #expect(required.subtracting(ids) == [])
  }

  @Test("The four commodities are there", arguments: ShippedScenario.all)
  func commodities(_ shipped: ShippedScenario) {
    let ids = Set(shipped.document.scenario.contents.commodities.map(\.id))
    #expect(ids.isSuperset(of: ["opium", "heroin", "methamphetamine", "cannabis-resin"]))
  }

  @Test(
    "Border guards, customs, police and drug control act in Tajikistan",
    arguments: ShippedScenario.all)
  func layers(_ shipped: ShippedScenario) {
    let contents = shipped.document.scenario.contents
    let own = contents.agencies.filter { contents.countries[$0.country].id == "TJK" }
    #expect(
      own.map(\.layer.rawValue).sorted() == ["borderGuard", "customs", "drugControl", "police"])
  }

  @Test("Every agency acts somewhere", arguments: ShippedScenario.all)
  func agencies(_ shipped: ShippedScenario) {
    let contents = shipped.document.scenario.contents
    var active = Set(contents.corridors.flatMap(\.detections).map(\.agency))
    for surveillance in contents.sections.compactMap(\.surveillance) {
      active.formUnion(surveillance.patrols.map(\.agency))
      if let sensors = surveillance.sensors { active.insert(sensors.agency) }
    }
    let idle = contents.agencies.indices.filter { !active.contains(Agency.Index($0)) }
    #expect(idle.map { contents.agencies[$0].id } == [])
  }

  @Test("Every closure shuts something", arguments: ShippedScenario.all)
  func closures(_ shipped: ShippedScenario) {
    let contents = shipped.document.scenario.contents
    let used = Set(contents.corridors.flatMap { contents.closures(of: $0) })
    #expect(!contents.closures.isEmpty && used.count == contents.closures.count)
  }

  @Test(
    "Every section is crossed by a corridor, every place is an end of one",
    arguments: ShippedScenario.all)
  func connections(_ shipped: ShippedScenario) {
    let contents = shipped.document.scenario.contents
    let crossed = Set(contents.corridors.compactMap { $0.crossing?.section })
    #expect(crossed.count == contents.sections.count)
    let ends = Set(contents.corridors.flatMap { [$0.from, $0.to] })
    #expect(ends.count == contents.places.count)
  }

  @Test("A corridor between two countries crosses a section where their frontier is in the file")
  func crossings() throws {
    let contents = try ShippedScenario.northernRoute().scenario.contents
    let known = Set(contents.frontiers.map { Set($0.countries) })
    // Aeroplanes, ships and parcels pass over the border without coming near it.
    let overland: Set = ["road", "mountain-road", "river", "trail", "rail"]
    let missing = contents.corridors.filter { corridor in
      let ends = Set([contents.places[corridor.from].country, contents.places[corridor.to].country])
      return known.contains(ends) && corridor.crossing == nil
        && overland.contains(contents.modes[corridor.mode].id)
    }
    #expect(missing.map(\.id) == [])
  }

  @Test(
    "No corridor is shorter than the great circle between its ends", arguments: ShippedScenario.all)
  func lengths(_ shipped: ShippedScenario) {
    let contents = shipped.document.scenario.contents
    let short = contents.corridors.filter { corridor in
      let direct = Self.kilometres(contents.places[corridor.from], contents.places[corridor.to])
      // Coordinates are rounded to 0.1 degree and lengths to 10 km, above 1,000 km to 50 km.
      return corridor.lengthKilometres < direct - (direct > 1000 ? 50 : 25)
    }
    #expect(short.map(\.id) == [])
  }

  /// The length of the great circle between two places (km), by the haversine formula.
  private static func kilometres(_ one: Place, _ other: Place) -> Double {
    func radians(_ degrees: Double) -> Double { degrees * .pi / 180 }
    let north = sin(radians(other.latitude - one.latitude) / 2)
    let east = sin(radians(other.longitude - one.longitude) / 2)
    let chord =
      north * north
      + cos(radians(one.latitude)) * cos(radians(other.latitude)) * east * east
    return 2 * 6371 * asin(min(1, chord.squareRoot()))
  }

  @Test(
    "Coordinates are no finer than 0.1 degree: provinces and cities", arguments: ShippedScenario.all
  )
  func coordinates(_ shipped: ShippedScenario) {
    let fine = shipped.document.scenario.contents.places.filter { place in
      [place.latitude, place.longitude].contains { abs($0 * 10 - ($0 * 10).rounded()) > 1e-6 }
    }
    #expect(fine.map(\.id) == [])
  }

  @Test("Organisations are synthetic: letters instead of names", arguments: ShippedScenario.all)
  func organisations(_ shipped: ShippedScenario) {
    for organisation in shipped.document.scenario.contents.organisations {
      #expect(organisation.name.contains(/^Organisation [A-Z]$/), "\(organisation.name)")
    }
  }

  @Test("A supply's shares of organisations add up to 1", arguments: ShippedScenario.all)
  func shares(_ shipped: ShippedScenario) {
    for supply in shipped.document.scenario.contents.supplies {
      let sum = supply.organisationShares.reduce(0) { $0 + $1.share }
      #expect(abs(sum - 1) < 1e-9, "\(supply.id)")
    }
  }

  @Test("The counts in the README are those of the file")
  func readMe() throws {
    let contents = try ShippedScenario.northernRoute().scenario.contents
    let path = CommandLineRepository.root + "/scenarios/README.md"
    let text = String(decoding: try Data(contentsOf: URL(fileURLWithPath: path)), as: UTF8.self)
    for words in [
      "\(contents.places.count) places in \(contents.countries.count) countries",
      "\(contents.corridors.count) directed corridors",
      "\(contents.frontiers.count) frontiers in \(contents.sections.count) sections",
      "\(contents.agencies.count) agencies", "\(contents.organisations.count) organisations",
      "\(contents.supplies.count) supplies", "\(contents.markets.count) markets",
    ] {
      #expect(text.contains(words), "\(words)")
    }
  }

  @Test("The baseline runs: something of every commodity is delivered and seized")
  func run() throws {
    let folder = try CommandLineFolder()
    // A quarter of the period: a whole one takes long in debug mode.
    let child = """
      {"extends": "northern-route.json", "period": {"start": "2024-06-01", "end": "2024-08-01"}}
      """
    for path in CommandLineRepository.shippedScenarios {
      let name = URL(fileURLWithPath: path).lastPathComponent
      try FileManager.default.copyItem(atPath: path, toPath: folder.path(name))
    }
    let ending = try CommandLineProcess.panj(
      "run", folder.put("short.json", child), "-n", "1", "--out", folder.path("run"), "-q")
    #expect(ending.status == 0, "\(ending.errors)")
    let table = try CommandLineTable(#require(folder.text("run/summary.csv")))
    for commodity in ["opium", "heroin", "methamphetamine", "cannabis-resin"] {
      for response in ["delivered_kg", "seized_kg"] {
        let row = table.row { $0["response"] == response && $0["commodity"] == commodity }
        #expect(Double(row?["mean"] ?? "") ?? 0 > 0, "\(response), \(commodity)")
      }
    }
  }
}
