import BenchmarkSuite
import TestSupport
import Testing

/// What the loads of the kernel come to, against theory.
@Suite("Loads of the kernel")
struct KernelLoadTests {
  /// The order in which events come out is defined, so every future event list that keeps it has
  /// this checksum.
  @Test("the hold model takes events out in the one defined order")
  func holdOrder() {
    let work = HoldModel(pending: 100, holds: 4_000, untimedHolds: 0).run()
    #expect(work.operations == 4_000)
    #expect(work.checksum == 0xb8249a67f2522f2f)
  }

  @Test("untimed holds are done before and change nothing but where the timed ones begin")
  func untimedHolds() {
    let load = HoldModel(pending: 10, holds: 400)
    #expect(load.untimedHolds == 40)
    #expect(load.run().operations == 400)
  }

  /// In 10,000 holds with 1000 pending every event moves ten times, from a stationary start. The
  /// mean step is the mean increment; its standard error is below the standard deviation of an
  /// increment over the root of 10,000, for bimodal ones, which vary most, 0.033. Five of them: one
  /// false alarm in a million.
  @Test("increments have the mean they promise", arguments: HoldIncrements.allCases)
  func increments(_ increments: HoldIncrements) throws {
    let work = HoldModel(pending: 1_000, holds: 10_000, increments: increments).run()
    let mean = increments == .bursty ? 1.125 : 1
    #expect(abs(try #require(work.check) - mean) < 0.165)
  }

  /// The standard error of the mean over 200,000 customers is 0.42 and the empty start takes less
  /// than 0.02 away; 4.89 of them, one false alarm in a million.
  @Test("customers are as long in the queue as theory says")
  func queue() throws {
    let work = SingleServerQueue(customers: 200_000).run()
    #expect(work.operations == 400_000)
    let standardError = (35_900.0 / 200_000).squareRoot()
    let deviation = try #require(work.check) - SingleServerQueue.expectedTime
    #expect(abs(deviation) < StandardScore.allowed * standardError)
  }
}
