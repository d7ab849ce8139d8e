import PlainStorage
import TraffickingModel

/// What the agencies know, and what is on its way between them.
struct IntelligenceState: ~Copyable, Sendable {
  /// The leads that an agency holds on an organisation: the most complete one, and of those that
  /// outlive it the most complete one again.
  struct Holding: Sendable, BitwiseCopyable {
    /// Until when the lead is worth something (days).
    private(set) var until = -Double.infinity
    /// What of it has arrived, 0 to 1.
    private(set) var completeness = 0.0
    private var laterUntil = -Double.infinity
    private var laterCompleteness = 0.0

    /// What of the best lead that is alive has arrived; 0 when none is alive.
    @inline(__always)
    func completeness(at time: Double) -> Double {
      if until > time { return completeness }
      return laterUntil > time ? laterCompleteness : 0
    }

    /// Takes a lead in.
    mutating func add(until newUntil: Double, completeness newCompleteness: Double, at time: Double)
    {
      if until <= time {
        (until, completeness) = (laterUntil, laterCompleteness)
        laterUntil = -.infinity
      }
      if until <= time || newCompleteness >= completeness {
        if until > newUntil, newCompleteness > completeness {
          addLater(until: until, completeness: completeness)
        }
        until = newCompleteness > completeness ? newUntil : max(until, newUntil)
        completeness = newCompleteness
      } else {
        addLater(until: newUntil, completeness: newCompleteness)
      }
      if laterUntil <= until { laterUntil = -.infinity }
    }

    private mutating func addLater(until newUntil: Double, completeness newCompleteness: Double) {
      if laterUntil == -.infinity || newCompleteness > laterCompleteness {
        (laterUntil, laterCompleteness) = (newUntil, newCompleteness)
      } else if newCompleteness == laterCompleteness {
        laterUntil = max(laterUntil, newUntil)
      }
    }
  }

  /// A lead, and where it goes.
  struct Lead: Sendable, BitwiseCopyable {
    /// The name of its random streams.
    var entity: UInt64
    /// Until when it is worth something (days).
    var until: Double
    /// What of it has arrived, 0 to 1.
    var completeness = 1.0
    /// The organisation, by its place in the scenario.
    var organisation: Int32
    /// The agency that receives it, or -1.
    var agency: Int32
    /// The exchange over which it goes, or -1.
    var exchange: Int32 = -1
    /// Whether there is anything in it.
    var isTrue: Bool

    /// No lead at all.
    static var none: Lead { Lead(entity: 0, until: 0, organisation: 0, agency: -1, isTrue: false) }
  }

  /// By agency and organisation.
  var holdings: Slab<Holding>
  /// Until when an agency follows a false lead (days), by agency.
  var misledUntil: Slab<Double>
  /// Until when some agency holds a lead on an organisation (days), by organisation.
  var knownUntil: Slab<Double>
  /// By exchange, 0 to 1.
  var trust: Slab<Double>
  /// The leads to come of each source.
  var sources: Slab<PoissonStream>
  /// Leads that are on their way to an agency.
  var messages = RecordPool(capacity: 64, blank: Lead.none)
  /// Leads on which a joint operation is prepared.
  var operations = RecordPool(capacity: 64, blank: Lead.none)

  /// The state of a network's agencies; of no size without intelligence.
  init(of network: CompiledNetwork) {
    let stage = network.stages[0]
    let agencies = stage.intelligence == nil ? 0 : stage.agencies.count
    let organisations = stage.intelligence == nil ? 0 : stage.organisations.count
    holdings = Slab(repeating: Holding(), count: agencies * organisations)
    misledUntil = Slab(repeating: -.infinity, count: agencies)
    knownUntil = Slab(repeating: -.infinity, count: organisations)
    trust = Slab(stage.intelligence?.exchanges.map(\.initialTrust) ?? [])
    sources = Slab(
      stage.intelligence?.sources.map { PoissonStream(perDay: $0.perDay) } ?? [])
  }

  /// Becomes what another of the same network, or one of its structure, is.
  mutating func copy(from other: borrowing IntelligenceState) {
    holdings.copy(from: other.holdings)
    misledUntil.copy(from: other.misledUntil)
    knownUntil.copy(from: other.knownUntil)
    trust.copy(from: other.trust)
    sources.copy(from: other.sources)
    messages.copy(from: other.messages)
    operations.copy(from: other.operations)
  }

  /// Forgets everything.
  mutating func reset(to network: CompiledNetwork) {
    guard let intelligence = network.stages[0].intelligence else { return }
    holdings.fill(with: Holding())
    misledUntil.fill(with: -.infinity)
    knownUntil.fill(with: -.infinity)
    for exchange in trust.indices {
      trust[exchange] = intelligence.exchanges[exchange].initialTrust
    }
    for source in sources.indices {
      sources[source] = PoissonStream(perDay: intelligence.sources[source].perDay)
    }
    messages.removeAll()
    operations.removeAll()
  }
}
