import Foundation
import SensitivityAnalysis
import Sweeps
import TestSupport
import Testing

/// Which points of a sweep have the luck of a replication in common.
@Suite("Luck of the points of a sweep")
struct SharedLuckTests {
  private let fixture: SweepFixture

  init() throws { fixture = try SweepFixture() }

  /// Blocks of three points, with a price that nothing answers to: within a block all is luck.
  private func blocks(_ members: String, seed: Int = 1) throws -> Experiment {
    try fixture.experiment(
      """
      "scenarios": {"tiny": "tiny.json", "twin": "tiny.json"},
      "factors": {
        "price": {
          "parameter": "/markets/*/commodities/*/pricePerKilogram",
          "distribution": {"uniform": {"lower": 50, "upper": 150}}
        }
      },
      "design": {"saltelli": {"basePoints": 8, "scrambled": true}}, \(members)
      """, seed: seed)
  }

  @Test("Saltelli blocks: one luck for the points of a base point, another for the next")
  func names() throws {
    for replications in [1, 3] {
      let experiment = try blocks("\"replications\": \(replications),", seed: 5)
      #expect(experiment.sharedLuck == .basePoint)
      for point in 0..<experiment.pointCount {
        let base = UInt64(point % 24 / 3)
        for replication in 0..<replications {
          let luck = experiment.luck(of: SweepUnit(point: point, replication: replication))
          #expect(luck.seed == 5)
          #expect(luck.replication == base << 32 | UInt64(replication))
        }
      }
    }
    let own = try blocks("\"replications\": 2, \"commonRandomNumbers\": false,")
    #expect(own.sharedLuck == .noPoint)
    let seeds = (0..<48).map { own.luck(of: SweepUnit(point: $0, replication: 1)).seed }
    #expect(Set(seeds).count == 48)
    let grid = try fixture.experiment(SweepFixture.grid)
    #expect(grid.sharedLuck == .everyPoint)
    #expect(
      grid.luck(of: SweepUnit(point: 3, replication: 2))
        == grid.luck(of: SweepUnit(point: 0, replication: 2)))
  }

  @Test("search curves: one luck for all points of a repetition, another for the next")
  func repetitions() throws {
    func curves(_ repetitions: Int) throws -> Experiment {
      try fixture.experiment(
        """
        "scenarios": {"zebra": "tiny.json"}, "replications": 2,
        "factors": {"stock": {
          "parameter": "/supplies/*/initialStockKilograms",
          "distribution": {"uniform": {"lower": 20, "upper": 200}}
        }},
        "design": {"fourierAmplitude": {"samples": 65, "repetitions": \(repetitions)}},
        """)
    }
    let experiment = try curves(3)
    #expect(experiment.sharedLuck == .repetition && experiment.pointCount == 195)
    for point in 0..<195 {
      let luck = experiment.luck(of: SweepUnit(point: point, replication: 1))
      #expect(luck.replication == UInt64(point / 65) << 32 | 1)
    }
    #expect(try curves(1).sharedLuck == .everyPoint)
  }

  @Test("points of a block have equal results where their factor does nothing, blocks have not")
  func results() throws {
    try fixture.run("sweep", try blocks("\"replications\": 2,"), workers: 2)
    let text = try #require(fixture.temporary.text("sweep/replications.csv"))
    let rows = text.split(separator: "\n").dropFirst().map { line in
      line.split(separator: ",").dropFirst().map(String.init)
    }
    // Two replications a point, three points a block, eight blocks a scenario.
    let byBlock = (0..<16).map { block in
      (0..<3).map { Array(rows[6 * block + 2 * $0..<6 * block + 2 * $0 + 2]) }
    }
    for points in byBlock { #expect(points.allSatisfy { $0 == points[0] }) }
    #expect(Set(byBlock[..<8].map { $0[0] }).count == 8)
    #expect(Array(byBlock[..<8]) == Array(byBlock[8...]))
    // More replications leave the first ones as they are.
    try fixture.run("longer", try blocks("\"replications\": 3,"))
    let longer = try #require(fixture.temporary.text("longer/replications.csv")).split(
      separator: "\n")
    #expect(text.split(separator: "\n").dropFirst().allSatisfy { longer.contains($0) })
  }

  @Test("a replication of a block can be run again")
  func replay() throws {
    try fixture.run("sweep", try blocks("\"replications\": 2,"))
    let folder = try ReplayFolder(path: fixture.temporary.path("sweep"))
    for point in [0, 22, 47] {
      #expect(try folder.replay(point: point, replication: 1).agrees == true)
    }
  }

  @Test("points of blocks that share history are not joined across their luck")
  func families() throws {
    try fixture.temporary.put(
      "inputs/later.json",
      """
      {
        "extends": "tiny.json", "title": "Later",
        "policies": {
          "release": {
            "name": "Release", "from": "2024-07-01",
            "changes": {"rate": {"parameter": "/supplies/*/releasePerYear", "scale": 2}}
          }
        }
      }
      """)
    let experiment = try fixture.experiment(
      """
      "scenarios": {"later": "later.json"}, "factors": {"release": {"policy": "release"}},
      "design": {"saltelli": {"basePoints": 8, "scrambled": true}}, "replications": 6,
      """)
    // Eight workers are more than there are replications, so units are dealt out one by one.
    try fixture.run("apart", experiment, workers: 8)
    try fixture.run("together", experiment, workers: 1)
    #expect(try fixture.files("apart") == fixture.files("together"))
  }

  @Test("noise is seen with one replication as with several")
  func noise() throws {
    var shares: [Double] = []
    for replications in [1, 4] {
      let experiment = try fixture.experiment(
        """
        "scenarios": {"tiny": "tiny.json"},
        "factors": {
          "stock": {
            "parameter": "/supplies/*/initialStockKilograms",
            "distribution": {"uniform": {"lower": 30, "upper": 60}}
          }
        },
        "design": {"saltelli": {"basePoints": 64, "scrambled": true}},
        "replications": \(replications),
        """)
      try fixture.run("sweep-\(replications)", experiment, workers: 2)
      let store = try SweepStore(reading: fixture.temporary.path("sweep-\(replications)"))
      let result = try SweepSensitivity(of: 0, scenario: 0, in: store, resampleCount: 200)
      let row = try #require(result.rows.first { $0.index == .noiseShare })
      #expect(result.remarks.joined().contains("what luck does alone") == (replications == 1))
      // Of the variance of single runs: the share in means of n runs is s / (s + n (1 - s)).
      let share = row.estimate.value
      let ratio = share / (1 - share) * Double(replications)
      shares.append(ratio / (1 + ratio))
      #expect(share > 0.02 && share < 0.98)
    }
    // Both estimate the same share. The seed is fixed; that of one run is 1 less a ratio of two
    // variances of 64 pairs, with a standard error of at most 0.2.
    #expect((shares[0] - shares[1]).magnitude < 0.5)
  }
}
