/// A yearly closure of passes or crossings.
public struct Closure: Sendable, Equatable {
  /// Its place in the scenario.
  public typealias Index = EntityIndex<Closure>
  /// The id.
  public var id: String
  /// The name for people.
  public var name: String
  /// The first closed day.
  public var from: MonthDay
  /// The first day that is open again; earlier in the year than `from` when the closure lasts over
  /// New Year.
  public var until: MonthDay

  /// A closure.
  public init(id: String, name: String, from: MonthDay, until: MonthDay) {
    self.id = id
    self.name = name
    self.from = from
    self.until = until
  }
}
