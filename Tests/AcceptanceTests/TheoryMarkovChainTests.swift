import FlowSimulation
import Foundation
import RandomStreams
import TestSupport
import Testing
import TraffickingModel

/// Fixed routing is an absorbing Markov chain, and linear algebra says what it does.
///
/// The network is a random graph of 200 places with eight corridors out of each of the first 190;
/// the last ten are markets. A passage is detected with probability 0.02. A thousand consignments
/// start from each of the first ten places. The chain is solved here, by the test's own
/// elimination. Scores allow 4.89 standard errors: one false alarm in a million seeds each.
@Suite("Theory: the absorbing Markov chain of 200 places")
struct TheoryMarkovChainTests {
  private static let detection = 0.02
  private static let consignmentsPerOrigin = 1_000
  private static let originCount = 10

  /// The graph, its exact solution and one simulation of it, made once for all tests.
  private static let experiment = Result { try Experiment() }

  /// One corridor of the file.
  struct Link {
    let tail: Int
    let head: Int
    let share: Double
    let days: Double
  }

  /// What the tests look at.
  struct Experiment {
    let placeCount: Int
    let marketCount: Int
    let links: [Link]
    /// Expected visits to each place by one consignment.
    let visits: [Double]
    let reading: Reading

    init() throws {
      let graph = try TheoryMarkovChainTests.graph()
      (placeCount, marketCount, links) = graph
      visits = TheoryMarkovChainTests.visits(placeCount: placeCount, links: links)
      let network = TheoryMarkovChainTests.network(
        placeCount: placeCount, marketCount: marketCount, links: links)
      reading = try CheckedRun(network.network()).reading(seed: 20_240_607)
    }

    var total: Double { Double(originCount * consignmentsPerOrigin) }

    /// The chance that a consignment is seized on a corridor.
    func seizureChance(_ link: Link) -> Double { visits[link.tail] * link.share * detection }

    func attempts(_ link: Int) -> Double { reading.corridor("c\(link)", .attempts) }

    func seizures(_ link: Int) -> Double { reading.corridor("c\(link)", .seizures) }

    func delivered(_ place: Int) -> Double {
      reading[.deliveredKilogramsByMarket, "market-\(place)", "heroin"]
    }

    var markets: Range<Int> { (placeCount - marketCount)..<placeCount }
  }

  private static func graph() throws -> (places: Int, markets: Int, links: [Link]) {
    let url = URL(fileURLWithPath: #filePath).deletingLastPathComponent()
      .appendingPathComponent("Resources/graph.txt")
    let lines = try String(contentsOf: url, encoding: .utf8).split(separator: "\n")
      .map { $0.split(separator: " ").compactMap { Double($0) } }
    let (places, degree, markets) = (Int(lines[0][0]), Int(lines[0][1]), Int(lines[0][2]))
    let links = lines.dropFirst().enumerated().map { number, line in
      Link(tail: number / degree, head: Int(line[0]), share: line[1], days: line[2])
    }
    return (places, markets, links)
  }

  /// Visits solve x = b + Tᵀ x, where T holds the shares times the chance of passing.
  private static func visits(placeCount: Int, links: [Link]) -> [Double] {
    var matrix = (0..<placeCount).map { row in
      (0..<placeCount).map { row == $0 ? 1.0 : 0 }
    }
    for link in links { matrix[link.head][link.tail] -= link.share * (1 - detection) }
    let starts = (0..<placeCount).map { $0 < originCount ? 1 / Double(originCount) : 0 }
    return LinearSystem.solve(matrix, starts)
  }

  private static func network(
    placeCount: Int, marketCount: Int, links: [Link]
  ) -> TestNetwork {
    // Three years: the chance that anything is still on its way then is below 1e-20.
    var network = TestNetwork(from: "2023-01-01", to: "2026-01-01")
    network.agency("police")
    for place in 0..<placeCount { network.place("p\(place)") }
    for (number, link) in links.enumerated() {
      network.corridor(
        "c\(number)", "p\(link.tail)", "p\(link.head)",
        days: .exponential(Exponential(mean: link.days)), share: link.share,
        detections: ["police": detection])
    }
    for place in (placeCount - marketCount)..<placeCount {
      network.market("market-\(place)", at: "p\(place)")
    }
    for origin in 0..<originCount {
      network.burst("farm-\(origin)", at: "p\(origin)", count: consignmentsPerOrigin)
    }
    return network
  }

  @Test("the test's own solution is the published one")
  func solution() throws {
    let experiment = try Self.experiment.get()
    let seized = experiment.links.reduce(0) { $0 + experiment.seizureChance($1) }
    let absorbed = experiment.markets.reduce(0) { $0 + experiment.visits[$1] }
    let arrivals = experiment.visits.reduce(0, +)
    let published = [14.791261, 0.281454, 0.718546]
    for (own, other) in zip([arrivals, seized, absorbed], published) {
      #expect(abs(own - other) < 1e-6)
    }
  }

  @Test("every consignment ends: seized or in a market")
  func ends() throws {
    let experiment = try Self.experiment.get()
    let ended =
      experiment.links.indices.reduce(0) { $0 + experiment.seizures($1) }
      + experiment.markets.reduce(0) { $0 + experiment.delivered($1) }
    #expect(ended == experiment.total)
  }

  @Test("the share that is seized is the chain's")
  func seizedShare() throws {
    let experiment = try Self.experiment.get()
    let seized = experiment.links.indices.reduce(0) { $0 + experiment.seizures($1) }
    let score = StandardScore.binomial(seized, of: experiment.total, 0.281454)
    #expect(abs(score) < StandardScore.allowed)
  }

  @Test("seizures by corridor and deliveries by market fit the chain's chances in all 1,530 cells")
  func cells() throws {
    let experiment = try Self.experiment.get()
    let observed =
      experiment.links.indices.map { experiment.seizures($0) }
      + experiment.markets.map { experiment.delivered($0) }
    let chances =
      experiment.links.map { experiment.seizureChance($0) }
      + experiment.markets.map { experiment.visits[$0] }
    let score = StandardScore.chiSquare(observed: observed, chances: chances)
    #expect(abs(score) < StandardScore.allowed)
  }

  @Test("absorption in each of the ten markets is the chain's")
  func markets() throws {
    let experiment = try Self.experiment.get()
    // Bonferroni: ten scores at 5.33 standard errors give one false alarm in a million together.
    for market in experiment.markets {
      let score = StandardScore.binomial(
        experiment.delivered(market), of: experiment.total, experiment.visits[market])
      #expect(abs(score) < 5.33, "market \(market)")
    }
  }

  @Test("seizures at each of the 190 places fit the chain's")
  func places() throws {
    let experiment = try Self.experiment.get()
    let tails = experiment.placeCount - experiment.marketCount
    var observed = [Double](repeating: 0, count: tails)
    var chances = observed
    for (number, link) in experiment.links.enumerated() {
      observed[link.tail] += experiment.seizures(number)
      chances[link.tail] += experiment.seizureChance(link)
    }
    // Given that a consignment is seized.
    let seized = chances.reduce(0, +)
    let score = StandardScore.chiSquare(observed: observed, chances: chances.map { $0 / seized })
    #expect(abs(score) < StandardScore.allowed)
  }

  @Test("at every place the corridors are taken by their shares")
  func turning() throws {
    let experiment = try Self.experiment.get()
    let degree = experiment.links.count / (experiment.placeCount - experiment.marketCount)
    // Bonferroni over 190 places: 5.9 standard errors of a statistic that is near normal only for
    // many degrees of freedom would be lax in theory and is ample here; the seven degrees give a
    // false alarm below 1e-4 over all places together.
    for first in stride(from: 0, to: experiment.links.count, by: degree) {
      let row = first..<(first + degree)
      let score = StandardScore.chiSquare(
        observed: row.map { experiment.attempts($0) },
        chances: row.map { experiment.links[$0].share })
      #expect(abs(score) < 5.9, "place \(first / degree)")
    }
  }

  @Test("an entity makes as many events as the chain expects")
  func events() throws {
    let experiment = try Self.experiment.get()
    // A dispatch and one arrival for each passage; the passages of one consignment are roughly
    // geometric, so their standard deviation is below their mean of 14.07.
    let passages = experiment.links.indices.reduce(0) { $0 + experiment.attempts($1) }
    let expected = experiment.links.reduce(0) { $0 + experiment.visits[$1.tail] * $1.share }
    let error = expected / experiment.total.squareRoot()
    #expect(abs(passages / experiment.total - expected) < StandardScore.allowed * error)
  }
}
