import OutputStatistics
import Sweeps
import TestSupport
import Testing

/// What contrasts.csv compares, and how.
@Suite("Contrasts of a sweep")
struct ContrastTests {
  private let fixture: SweepFixture

  init() throws { fixture = try SweepFixture() }

  /// The contrasts of an experiment of some members, and the values of replications.csv.
  private func contrasts(
    _ members: String, name: String = "a"
  ) throws -> (rows: SweepRows?, replications: SweepRows) {
    try fixture.run(name, try fixture.experiment(members))
    let replications = try #require(fixture.temporary.text("\(name)/replications.csv"))
    return (
      fixture.temporary.text("\(name)/contrasts.csv").map(SweepRows.init), SweepRows(replications)
    )
  }

  private static let factor = """
    "factors": {
      "stock": {
        "parameter": "/supplies/*/initialStockKilograms", "operation": "scale",
        "levels": [1, 1.5, 2]
      }
    },
    """

  /// The values of a response at a point.
  private func values(_ replications: SweepRows, point: Int) -> [Double] {
    zip(replications["point_id"], replications.numbers("delivered_kg"))
      .compactMap { $0 == "\(point)" ? $1 : nil }
  }

  @Test(
    "points that people chose are compared with the first, with one scenario too, by pairs",
    arguments: [
      "", "\"design\": {\"oneAtATime\": {}},",
      "\"design\": {\"list\": {\"points\": [{}, {\"stock\": 1.5}, {\"stock\": 2}]}},",
    ])
  func factors(design: String) throws {
    let (rows, replications) = try contrasts(
      "\"scenarios\": {\"tiny\": \"tiny.json\"}, \"replications\": 8,\(design)" + Self.factor)
    let table = try #require(rows)
    let count = Set(replications["point_id"]).count
    #expect(table.count == 2 * (count - 1))
    #expect(Set(table["kind"]) == ["factors"] && Set(table["method"]) == ["paired"])
    #expect(Set(table["versus_point_id"]) == ["0"])
    for row in 0..<table.count where table["response"][row] == "delivered_kg" {
      let point = try #require(Int(table["point_id"][row]))
      let expected = PairedDifference(
        base: values(replications, point: 0), variant: values(replications, point: point),
        level: 0.95)
      #expect(table.numbers("difference")[row] == expected.summary.mean)
      #expect(table.numbers("ci_low")[row] == expected.summary.interval?.lower)
      #expect(table["n"][row] == "8" && table["versus_n"][row] == "8")
      if let ratio = table.numbers("variance_ratio")[row] { #expect(ratio > 1) }
    }
  }

  @Test("scenarios are compared at the same point, points in the same scenario, and both are told")
  func both() throws {
    let (rows, _) = try contrasts(
      """
      "scenarios": {"zebra": "tiny.json", "ape": "large.json"}, "replications": 3,
      \(Self.factor)
      """)
    let table = try #require(rows)
    let pairs = table["point_id"].indices
      .filter { table["response"][$0] == "delivered_kg" }
      .map { "\(table["point_id"][$0])-\(table["versus_point_id"][$0]) \(table["kind"][$0])" }
    #expect(
      pairs == [
        "1-0 factors", "2-0 factors", "3-0 scenario", "4-1 scenario", "4-3 factors",
        "5-2 scenario", "5-3 factors",
      ])
  }

  @Test("designs that sample have no first point, and a single point nothing to compare")
  func none() throws {
    let sampled = try contrasts(
      """
      "scenarios": {"tiny": "tiny.json"}, "replications": 2,
      "design": {"sobol": {"points": 4}}, \(Self.factor)
      """)
    #expect(sampled.rows == nil)
    let single = try contrasts(
      "\"scenarios\": {\"tiny\": \"tiny.json\"}, \"replications\": 2,", name: "b")
    #expect(single.rows == nil)
  }

  @Test("without common random numbers nothing is paired")
  func welch() throws {
    let (rows, replications) = try contrasts(
      """
      "scenarios": {"tiny": "tiny.json"}, "replications": 8, "commonRandomNumbers": false,
      \(Self.factor)
      """)
    let table = try #require(rows)
    #expect(Set(table["method"]) == ["welch"])
    #expect(Set(table["variance_ratio"]) == [""] && Set(table["sd"]) == [""])
    let row = try #require(
      table["point_id"].indices.first {
        table["point_id"][$0] == "2" && table["response"][$0] == "delivered_kg"
      })
    let expected = WelchDifference(
      base: Tally(values(replications, point: 0)), variant: Tally(values(replications, point: 2)),
      level: 0.95)
    #expect(table.numbers("difference")[row] == expected.estimate)
    #expect(table.numbers("mcse")[row] == expected.standardError)
    #expect(table.numbers("ci_low")[row] == expected.interval.lower)
    #expect(table.numbers("ci_high")[row] == expected.interval.upper)
  }

  @Test("chances that do not differ have an interval of their difference all the same")
  func chances() throws {
    let rows = [Double?](repeating: 0, count: 10)
    for isPaired in [true, false] {
      let contrast = try #require(
        Contrast(of: rows, from: rows, isPaired: isPaired, areChances: true, level: 0.95))
      #expect(contrast.method == (isPaired ? .pairedScore : .score) && contrast.estimate == 0)
      let interval = try #require(contrast.interval)
      #expect(interval.lower < -0.2 && interval.upper > 0.2)
    }
  }

  @Test("with independent luck all replications count, even those without a partner")
  func unlikeCounts() throws {
    let contrast = try #require(
      Contrast(of: [1, 2, nil, 4, 5], from: [0, nil, 1], isPaired: false, level: 0.9))
    #expect(contrast.count == 4 && contrast.versusCount == 2 && contrast.estimate == 2.5)
    let paired = try #require(
      Contrast(of: [1, 2, nil, 4, 5], from: [0, nil, 1], isPaired: true, level: 0.9))
    #expect(paired.count == 1 && paired.estimate == 1 && paired.interval == nil)
    #expect(Contrast(of: [nil, 1], from: [1], isPaired: true, level: 0.9) == nil)
    #expect(Contrast(of: [nil], from: [1], isPaired: false, level: 0.9) == nil)
    let single = try #require(Contrast(of: [3], from: [1, 2], isPaired: false, level: 0.9))
    #expect(single.estimate == 1.5 && single.standardError == nil && single.interval == nil)
  }
}
