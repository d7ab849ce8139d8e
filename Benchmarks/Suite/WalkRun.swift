import ElementaryFunctions
import EventKernel
import PlainStorage
import RandomStreams

/// The state of a network walk.
struct WalkRun: ~Copyable {
  /// The next arrival of a walker.
  struct Arrival: BitwiseCopyable {
    var walker: UInt32
    var place: UInt16
    var hop: UInt16
  }

  /// What a passage needs to know of a corridor.
  struct Corridor: BitwiseCopyable {
    var mean: Double
    var head: UInt16
    var seizures: UInt32
  }

  private let walkers: Int
  private let transientPlaces: Int
  private var events: FutureEventList<Arrival>
  /// By place: the cumulative chances of its corridors, one cache line; the last is not asked.
  private var cumulative: Slab<SIMD8<Double>>
  private var corridors: Slab<Corridor>
  private var passages: Slab<Int>
  /// The time of the last event.
  private(set) var lastTime = 0.0

  /// Lays out a graph.
  init(graph: WalkGraph, walkers: Int) {
    self.walkers = walkers
    transientPlaces = graph.transientPlaces
    events = FutureEventList()
    cumulative = Slab(repeating: SIMD8(repeating: 2), count: graph.transientPlaces)
    corridors = Slab(
      repeating: Corridor(mean: 0, head: 0, seizures: 0), count: graph.heads.count)
    passages = Slab(repeating: 0, count: graph.places)
    for corridor in graph.heads.indices {
      let (place, choice) = corridor.quotientAndRemainder(
        dividingBy: WalkGraph.corridorsPerPlace)
      let below = choice == 0 ? 0 : cumulative[place][choice - 1]
      cumulative[place][choice] = below + graph.shares[corridor]
      corridors[corridor] = Corridor(
        mean: graph.means[corridor], head: UInt16(graph.heads[corridor]), seizures: 0)
    }
  }

  /// Lets all walkers of one replication walk to their ends.
  mutating func walk(replication: UInt64) {
    let streams = RandomStreams(seed: 1, replication: replication)
    events.removeAll()
    start(streams)
    while let (time, arrival) = events.popEarliest() {
      let place = Int(arrival.place)
      passages[place] += 1
      if place >= transientPlaces { continue }
      let draws = streams.uniforms(
        .test, entity: UInt64(arrival.walker), step: UInt64(arrival.hop))
      let corridor =
        place * WalkGraph.corridorsPerPlace + Self.choice(among: cumulative[place], draws.first)
      if draws.second < WalkGraph.detection {
        corridors[corridor].seizures += 1
        continue
      }
      let duration = -corridors[corridor].mean * Portable.log(draws.third)
      events.schedule(
        Arrival(
          walker: arrival.walker, place: corridors[corridor].head, hop: arrival.hop + 1),
        at: time + duration)
    }
    lastTime = events.now
  }

  /// Schedules every walker's first arrival; one block of draws serves four walkers.
  private mutating func start(_ streams: RandomStreams) {
    for first in stride(from: 0, to: walkers, by: 4) {
      // No walker has this name.
      let draws = streams.uniforms(.test, entity: .max, step: UInt64(first))
      for walker in first..<min(first + 4, walkers) {
        events.schedule(
          Arrival(
            walker: UInt32(walker), place: UInt16(walker % WalkGraph.sources), hop: 0),
          at: -Portable.log(draws[walker - first]))
      }
    }
  }

  /// How many of the first seven cumulative chances lie at or below a draw: the signs of the
  /// differences are added, since a branch could not be foreseen.
  @inline(__always)
  private static func choice(among cumulative: SIMD8<Double>, _ draw: Double) -> Int {
    var above: UInt64 = 0
    for corridor in 0..<(WalkGraph.corridorsPerPlace - 1) {
      above &+= (draw - cumulative[corridor]).bitPattern &>> 63
    }
    return WalkGraph.corridorsPerPlace - 1 - Int(truncatingIfNeeded: above)
  }

  /// Arrivals, place by place, over all replications.
  var passageCounts: [Int] {
    var counts = [Int]()
    for place in passages.indices { counts.append(passages[place]) }
    return counts
  }

  /// Walkers detected, corridor by corridor, over all replications.
  var seizureCounts: [Int] {
    var counts = [Int]()
    for corridor in corridors.indices { counts.append(Int(corridors[corridor].seizures)) }
    return counts
  }
}
