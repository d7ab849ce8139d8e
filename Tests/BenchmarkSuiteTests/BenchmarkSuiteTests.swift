import BenchmarkSuite
import FlowSimulation
import TestSupport
import Testing
import TraffickingModel

/// The benchmarks in their smoke size: what they measure is right, whatever it costs.
@Suite("Benchmarks")
struct BenchmarkSuiteTests {
  private static let root = SuiteFiles.root

  private static func suite() -> Suite {
    var suite = Suite(size: .smoke, runs: 2)
    suite.graph = root + "/" + suite.graph
    suite.scenario = root + "/" + suite.scenario
    suite.policy = root + "/" + suite.policy
    suite.scenarios = root + "/" + suite.scenarios
    return suite
  }

  @Test("every load of the kernel does its work, the same in every run")
  func kernelLoads() throws {
    let suite = Self.suite()
    let timings =
      suite.hold() + suite.pieces() + [suite.singleServerQueue(), try suite.walk()]
    for timing in timings {
      #expect(timing.operationCount >= 1_000, "\(timing.name)")
      #expect(timing.seconds.count == 2)
      #expect(timing.processorSeconds.count == 2)
      #expect(timing.nanoseconds.least > 0)
      #expect(timing.nanoseconds.least <= timing.nanoseconds.greatest)
    }
    #expect(Set(timings.map(\.name)).count == timings.count)
  }

  @Test("only what is asked for of the hold model is run")
  func chosenHold() {
    let timings = Self.suite().hold(pending: [50], increments: [.bursty])
    #expect(timings.map(\.name) == ["hold, 50 pending, bursty"])
  }

  @Test("growth is followed over places and consignments on their way")
  func growth() throws {
    let suite = Self.suite()
    let places = try suite.places()
    #expect(places.map(\.name) == ["100 places", "1000 places"])
    // The same number is on the way, so both have about as many events.
    let counts = places.map { Double($0.operationCount) }
    #expect(counts[0] > 3_000 && abs(counts[0] / counts[1] - 1) < 0.2)
    let flight = try suite.flight()
    // Hardly any of a thousand consignments comes to an end: four or more in a million draws of
    // 4000 hops would be one chance in 10^11.
    #expect((flight[0].check ?? 0) > 990)
    #expect(flight[0].operationCount == 2_000)
  }

  @Test("branched policies come to what they come to one by one")
  func branching() throws {
    var suite = Self.suite()
    suite.runs = 1
    let timings = try suite.branching()
    #expect(timings.map(\.operationCount) == [2, 2])
    #expect(timings[0].checksum == timings[1].checksum)
    // Half of the days once, the other half twice.
    let share = try #require(timings[1].check)
    #expect(abs(share - 0.75) < 0.03)
  }

  @Test("precision is told in replications and in time, with and without common random numbers")
  func precision() throws {
    var network = TestNetwork()
    network.agency("police")
    network.corridor("first", "origin", "end", detections: ["police": 0.1])
    network.market("market", at: "end")
    network.steadySupply("field", at: "origin", perDay: 2)
    let base = try network.network()
    network.contents.corridors[0].detections[0].probability = 0.3
    let load = PrecisionLoad(
      base: base, variant: try network.network(), commodity: "heroin", workers: 1)
    let response = try load.response(cap: 200)
    #expect(response.operations < 200)
    #expect((response.check ?? 1) <= 0.01)
    let effect = try load.effect(pairs: 20)
    // A consignment detected at 0.1 is detected at 0.3 as well, so luck is shared.
    #expect((effect.check ?? 0) > 1.5)
    #expect(
      effect.figures.contains {
        $0.name == "pairs for 1 % of the effect, independent" && $0.value > 1
      })
  }

  @Test("a scenario's checksum and events do not depend on the number of workers")
  func scenarioOverWorkers() throws {
    let load = ScenarioLoad(of: try SuiteFiles.smallNetwork())
    let one = try load.run(replications: 6, workers: 1)
    let four = try load.run(replications: 6, workers: 4)
    #expect(one.operations > 1_000)
    #expect(one.operations == four.operations)
    #expect(one.checksum == four.checksum)
  }

  @Test("every scenario of the project is found, and the policies are not among them")
  func scenarios() throws {
    let paths = try ShippedScenarios.paths(in: Self.root + "/scenarios")
    #expect(paths.contains { $0.hasSuffix("scenarios/northern-route.json") })
    #expect(paths.contains { $0.hasSuffix("variants/prices.json") })
    #expect(!paths.contains { $0.contains("policies") })
    #expect(throws: LoadError.self) { try ShippedScenarios.paths(in: Self.root + "/nowhere") }
  }

  @Test("a graph that is not there or not a graph is refused with its path")
  func brokenGraph() {
    for path in [Self.root + "/nowhere.txt", Self.root + "/Package.swift"] {
      #expect {
        try WalkGraph(path: path)
      } throws: { error in
        "\(error)".contains(path)
      }
    }
  }
}
