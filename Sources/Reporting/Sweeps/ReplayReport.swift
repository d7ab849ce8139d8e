import FlowSimulation
import ResultFiles
import ScenarioFormat
import Sweeps
import TraffickingModel

/// A replication that was run again, for people and for other programs.
public struct ReplayReport {
  private let replay: Replay
  private let width: Int
  private let glyphs: Glyphs

  /// A report for a device of a width.
  public init(of replay: Replay, width: Int = 80, glyphs: Glyphs = .ascii) {
    self.replay = replay
    self.width = width
    self.glyphs = glyphs
  }

  private var rows: [(name: String, now: Double?, recorded: Double?)] {
    let (now, recorded) = (
      replay.responses(of: replay.now), replay.responses(of: replay.recorded)
    )
    return replay.names.indices.map { (replay.names[$0], now[$0], recorded[$0]) }
  }

  private var title: String {
    let point = replay.point.map { "Point \($0), replication " } ?? "Replication "
    let name = point + String(replay.replication)
    switch replay.now {
    case .done(_, let eventCount): return "\(name): \(NumberText.count(eventCount)) events"
    case .failed(let message): return "\(name) failed: \(message)"
    }
  }

  /// The responses beside those recorded.
  public func text() -> String {
    guard case .done = replay.now else { return title + "\n" }
    var table = TextTable(
      title: title,
      columns: [
        .init("Response"), .init("Now", .right), .init("Recorded", .right), .init(""),
      ])
    for row in rows {
      let isDifferent = replay.recorded != nil && row.now != row.recorded
      table.addRow([
        row.name, row.now.map(NumberText.shortest) ?? "",
        row.recorded.map(NumberText.shortest) ?? "", isDifferent ? "different" : "",
      ])
    }
    return table.rendered(width: width, glyphs: glyphs, emphasis: false)
  }

  /// One row a response.
  public func csv() -> [UInt8] {
    var document = CSVDocument(header: ["response", "value", "recorded"])
    for row in rows {
      document.add(row.name)
      document.add(row.now)
      document.add(row.recorded)
      document.endRow()
    }
    return document.bytes
  }

  /// All that is known of it.
  public func json() -> [UInt8] {
    var members: [(String, JSONNode)] = []
    if let point = replay.point { members.append(("point_id", .number(point))) }
    members.append(("replication", .number(replay.replication)))
    switch replay.now {
    case .done(_, let eventCount):
      members += [("status", "ok"), ("events", .number(eventCount))]
    case .failed(let message): members += [("status", "failed"), ("message", .string(message))]
    }
    members.append(("equals_recorded", replay.agrees.map { .bool($0) } ?? .null))
    if let damage = replay.damage { members.append(("damage", .string(damage))) }
    members.append(
      (
        "responses",
        .object(rows.map { ($0.name, $0.now.map { .number($0) } ?? .null) })
      ))
    return CanonicalJSON.bytes(.object(members))
  }

  /// Whether it equals what was recorded, in a sentence.
  public var verdict: String {
    switch replay.agrees {
    case nil:
      "Nothing is recorded of this replication to compare with"
        + (replay.damage.map { ":\n\($0)" } ?? "")
    case true:
      "Equal to what was recorded, to the last bit"
        + (replay.damage.map { "; but elsewhere:\n\($0)" } ?? "")
    default:
      "DIFFERENT from what was recorded: this is not the same replication.\n" + cause
    }
  }

  private var cause: String {
    if let damage = replay.damage { return damage }
    return replay.recordedBy == PanjVersion.current
      ? "The same version recorded it, and what it ran and recorded is as it was written, so "
        + (replay.point == nil ? "run.json was changed, or " : "") + "Panj has a fault."
      : "It was recorded by Panj \(replay.recordedBy), and this is \(PanjVersion.current): only "
        + "the version that recorded a replication is sure to repeat it."
  }

  /// An event as a line of JSON.
  public static func line(of step: ReplicationStep) -> String {
    var members: [(String, JSONNode)] = [
      ("day", .number(step.day)), ("date", .string(step.date.description)),
      ("event", .string(step.event)),
    ]
    if let shipment = step.shipment {
      let digits = String(shipment.name, radix: 16)
      let name = String(repeating: "0", count: 16 - digits.count) + digits
      members += [
        // A letter in front, or other programs take it for a number and round it.
        ("consignment", .string("s" + name)), ("organisation", .string(shipment.organisation)),
        ("commodity", .string(shipment.commodity)),
      ]
      if let market = shipment.market { members.append(("market", .string(market))) }
      members.append(("kilograms", .number(shipment.kilograms)))
    }
    for entity in step.entities { members.append((entity.role, .string(entity.id))) }
    if let outcome = step.outcome { members.append(("outcome", .string(outcome))) }
    if !step.counts.isEmpty {
      let counts = step.counts.map { count in
        (count.name + (count.commodity.map { "__" + $0 } ?? ""), JSONNode.number(count.amount))
      }
      members.append(("counts", .object(counts)))
    }
    return CanonicalJSON.line(.object(members))
  }
}
