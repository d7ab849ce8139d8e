import OutputStatistics
import Sweeps
import TestSupport
import Testing

/// What summary.csv says of a response.
@Suite("Estimates of a sweep")
struct EstimateTests {
  private let fixture: SweepFixture

  init() throws { fixture = try SweepFixture() }

  /// An experiment with a response of yes or no beside a number.
  private func experiment(_ replications: String, above limit: Double = 31) throws -> Experiment {
    try fixture.temporary.put(
      "inputs/chance.json",
      """
      {
        "format": "panj-experiment/1", "title": "A test", "description": "For tests.",
        "scenarios": {"tiny": "tiny.json"}, "replications": \(replications),
        "responses": {
          "delivered_kg": {"columns": ["delivered_kg__heroin"]},
          "much": {"columns": ["delivered_kg__heroin"], "above": \(limit)},
          "seized_kg": {"columns": ["seized_kg__heroin"]}
        }
      }
      """)
    return try ExperimentReader.read(path: fixture.temporary.path("inputs/chance.json"))
  }

  private func table(_ name: String, _ experiment: Experiment) throws -> SweepRows {
    try fixture.run(name, experiment)
    return SweepRows(try #require(fixture.temporary.text("\(name)/summary.csv")))
  }

  private func values(_ name: String, _ response: String) throws -> [Double] {
    SweepRows(try #require(fixture.temporary.text("\(name)/replications.csv")))
      .numbers(response).compactMap { $0 }
  }

  @Test("a response of yes or no has Wilson's interval, which has a width where nothing happened")
  func wilson() throws {
    let rows = try table("a", experiment("40"))
    #expect(rows["ci_method"] == ["t", "wilson", "t"])
    let successes = try values("a", "much").reduce(0, +)
    #expect(successes > 0 && successes < 40)
    #expect(try values("a", "much") == values("a", "delivered_kg").map { $0 > 31 ? 1 : 0 })
    let expected = Proportion(successes: Int(successes), trials: 40).confidenceInterval(level: 0.95)
    #expect(rows.numbers("mean")[1] == successes / 40)
    #expect(rows.numbers("ci_low")[1] == expected.lower)
    #expect(rows.numbers("ci_high")[1] == expected.upper)
    let never = try table("b", experiment("40", above: 1e6))
    #expect(never.numbers("mean")[1] == 0 && never.numbers("ci_low")[1] == 0)
    #expect(try #require(never.numbers("ci_high")[1]) > 0.05)
  }

  @Test("the median has the interval of order statistics, open where replications are too few")
  func median() throws {
    let rows = try table("a", experiment("40"))
    let sorted = try values("a", "delivered_kg").sorted()
    // Of 40 numbers, the 14th and the 27th: 96.2 % by the binomial distribution.
    #expect(rows.numbers("median_ci_low")[0] == sorted[13])
    #expect(rows.numbers("median_ci_high")[0] == sorted[26])
    let few = try table("b", experiment("4"))
    #expect(few["median_ci_low"][0] == "" && few["median_ci_high"][0] == "")
  }

  private func precision(_ response: String, _ target: String, atMost: Int) throws -> Int {
    let experiment = try experiment(
      "{\"response\": \"\(response)\", \(target), \"atMost\": \(atMost)}")
    let name = "\(response)\(atMost)"
    #expect(try fixture.run(name, experiment) == .completed)
    return try values(name, response).count
  }

  @Test("a response that is zero on average never reaches a relative precision")
  func zeroMean() throws {
    #expect(try precision("seized_kg", "\"relative\": 0.5", atMost: 37) == 37)
    #expect(try precision("seized_kg", "\"absolute\": 0.5", atMost: 38) == 10)
  }

  @Test("the precision of a chance is that of Wilson's interval")
  func precisionOfChance() throws {
    let count = try precision("much", "\"absolute\": 0.15", atMost: 300)
    func halfWidth(_ count: Int) throws -> Double {
      let successes = try values("much300", "much").prefix(count).reduce(0, +)
      return Proportion(successes: Int(successes), trials: count)
        .confidenceInterval(level: 0.95).halfWidth
    }
    #expect(count > 20 && count < 60)
    #expect(try halfWidth(count) <= 0.15)
    // Targets grow by a tenth from one look to the next.
    #expect(try halfWidth(count - max(1, count / 11)) > 0.15)
  }
}
