/// The network walk: walkers go from place to place of a fixed graph until they are detected or
/// reach a sink. The load nearest to the product that any kernel can run; one event is one arrival.
///
/// Every walker has a random stream of its own: one block of draws a hop, named by walker and hop,
/// for the route, the detection and the duration.
public struct NetworkWalk: Sendable {
  /// The graph.
  public var graph: WalkGraph
  /// How many walkers set out in a replication.
  public var walkers: Int
  /// How many replications.
  public var replications: Int

  /// What became of all walkers of all replications.
  public struct Outcome: Sendable {
    /// Time and checksum; the check is the mean number of arrivals of a walker.
    public var work: WorkDone
    /// Arrivals, place by place.
    public var passages: [Int]
    /// Walkers detected, corridor by corridor.
    public var seizures: [Int]
    /// Walkers who came to a sink.
    public var absorptions: Int
  }

  /// A load.
  public init(graph: WalkGraph, walkers: Int, replications: Int) {
    precondition(walkers < 1 << 32, "walkers are named by 32 bits")
    self.graph = graph
    self.walkers = walkers
    self.replications = replications
  }

  /// Lets all walkers of all replications walk.
  public func run() -> Outcome {
    var run = WalkRun(graph: graph, walkers: walkers)
    let stopwatch = Stopwatch()
    for replication in 0..<replications { run.walk(replication: UInt64(replication)) }
    let time = stopwatch.reading
    let passages = run.passageCounts
    let seizures = run.seizureCounts
    var checksum = Checksum()
    for count in passages + seizures { checksum.add(UInt64(count)) }
    checksum.add(run.lastTime)
    let events = passages.reduce(0, +)
    return Outcome(
      work: WorkDone(
        operations: events, checksum: checksum.value, time: time,
        check: Double(events) / Double(walkers * replications)),
      passages: passages, seizures: seizures,
      absorptions: passages.suffix(graph.sinks).reduce(0, +))
  }
}
