import Foundation
import ResultFiles
import Sweeps
import TestSupport
import Testing

/// A sweep that is asked for more of goes on, and comes to what one run anew comes to.
@Suite("A sweep that grows")
struct SweepGrowthTests {
  private let fixture: SweepFixture

  init() throws { fixture = try SweepFixture() }

  private static let sampled = """
    "scenarios": {"only": "tiny.json"},
    "factors": {
      "stock": {
        "parameter": "/supplies/*/initialStockKilograms", "operation": "scale",
        "distribution": {"uniform": {"lower": 0.5, "upper": 2}}
      },
      "speed": {
        "parameter": "/modes/*/kilometresPerDay", "operation": "scale",
        "distribution": {"uniform": {"lower": 0.5, "upper": 2}}
      }
    },
    "replications": 2,
    """

  private func grown(
    _ first: String, _ second: String, in members: String
  ) throws -> (small: Experiment, large: Experiment) {
    (
      try fixture.experiment(members.replacingOccurrences(of: "#", with: first)),
      try fixture.experiment(members.replacingOccurrences(of: "#", with: second))
    )
  }

  /// Runs the small one, whole or in part, then the large one in its folder, and one anew.
  private func check(_ small: Experiment, _ large: Experiment) throws {
    for (name, limit) in [("whole", Int.max), ("begun", 5)] {
      try fixture.run(name, small, unitLimit: limit)
      let records = try SweepStore(reading: fixture.temporary.path(name)).recordCount
      let (folder, store) = try fixture.open(name, large)
      #expect(store.recordCount == records && records > 0)
      try store.close()
      folder.close()
      #expect(try fixture.run(name, large) == .completed)
    }
    try fixture.run("anew", large)
    #expect(try fixture.files("whole") == fixture.files("anew"))
    #expect(try fixture.files("begun") == fixture.files("anew"))
    #expect(try SweepStore(reading: fixture.temporary.path("whole")).recordCount > 0)
  }

  private func refusal(_ name: String, _ experiment: Experiment) -> String? {
    do {
      _ = try fixture.open(name, experiment)
      return nil
    } catch {
      return (error as? SweepError)?.description
    }
  }

  @Test("with more replications it goes on with those that are missing")
  func replications() throws {
    let (small, large) = try grown(
      "3", "5",
      in: SweepFixture.grid.replacingOccurrences(
        of: "\"replications\": 6", with: "\"replications\": #"))
    try check(small, large)
  }

  @Test(
    "of each design that grows at its end the first points are kept",
    arguments: [
      ("\"latinHypercube\": {\"points\": 4, \"doublings\": #}", "0", "1"),
      ("\"latinHypercube\": {\"points\": 3, \"maximin\": true, \"doublings\": #}", "1", "2"),
      ("\"sobol\": {\"points\": #, \"scrambled\": true}", "4", "8"),
      ("\"sobol\": {\"points\": 4, \"scrambled\": true, \"randomisations\": #}", "2", "3"),
      ("\"latinHypercube\": {\"points\": 3, \"doublings\": 1, \"randomisations\": #}", "2", "3"),
      ("\"halton\": {\"points\": #}", "4", "7"), ("\"morris\": {\"trajectories\": #}", "2", "4"),
      ("\"saltelli\": {\"basePoints\": #}", "8", "16"),
      (
        "\"fourierAmplitude\": {\"samples\": 65, \"harmonics\": 2, \"repetitions\": #}", "1", "2"
      ),
      ("\"list\": {\"points\": [{\"stock\": 1}, {\"speed\": 2}#]}", "", ", {}"),
    ])
  func designs(design: String, first: String, second: String) throws {
    let (small, large) = try grown(
      first, second, in: Self.sampled + "\"design\": {\(design)},")
    try check(small, large)
  }

  @Test("with other words, another base, precision or level of confidence it goes on")
  func words() throws {
    let members = SweepFixture.grid.replacingOccurrences(
      of: "\"replications\": 6", with: "\"replications\": #")
    let (small, large) = try grown(
      "12",
      """
      {"response": "delivered_kg", "relative": 0.3, "first": 12, "atMost": 30}, "base": "ape",
      "confidenceLevel": 0.9
      """, in: members)
    try check(small, large)
    let file = fixture.temporary.path("inputs/words.json")
    let text = try #require(fixture.temporary.text("whole/experiment.json"))
      .replacingOccurrences(of: "For tests.", with: "For other tests.")
      .replacingOccurrences(of: "scenarios/zebra.json", with: "tiny.json")
      .replacingOccurrences(of: "scenarios/ape.json", with: "large.json")
    try fixture.temporary.put("inputs/words.json", text)
    let renamed = try ExperimentReader.read(path: file)
    try fixture.run("whole", renamed)
    try fixture.run("renamed", renamed)
    #expect(try fixture.files("whole") == fixture.files("renamed"))
    #expect(fixture.temporary.text("whole/experiment.json")?.contains("For other tests.") == true)
  }

  @Test("what a looser goal would not have asked for is used all the same")
  func looser() throws {
    let (tight, loose) = try grown(
      "0.05", "0.5",
      in: """
        "scenarios": {"only": "tiny.json"},
        "replications": {"response": "delivered_kg", "relative": #, "first": 10, "atMost": 40},
        """)
    try fixture.run("a", tight)
    let count = try SweepStore(reading: fixture.temporary.path("a")).recordCount
    #expect(count > 10)
    #expect(try fixture.run("a", loose) == .completed)
    #expect(try SweepStore(reading: fixture.temporary.path("a")).recordCount == count)
  }

  @Test("with fewer replications than are there it is refused, and stays as it was")
  func fewer() throws {
    let (small, large) = try grown(
      "3", "5",
      in: SweepFixture.grid.replacingOccurrences(
        of: "\"replications\": 6", with: "\"replications\": #"))
    try fixture.run("a", large)
    let before = try fixture.files("a")
    #expect(refusal("a", small)?.contains("such as replication 4 of point") == true)
    #expect(try fixture.files("a") == before)
    // Where no more than that is there, fewer are enough.
    try fixture.run("b", large, unitLimit: 6)
    try fixture.run("b", small)
    try fixture.run("anew", small)
    #expect(try fixture.files("b") == fixture.files("anew"))
  }

  @Test(
    "a design that grows otherwise than at its end is refused, and stays as it was",
    arguments: [
      (
        sampled + "\"design\": {\"latinHypercube\": {\"points\": #}},", "4", "8",
        "another experiment"
      ),
      (
        sampled + "\"design\": {\"halton\": "
          + "{\"points\": #, \"scrambled\": true, \"randomisations\": 2}},", "4", "8",
        "another experiment"
      ),
      (
        sampled + "\"design\": {\"sobol\": "
          + "{\"points\": 4, \"scrambled\": true, \"randomisations\": #}},", "1", "2",
        "another experiment"
      ),
      (
        sampled + "\"design\": {\"morris\": {\"candidates\": 9, \"trajectories\": #}},", "2", "3",
        "points are other ones"
      ),
      (
        sampled + "\"design\": {\"list\": {\"points\": [{\"stock\": #}]}},", "1", "2",
        "points are other ones"
      ),
      (
        sampled.replacingOccurrences(of: "{\"only\"", with: "{\"two\": \"large.json\", \"only\"")
          + "\"design\": {\"sobol\": {\"points\": #}},", "4", "8", "more than one scenario"
      ),
    ])
  func otherPoints(members: String, first: String, second: String, said: String) throws {
    let (small, large) = try grown(first, second, in: members)
    try fixture.run("a", small)
    let before = try fixture.files("a")
    let text = refusal("a", large)
    #expect(text?.contains(said) == true && text?.contains("--out") == true, "\(text ?? "")")
    #expect(try fixture.files("a") == before)
  }
}
