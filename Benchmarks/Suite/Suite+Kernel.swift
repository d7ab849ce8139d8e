/// The loads of the future event list and the random streams, which other kernels run as well.
extension Suite {
  /// The hold model.
  ///
  /// - Parameters:
  ///   - pending: the numbers of pending events; few, many and very many if empty.
  ///   - increments: what is drawn; all if empty.
  ///   - name: what it is called in tables.
  public func hold(
    pending: [Int] = [], increments: [HoldIncrements] = [], name: String = "hold"
  ) -> [Timing] {
    let pending = pending.isEmpty ? pick([100, 1_000], [100, 10_000, 1_000_000]) : pending
    let increments = increments.isEmpty ? HoldIncrements.allCases : increments
    return increments.flatMap { increments in
      pending.map { pending in
        Timing.of(
          "\(name), \(pending) pending, \(increments.rawValue)", operation: "hold", runs: runs
        ) {
          HoldModel(
            pending: pending, holds: pick(4_000, 4_000_000), increments: increments
          ).run()
        }
      }
    }
  }

  /// The single-server queue.
  public func singleServerQueue() -> Timing {
    Timing.of("M/M/1, 0.9 of capacity", operation: "event", runs: runs) {
      SingleServerQueue(customers: pick(2_000, 5_000_000)).run()
    }
  }

  /// The network walk.
  public func walk() throws -> Timing {
    let load = NetworkWalk(
      graph: try WalkGraph(path: graph), walkers: pick(1_000, 10_000), replications: pick(1, 50))
    return Timing.of("network walk, \(load.walkers) walkers", operation: "event", runs: runs) {
      load.run().work
    }
  }

  /// The pieces of an event, alone.
  public func pieces() -> [Timing] {
    let count = pick(1_000, 20_000_000)
    return [
      Timing.of("four draws (Philox)", operation: "block", runs: runs) { Pieces.blocks(count) },
      Timing.of("four draws, named by those before", operation: "block", runs: runs) {
        Pieces.chainedBlocks(count)
      },
      Timing.of("logarithm", operation: "call", runs: runs) { Pieces.logarithms(count) },
      Timing.of("lognormal quantile", operation: "call", runs: runs) {
        Pieces.lognormals(count)
      },
    ] + hold(increments: [.uniform], name: "queue operation")
  }
}
