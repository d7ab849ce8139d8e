import Foundation
import Sweeps
import TestSupport
import Testing

@Suite("Points that share their history")
struct SweepFamiliesTests {
  private let fixture: SweepFixture

  init() throws {
    fixture = try SweepFixture()
    for (name, factor) in [("less", 0.5), ("more", 2.0)] {
      try fixture.temporary.put(
        "inputs/\(name).json",
        """
        {
          "extends": "tiny.json", "title": "\(name)",
          "policies": {
            "release": {
              "name": "Release", "from": "2024-07-01",
              "changes": {
                "rate": {"parameter": "/supplies/*/releasePerYear", "scale": \(factor)}
              }
            }
          }
        }
        """)
    }
  }

  private func experiment(_ members: String = "") throws -> Experiment {
    try fixture.experiment(
      """
      "scenarios": {"base": "tiny.json", "less": "less.json", "more": "more.json"},
      "replications": 6, \(members)
      """)
  }

  @Test("branched or one by one, the files have the same bytes")
  func sameBytes() throws {
    // Eight workers are more than there are replications, so units are dealt out one by one.
    try fixture.run("apart", try experiment(), workers: 8)
    try fixture.run("together", try experiment(), workers: 1)
    let files = try fixture.files("together")
    #expect(try fixture.files("apart") == files)
    let rows = try #require(files["replications.csv"]).split(separator: UInt8(ascii: "\n"))
    #expect(rows.count == 1 + 3 * 6)
    #expect(Set(rows.map { $0.split(separator: UInt8(ascii: ","))[3] }).count > 6)
  }

  @Test("stopped between and resumed, they come to the same bytes")
  func resuming() throws {
    try fixture.run("whole", try experiment())
    for limit in [1, 4, 7] {
      let name = "stopped-\(limit)"
      #expect(try fixture.run(name, try experiment(), unitLimit: limit) == .interrupted)
      #expect(try fixture.run(name, try experiment()) == .completed)
      #expect(try fixture.files(name) == fixture.files("whole"))
    }
  }

  @Test("without common random numbers every point has luck of its own")
  func ownLuck() throws {
    try fixture.run("own", try experiment("\"commonRandomNumbers\": false,"))
    try fixture.run("apart", try experiment("\"commonRandomNumbers\": false,"), workers: 8)
    #expect(try fixture.files("own") == fixture.files("apart"))
    let own = try #require(try fixture.files("own")["contrasts.csv"])
    try fixture.run("common", try experiment())
    #expect(try fixture.files("common")["contrasts.csv"] != own)
  }
}
