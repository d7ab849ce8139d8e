/// A design squeezed into the middle of the distributions, so that no factor has to be infinite.
///
/// A probability u becomes tail + (1 - 2 tail) u: every factor is sampled from its distribution cut
/// at the quantiles `tail` and 1 - `tail`. That is what the field does with grids that contain 0
/// and 1, such as Morris's; a report has to say so, because effects are then per range of the cut
/// distribution. Where randomisation is possible it is the better remedy: it cuts nothing.
public struct TruncatedQuantiles: QuantileDesign {
  /// The design that is squeezed.
  public let base: any QuantileDesign

  /// What is cut off at each end, as a probability strictly between 0 and 1/2.
  public let tail: Double

  /// `base` squeezed into tail...1 - tail; 0.005 is a usual choice.
  public init(_ base: any QuantileDesign, tail: Double) {
    // Below 2^-53 the upper end would round to 1.
    precondition(tail >= 0x1p-53 && tail < 0.5, "a tail of \(tail) is not in 2^-53..<0.5")
    self.base = base
    self.tail = tail
  }

  /// As many as `base` has.
  public var pointCount: Int { base.pointCount }

  /// As many as `base` has.
  public var factorCount: Int { base.factorCount }

  /// None.
  public var reachedExtremes: QuantileExtremes { [] }

  /// The squeezed probabilities, within tail...1 - tail.
  public func quantiles(ofPoint point: Int) -> [Double] {
    // Where the rounding of a sum could exceed the upper end, the comparison keeps the promise.
    base.quantiles(ofPoint: point).map { min(tail + (1 - 2 * tail) * $0, 1 - tail) }
  }
}
