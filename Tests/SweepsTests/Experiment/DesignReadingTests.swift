import ExperimentalDesigns
import Sweeps
import Testing
import TraffickingModel

/// Designs by their names in the file, and the sizes at which they stop.
@Suite("Designs of an experiment file")
struct DesignReadingTests {
  private let folder: ExperimentFolder

  init() throws { folder = try ExperimentFolder() }

  /// Two factors of 2 and 3 levels, or two that are sampled.
  private static let levels = """
    "factors": {
      "skill": {"parameter": "/agencies/*/skill", "levels": [0.5, 0.9]},
      "stock": {"parameter": "/supplies/field/initialStockKilograms", "levels": [50, 100, 200]}}
    """
  private static let sampled = """
    "factors": {
      "skill": {"parameter": "/agencies/*/skill",
        "distribution": {"normal": {"mean": 0.5, "standardDeviation": 0.1}}},
      "stock": {"parameter": "/supplies/field/initialStockKilograms",
        "distribution": {"lognormal": {"mean": 100, "coefficientOfVariation": 0.5}}}}
    """

  private func experiment(_ design: String, _ factors: String = levels) throws -> Experiment {
    try folder.experiment(factors + ",\n\"design\": {\(design)}")
  }

  @Test(
    "Each name makes its design, of the size that it says",
    arguments: [
      ("grid", "", 6), ("oneAtATime", "", 6),
      ("list", "\"points\": [{\"skill\": 0.7}, {}, {\"stock\": 3}]", 3),
      ("latinHypercube", "\"points\": 10", 10),
      ("latinHypercube", "\"points\": 5, \"doublings\": 2, \"maximin\": true", 20),
      ("latinHypercube", "\"points\": 7, \"placement\": \"centred\"", 7),
      ("sobol", "\"points\": 16", 16), ("sobol", "\"points\": 3, \"scrambled\": true", 3),
      ("halton", "\"points\": 16", 16), ("halton", "\"points\": 5, \"scrambled\": true", 5),
      ("latinHypercube", "\"points\": 3, \"doublings\": 1, \"randomisations\": 5", 30),
      ("sobol", "\"points\": 4, \"scrambled\": true, \"randomisations\": 3", 12),
      ("halton", "\"points\": 5, \"scrambled\": true, \"randomisations\": 2", 10),
      ("morris", "\"trajectories\": 4", 12),
      ("morris", "\"trajectories\": 4, \"candidates\": 20", 12),
      ("saltelli", "\"basePoints\": 8", 32),
      ("saltelli", "\"basePoints\": 8, \"secondOrder\": true, \"scrambled\": true", 48),
      ("fourierAmplitude", "\"samples\": 65", 390),
    ])
  func names(name: String, members: String, count: Int) throws {
    let experiment = try experiment("\"\(name)\": {\(members)}")
    #expect(experiment.design.name == name && experiment.pointCount == count)
    for point in 0..<count {
      #expect(experiment.values(ofPoint: point).count == 2)
      _ = try SweepPoints(of: experiment).document(ofPoint: point)
    }
  }

  @Test("Without a design there is a full grid; without factors, one point for each scenario")
  func absent() throws {
    #expect(try folder.experiment(Self.levels).pointCount == 6)
    let scenarios = "\"scenarios\": {\"one\": \"river.json\", \"two\": \"river.json\"}"
    let experiment = try folder.experiment(scenarios)
    #expect(experiment.pointCount == 2 && experiment.factors.isEmpty)
    #expect(try folder.experiment(scenarios + ",\n" + Self.levels).pointCount == 12)
  }

  @Test("The last factor of a grid changes fastest, scenarios slowest")
  func gridOrder() throws {
    let experiment = try folder.experiment(
      "\"scenarios\": {\"one\": \"river.json\", \"two\": \"river.json\"},\n" + Self.levels)
    #expect(experiment.values(ofPoint: 1) == [.number(0.5), .number(100)])
    #expect(experiment.values(ofPoint: 3) == [.number(0.9), .number(50)])
    #expect(experiment.parts(ofPoint: 7) == (1, 1))
  }

  @Test("One at a time begins with the scenario as it is; a list leaves out what it does not name")
  func nominalPoints() throws {
    #expect(try experiment("\"oneAtATime\": {}").values(ofPoint: 0) == [.nominal, .nominal])
    let list = try experiment("\"list\": {\"points\": [{\"stock\": 3}]}")
    #expect(list.values(ofPoint: 0) == [.nominal, .number(3)])
  }

  @Test(
    "A design that goes to the ends leaves out half a per cent of open tails, and nothing else",
    arguments: ["\"morris\": {\"trajectories\": 20}", "\"sobol\": {\"points\": 2}"])
  func openTails(design: String) throws {
    let experiment = try experiment(design, Self.sampled)
    for point in 0..<experiment.pointCount {
      for value in experiment.values(ofPoint: point) {
        guard case .number(let number) = value else { continue }
        // The quantile 0.005 of the standard normal distribution is -2.5758.
        #expect(number > 0.5 - 0.2576 && number < 340)
      }
    }
    let bounded = try folder.experiment(
      """
      "factors": {"skill": {"parameter": "/agencies/*/skill",
        "distribution": {"uniform": {"lower": 0.2, "upper": 0.6}}}},
      "design": {"morris": {"trajectories": 4}}
      """)
    let values = (0..<bounded.pointCount).map { bounded.values(ofPoint: $0)[0] }
    #expect(values.contains(.number(0.2)) && values.contains(.number(0.6)))
  }

  @Test(
    "Trajectories chosen among candidates are others than the first ones, and lie farther apart")
  func candidates() throws {
    func spread(_ members: String) throws -> Double {
      let design = try experiment("\"morris\": {\"trajectories\": 4\(members)}").design
      guard case .morris(let morris) = design.kind else { return 0 }
      return TrajectoryChoice.spread(of: (0..<4).map { morris.trajectory($0) })
    }
    #expect(try spread(", \"candidates\": 40") > spread(""))
  }

  @Test("The same seed makes the same points, another one others")
  func seeds() throws {
    func values(_ seed: Int) throws -> [FactorValue] {
      let experiment = try folder.experiment(
        Self.sampled + ", \"seed\": \(seed), \"design\": {\"latinHypercube\": {\"points\": 5}}")
      return (0..<5).flatMap { experiment.values(ofPoint: $0) }
    }
    #expect(try values(1) == values(1))
    #expect(try values(1) != values(2))
  }

  /// Experiments that are too large or do not fit, and what is said of them.
  static let refused: [(members: String, said: String)] = [
    ("\"morris\": {\"trajectories\": 4, \"levels\": 5}", "an even number"),
    ("\"morris\": {\"trajectories\": 4, \"candidates\": 3}", "4 to 1000 candidates"),
    ("\"morris\": {\"trajectories\": 2000, \"candidates\": 900}", "no candidates: at most 1000"),
    ("\"saltelli\": {\"basePoints\": 12}", "a power of two"),
    ("\"saltelli\": {\"basePoints\": 4}", "from 8 to 1000000"),
    ("\"fourierAmplitude\": {\"samples\": 65, \"harmonics\": 5}", "at least 101"),
    (
      "\"latinHypercube\": {\"points\": 4, \"placement\": \"centred\", \"doublings\": 1}", "centred"
    ),
    ("\"latinHypercube\": {\"points\": 1025, \"maximin\": true}", "at most 1024"),
    (
      "\"latinHypercube\": {\"points\": 300, \"maximin\": true, \"doublings\": 2}",
      "found 1200 points"
    ),
    ("\"latinHypercube\": {\"points\": 10000, \"doublings\": 20}", "at most 10000000"),
    ("\"list\": {\"points\": [{\"skill\": -2}]}", "above 0"),
    ("\"list\": {\"points\": [{\"skill\": \"on\"}]}", "a number"),
    ("\"list\": {\"points\": [{\"skull\": 1}]}", "did you mean \"skill\"?"),
    ("\"sobol\": {\"points\": 0}", "from 1 to 10000000"),
    ("\"sobol\": {\"points\": 4, \"randomisations\": 2}", "add \"scrambled\": true"),
    (
      "\"halton\": {\"points\": 4, \"scrambled\": false, \"randomisations\": 2}",
      "found 2 randomisations of a sequence without chance"
    ),
    (
      "\"latinHypercube\": {\"points\": 4, \"placement\": \"centred\", \"randomisations\": 2}",
      "found 2 randomisations of a centred design"
    ),
    (
      "\"latinHypercube\": {\"points\": 4, \"maximin\": true, \"randomisations\": 2}",
      "have a bias"
    ),
    ("\"sobol\": {\"points\": 4, \"randomisations\": 1001}", "from 1 to 1000"),
    (
      "\"sobol\": {\"points\": 10001, \"scrambled\": true, \"randomisations\": 1000}",
      "at most 10000000"
    ),
    (
      "\"latinHypercube\": {\"points\": 10001, \"randomisations\": 1000}", "at most 10000000"
    ),
  ]

  @Test("What is too large or does not fit is refused in words", arguments: refused)
  func refusals(members: String, said: String) throws {
    let problems = try folder.problems(Self.levels + ",\n\"design\": {\(members)}")
    let text = problems.map(\.description).joined()
    #expect(text.contains(said), "\(text)")
    #expect(problems.first?.location?.file.hasSuffix("experiment.json") == true)
    #expect(problems.first?.pointer.hasPrefix("/design") == true)
  }

  @Test("Randomisations of Halton's sequence that do not fit into memory are refused")
  func haltonMemory() throws {
    let design = "\"halton\": {\"points\": 4, \"scrambled\": true, \"randomisations\": 1000}"
    let problems = try folder.problems(Self.factors(200) + ",\n\"design\": {\(design)}")
    #expect(problems.first?.pointer == "/design/halton/randomisations")
    #expect(problems.first?.found.contains("for 200 factors") == true)
  }

  @Test("A design without factors is refused")
  func withoutFactors() throws {
    let problems = try folder.problems("\"design\": {\"sobol\": {\"points\": 4}}")
    #expect(problems.first?.found == "found a design without factors")
  }

  /// Many factors of two levels each.
  private static func factors(_ count: Int) -> String {
    "\"factors\": {"
      + (0..<count).map {
        "\"f\($0)\": {\"parameter\": \"/agencies/guard/skill\", \"operation\": \"scale\", "
          + "\"levels\": [0.1, 0.2]}"
      }.joined(separator: ",") + "}"
  }

  @Test(
    "More factors than a design has dimensions are refused",
    arguments: [
      (257, "\"halton\": {\"points\": 2}", "at most 256 dimensions"),
      (556, "\"saltelli\": {\"basePoints\": 8}", "at most 1111 dimensions"),
      (24, "\"grid\": {}", "at most 10000000 points"),
    ])
  func dimensions(count: Int, design: String, said: String) throws {
    let problems = try folder.problems(Self.factors(count) + ",\n\"design\": {\(design)}")
    #expect(problems.first?.allowed.contains(said) == true, "\(problems)")
  }

  @Test("Points of all scenarios and replications of all points count together")
  func totals() throws {
    let scenarios = "\"scenarios\": {\"one\": \"river.json\", \"two\": \"river.json\"},\n"
    let points = scenarios + Self.levels + ", \"design\": {\"sobol\": {\"points\": 6000000}}"
    #expect(try folder.problems(points).first?.found.contains("12000000 points") == true)
    let units =
      Self.levels + ", \"replications\": 1000, \"design\": {\"sobol\": {\"points\": 1000000}}"
    #expect(try folder.problems(units).first?.pointer == "/replications")
  }

  @Test("Trajectories meet the levels of a factor equally often, three of them too")
  func levelsOfTrajectories() throws {
    let experiment = try folder.experiment(
      """
      "factors": {"skill": {"parameter": "/agencies/*/skill", "levels": [0.2, 0.5, 0.9]}},
      "design": {"morris": {"trajectories": 500}}
      """)
    var counts: [Double: Int] = [:]
    for point in 0..<experiment.pointCount {
      guard case .number(let level) = experiment.values(ofPoint: point)[0] else { continue }
      counts[level, default: 0] += 1
    }
    // 1,000 points in pairs: a level of chance 1/3 has a standard deviation of at most 18.3, and 5
    // of these fail in 3 comparisons with a chance of 2e-6.
    #expect(counts.count == 3 && counts.values.allSatisfy { ($0 - 333).magnitude < 92 })
  }

  @Test("Trajectories need values to step between")
  func oneLevel() throws {
    let problems = try folder.problems(
      """
      "factors": {"skill": {"parameter": "/agencies/*/skill", "levels": [0.5]}},
      "design": {"morris": {"trajectories": 4}}
      """)
    let said = "the factor \"skill\" with one value"
    #expect(problems.first?.found.contains(said) == true, "\(problems)")
  }
}
