import ElementaryFunctions
import EventKernel
import PlainStorage
import RandomStreams

/// The state of a single-server queue while it is simulated.
struct QueueRun: ~Copyable {
  /// One customer who waits or is served.
  struct Customer: BitwiseCopyable {
    var arrivedAt: Double
    /// How long the server will need.
    var service: Double
  }

  /// The two things that happen.
  enum Event: UInt8, BitwiseCopyable {
    case arrival
    case departure
  }

  private let customers: Int
  private let streams = RandomStreams(seed: 1, replication: 0)
  private var events = FutureEventList<Event>()
  /// Who is there, in a ring; the first of them is served.
  private var line = Slab(repeating: Customer(arrivedAt: 0, service: 0), count: 1 << 16)
  private var arrived = 0
  private var departed = 0
  /// The gap before the second customer of a block of draws, and that customer's service.
  private var second = (gap: 0.0, service: 0.0)
  /// The service of the customer who comes next.
  private var nextService = 0.0

  /// The time in the system summed over all who left.
  private(set) var timeInSystem = 0.0
  /// A hash of the times of departure.
  private(set) var checksum = Checksum()

  /// A queue before the first customer.
  init(customers: Int) { self.customers = customers }

  /// Lets all customers come and go.
  mutating func serveAll() {
    scheduleArrival(after: 0)
    while let (time, event) = events.popEarliest() {
      switch event {
      case .arrival: arrive(at: time)
      case .departure: depart(at: time)
      }
    }
  }

  @inline(__always)
  private mutating func arrive(at time: Double) {
    precondition(arrived - departed < line.count, "more customers wait than the line has room for")
    line[arrived & (line.count - 1)] = Customer(arrivedAt: time, service: nextService)
    arrived += 1
    if arrived - departed == 1 { events.schedule(.departure, at: time + nextService) }
    if arrived < customers { scheduleArrival(after: time) }
  }

  @inline(__always)
  private mutating func depart(at time: Double) {
    timeInSystem += time - line[departed & (line.count - 1)].arrivedAt
    checksum.add(time)
    departed += 1
    if departed < arrived {
      let next = line[departed & (line.count - 1)]
      events.schedule(.departure, at: time + next.service)
    }
  }

  /// One block of draws serves two customers; its four logarithms are taken at once, so that none
  /// has to wait for another.
  @inline(__always)
  private mutating func scheduleArrival(after time: Double) {
    let gap: Double
    if arrived & 1 == 0 {
      let draws = streams.uniforms(.test, entity: 2, step: UInt64(arrived / 2))
      (gap, nextService) = (-Portable.log(draws.first), -Portable.log(draws.second))
      second = (-Portable.log(draws.third), -Portable.log(draws.fourth))
    } else {
      (gap, nextService) = second
    }
    events.schedule(.arrival, at: time + gap / SingleServerQueue.arrivalRate)
  }
}
