import Experiments
import FlowSimulation
import OutputStatistics
import Synchronization
import TestSupport
import Testing
import TraffickingModel

/// What a batch promises, whoever does the work.
@Suite("Replication batch")
struct ReplicationBatchTests {
  @Test("the result has the same bits for any number of workers", arguments: [2, 3, 7])
  func workers(count: Int) throws {
    let alone = try BatchNetwork.run(.fixed(100), workers: 1)
    let together = try BatchNetwork.run(.fixed(100), workers: count)
    #expect(BatchNetwork.bits(alone) == BatchNetwork.bits(together))
  }

  @Test("the first hundred of three hundred replications are the hundred of a shorter batch")
  func prefix() throws {
    let short = try BatchNetwork.run(.fixed(100), workers: 2)
    let long = try BatchNetwork.run(.fixed(300), workers: 3)
    let isSame = (0..<100).allSatisfy { replication in
      short.layout.columns.indices.allSatisfy { column in
        short.response(column, replication: replication)
          == long.response(column, replication: replication)
      }
    }
    #expect(isSame)
  }

  @Test("another seed gives another result")
  func seed() throws {
    let one = try BatchNetwork.run(seed: 1, .fixed(20), workers: 1)
    let other = try BatchNetwork.run(seed: 2, .fixed(20), workers: 1)
    #expect(BatchNetwork.bits(one) != BatchNetwork.bits(other))
  }

  @Test("each row is the replication of its number, run alone")
  func rows() throws {
    let network = try BatchNetwork.network()
    let result = try BatchNetwork.run(.fixed(30), workers: 3)
    let alone = try CheckedRun(network).readings(seed: 81, count: 30)
    for (number, reading) in alone.enumerated() {
      let row = result.layout.columns.indices.map {
        result.response($0, replication: number)
      }
      #expect(row == reading.outcome.responses.map { $0.isNaN ? nil : $0 })
    }
  }

  @Test("the tallies are those of the rows in their order")
  func tallies() throws {
    let result = try BatchNetwork.run(.fixed(50), workers: 2)
    for column in result.layout.columns.indices {
      let values = (0..<50).compactMap { result.response(column, replication: $0) }
      #expect(result.tallies[column] == Tally(values))
    }
  }

  @Test("events add up")
  func events() throws {
    let result = try BatchNetwork.run(.fixed(50), workers: 2)
    #expect(result.eventCount == result.eventCounts.reduce(0, +))
  }

  @Test("a batch of a fixed number runs to its end")
  func completed() throws {
    let result = try BatchNetwork.run(.fixed(17), workers: 4)
    #expect(result.replicationCount == 17 && result.ending == .completed)
  }

  @Test("more workers than replications do no harm")
  func fewReplications() throws {
    #expect(try BatchNetwork.run(.fixed(2), workers: 7).replicationCount == 2)
  }

  @Test("a value that is not defined in a replication is missing, not a number")
  func undefined() throws {
    // Half of a consignment a year on average: most years see no seizure.
    var network = TestNetwork()
    network.agency("police")
    network.corridor("c", "origin", "city", detections: ["police": 0.5])
    network.market("market", at: "city")
    network.steadySupply("field", at: "origin", perDay: 0.5 / 365)
    let compiled = try network.network()
    let column = OutcomeLayout(of: compiled).columns.firstIndex {
      $0.response == .meanSeizedConsignmentKilograms
    }
    let result = try ReplicationBatch(
      of: compiled, plan: BatchPlan(seed: 5, stopping: .fixed(60), workerCount: 2)
    ).run()
    let index = try #require(column)
    let defined = (0..<60).count { result.response(index, replication: $0) != nil }
    #expect(defined > 0 && defined < 60 && result.tallies[index].count == defined)
  }

  @Test("a response that is defined nowhere has no summary")
  func noSummary() throws {
    var network = TestNetwork()
    network.corridor("c", "origin", "city")
    network.market("market", at: "city")
    let compiled = try network.network()
    let result = try ReplicationBatch(
      of: compiled, plan: BatchPlan(seed: 5, stopping: .fixed(3), workerCount: 1)
    ).run()
    let column = try #require(
      result.layout.columns.firstIndex { $0.response == .interdictionRate })
    #expect(result.summary(ofColumn: column) == nil)
  }

  @Test("the books of every replication balance")
  func balance() throws {
    #expect(try BatchNetwork.run(.fixed(50), workers: 2).massBalanceResidual < 1e-9)
  }

  @Test("progress is told after every replication, in order")
  func progress() throws {
    let told = Mutex([Int]())
    _ = try BatchNetwork.run(.fixed(40), workers: 5) { progress in
      told.withLock { $0.append(progress.done) }
    }
    #expect(told.withLock { $0 } == Array(1...40))
  }

  @Test("progress never loses events")
  func progressEvents() throws {
    let told = Mutex([Int]())
    let result = try BatchNetwork.run(.fixed(40), workers: 5) { progress in
      told.withLock { $0.append(progress.eventCount) }
    }
    let events = told.withLock { $0 }
    #expect(events == events.sorted() && events.last == result.eventCount)
  }

  @Test("progress names the cap")
  func progressCap() throws {
    let caps = Mutex(Set<Int>())
    _ = try BatchNetwork.run(.fixed(12), workers: 2) { progress in
      _ = caps.withLock { $0.insert(progress.cap) }
    }
    #expect(caps.withLock { $0 } == [12])
  }
}
