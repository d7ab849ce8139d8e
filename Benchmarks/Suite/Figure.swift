/// A number beside the time an operation takes: a memory, a duration, a count.
public struct Figure: Sendable, Equatable, Codable {
  /// What it says, in words.
  public var name: String
  /// How much.
  public var value: Double
  /// Its unit, such as `s` or `MB`; empty for a plain number.
  public var unit: String

  /// A figure.
  public init(_ name: String, _ value: Double, _ unit: String = "") {
    self.name = name
    self.value = value
    self.unit = unit
  }
}
