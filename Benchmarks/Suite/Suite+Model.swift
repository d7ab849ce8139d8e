/// The loads of the whole model.
extension Suite {
  /// The scenario with one worker, plain and whole in turn: what the processes cost that answer to
  /// enforcement.
  public func scenarioOverModels() throws -> [Timing] {
    try overModels("scenario", try ScenarioLoad(path: scenario), replications: pick(2, 16))
  }

  /// The scenario with one worker, and doubling up to the number of processors.
  public func scenarioOverWorkers() throws -> [Timing] {
    let load = try ScenarioLoad(path: scenario)
    return try Self.workerCounts.map { workers in
      let name = "scenario, \(workers) \(workers == 1 ? "worker" : "workers")"
      var timing = Timing(name, operation: "event", isSingle: workers == 1)
      for _ in 0..<runs {
        timing.add(try load.run(replications: pick(2, 16), workers: workers))
      }
      return timing
    }
  }

  /// Every scenario of the project with one worker, plain and whole in turn.
  public func allScenarios() throws -> [Timing] {
    try ShippedScenarios.paths(in: scenarios).flatMap { path in
      try overModels(
        ShippedScenarios.name(ofPath: path, in: scenarios), try ScenarioLoad(path: path),
        replications: pick(1, 4))
    }
  }

  private func overModels(
    _ name: String, _ whole: ScenarioLoad, replications: Int
  ) throws -> [Timing] {
    let plain = try whole.plain()
    var timings = [
      Timing("\(name), plain model", operation: "event"),
      Timing("\(name), whole model", operation: "event"),
    ]
    for _ in 0..<runs {
      timings[0].add(try plain.run(replications: replications, workers: 1))
      timings[1].add(try whole.run(replications: replications, workers: 1))
    }
    return timings
  }

  /// Ten policies that begin halfway, one by one and branched, in turn.
  public func branching() throws -> [Timing] {
    let load = try BranchingLoad(path: scenario, policies: pick(2, 10))
    var timings = [
      Timing("policies from halfway on, one by one", operation: "replication"),
      Timing("policies from halfway on, branched", operation: "replication"),
    ]
    for _ in 0..<runs {
      timings[0].add(load.apart(replications: pick(1, 4)))
      timings[1].add(load.branched(replications: pick(1, 4)))
    }
    return timings
  }

  /// Growth with the number of places, equally many consignments on their way.
  public func places() throws -> [Timing] {
    try pick([100, 1_000], [100, 10_000, 1_000_000]).map { places in
      let load = try PlacesLoad(
        places: places, inFlight: pick(100, 10_000), days: pick(60, 365))
      return Timing.of("\(places) places", operation: "event", runs: runs) { load.run() }
    }
  }

  /// Growth with the number of consignments on their way.
  public func flight() throws -> [Timing] {
    let sizes = pick(
      [1_000], [1_000, 10_000, 100_000, 1_000_000] + (includesLargest ? [10_000_000] : []))
    return try sizes.map { size in
      let load = try FlightLoad(inFlight: size, events: pick(2_000, 4_000_000))
      return Timing.of("\(size) in flight", operation: "event", runs: runs) { load.run() }
    }
  }

  /// How long a precision of 1 per cent takes: of a response, and of a policy's effect with and
  /// without common random numbers. Runs once.
  public func precision() throws -> [Timing] {
    let workers = Self.workerCounts.last ?? 1
    let load = try PrecisionLoad(
      base: scenario, variant: policy, commodity: commodity, workers: workers)
    var timings = [
      Timing("precision of a response", operation: "replication", isSingle: false),
      Timing("precision of an effect", operation: "pair", isSingle: false),
    ]
    timings[0].add(try load.response(cap: pick(10, 20_000)))
    timings[1].add(try load.effect(pairs: pick(10, 100)))
    return timings
  }
}
