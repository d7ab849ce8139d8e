import EventKernel
import PlainStorage
import RandomStreams
import TraffickingModel

/// Organisations: arrests take cells away, which are replaced after a while; without cells, or
/// broke, an organisation is dismantled and forms anew later.
///
/// A weakened organisation dispatches in proportion to its cells. Of what it fails to dispatch,
/// others take over its succession share, in proportion to their own shares and strengths; the rest
/// stays in stock. What is on its way goes on.
extension Replication {
  /// Takes cells of an organisation away.
  ///
  /// - Returns: whether there was one to take.
  @discardableResult
  mutating func arrestCells(_ count: Int, of organisation: Int, at time: Double) -> Bool {
    guard let structure = stage.organisations[organisation].structure,
      !organisations[organisation].isDismantled
    else { return false }
    let arrested = min(Int32(count), organisations[organisation].cells)
    record(.arrests, Double(arrested))
    organisations[organisation].cells -= arrested
    if organisations[organisation].isDismantled {
      disband(organisation, at: time)
      return true
    }
    let formation = organisations[organisation].formation
    for _ in 0..<arrested {
      let days = structure.replacementDays.quantile(drawRecovery(of: organisation))
      events.schedule(
        .recovery(organisation: UInt16(organisation), formation: formation), at: time + days)
    }
    return true
  }

  /// Takes all cells of an organisation away.
  mutating func dismantle(_ organisation: Int, at time: Double) {
    guard stage.organisations[organisation].structure != nil,
      !organisations[organisation].isDismantled
    else { return }
    organisations[organisation].cells = 0
    disband(organisation, at: time)
  }

  private mutating func disband(_ organisation: Int, at time: Double) {
    guard let structure = stage.organisations[organisation].structure else { return }
    record(.dismantlings)
    organisations[organisation].formation &+= 1
    let days = structure.reformingDays.quantile(drawRecovery(of: organisation))
    events.schedule(
      .recovery(
        organisation: UInt16(organisation), formation: organisations[organisation].formation),
      at: time + days)
  }

  /// A lost cell is replaced, or a dismantled organisation forms anew.
  ///
  /// What was begun before the organisation was dismantled comes to nothing.
  mutating func recover(_ organisation: Int, formation: UInt16) {
    guard organisations[organisation].formation == formation else { return }
    if organisations[organisation].isDismantled {
      let finances = stage.organisations[organisation].structure?.finances
      organisations[organisation].cells = organisations[organisation].fullCells
      organisations[organisation].capital = finances?.capital ?? 0
      record(.reformings)
    } else {
      organisations[organisation].cells += 1
    }
  }

  private mutating func drawRecovery(of organisation: Int) -> Double {
    let step = organisations[organisation].recoveries
    organisations[organisation].recoveries += 1
    return streams.uniforms(
      .recovery, entity: stage.organisations[organisation].entity, step: step
    ).first
  }

  /// Who dispatches a consignment that fell to a dispatcher of a supply, `nil` when nobody does.
  @inline(__always)
  func successor(
    of dispatcher: Int, from supply: Int, consignment entity: UInt64
  ) -> Int? {
    let organisation = Int(stage.supplies[supply].dispatchers[dispatcher].organisation)
    let strength = organisations[organisation].strength
    guard strength < 1 else { return dispatcher }
    let draws = streams.uniforms(.succession, entity: entity, step: 0)
    if draws.first < strength { return dispatcher }
    guard let structure = stage.organisations[organisation].structure,
      draws.second < structure.successionShare
    else { return nil }
    func weight(_ other: Int) -> Double {
      let dispatchers = stage.supplies[supply].dispatchers
      return other == dispatcher
        ? 0
        : dispatchers[other].share
          * organisations[Int(dispatchers[other].organisation)].strength
    }
    let candidates = stage.supplies[supply].dispatchers.indices
    var total = 0.0
    for other in candidates { total += weight(other) }
    var rest = draws.third * total
    for other in candidates where weight(other) > 0 {
      rest -= weight(other)
      if rest < 0 { return other }
    }
    return candidates.last { weight($0) > 0 }
  }

  /// A delivery is paid for.
  mutating func earnMargin(_ organisation: Int, revenue: Double) {
    guard let finances = stage.organisations[organisation].structure?.finances else { return }
    organisations[organisation].capital += finances.margin * revenue
  }

  /// A seizure costs what was laid out for the consignment. Under fixed routing its market, and so
  /// its price, is not known, and it costs nothing.
  mutating func loseOutlay(of consignment: Consignment, at time: Double) {
    let traits = stage.classTraits[Int(consignment.routingClass)]
    let organisation = Int(traits.organisation)
    guard let finances = stage.organisations[organisation].structure?.finances,
      traits.market >= 0
    else { return }
    let price =
      prices.current[Int(traits.market) * network.commodityCount + Int(traits.commodity)]
    spend(
      (1 - finances.margin) * price * consignment.massKilograms, of: organisation, at: time)
  }

  /// What organisations spend regardless of trade, for the span that ends.
  mutating func spendOverSpan(_ span: TimeSpan, at time: Double) {
    let days = span.endDay - span.startDay
    for organisation in organisations.indices {
      guard let finances = stage.organisations[organisation].structure?.finances else { continue }
      spend(finances.spendingPerYear / 365.25 * days, of: organisation, at: time)
    }
  }

  /// Takes from an organisation's capital; who has none left is dismantled.
  private mutating func spend(_ amount: Double, of organisation: Int, at time: Double) {
    guard !organisations[organisation].isDismantled else { return }
    organisations[organisation].capital -= amount
    if organisations[organisation].capital < 0 { dismantle(organisation, at: time) }
  }
}
