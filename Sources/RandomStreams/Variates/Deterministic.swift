/// A number without chance.
@frozen
public struct Deterministic: Variate {
  /// The number, whatever the draw.
  public let value: Double

  /// A variate that is always `value`, which must be finite.
  @inlinable
  public init(_ value: Double) {
    precondition(value.magnitude < .infinity, "value \(value) is not finite")
    self.value = value
  }

  /// The value.
  @inlinable
  public func quantile(_ u: Double) -> Double { value }

  /// The value.
  public var mean: Double { value }

  /// Zero.
  public var variance: Double { 0 }

  /// The value.
  public var minimum: Double { value }

  /// The value.
  public var maximum: Double { value }
}
