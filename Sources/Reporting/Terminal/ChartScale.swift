import ResultFiles

/// The axis of a chart: from a round number to a round number, in round steps, with zero on it.
struct ChartScale: Equatable {
  let low: Double
  let high: Double
  let step: Double

  /// The axis for values of a range, with about so many steps.
  ///
  /// A step is 1, 2 or 5 times a power of ten. When all values are zero the axis is that of 0 to 1.
  ///
  /// Beyond 1e300 in magnitude a value stands at the end of the axis, since the axis could not go
  /// on to a round number.
  init(containing range: ClosedRange<Double>, steps: Int) {
    let bottom = max(min(0, range.lowerBound), -1e300)
    let top = min(max(0, range.upperBound), 1e300)
    if top == bottom {
      (low, high, step) = (0, 1, 1)
      return
    }
    let size = max(top - bottom, 1e-300)
    step = Self.roundStep(atLeast: size / Double(max(1, steps)))
    low = (bottom / step).rounded(.down) * step
    high = (top / step).rounded(.up) * step
  }

  /// How many steps the axis has.
  var stepCount: Int { Int(((high - low) / step).rounded()) }

  /// The least number of the form 1, 2 or 5 times a power of ten that is not below a size.
  private static func roundStep(atLeast size: Double) -> Double {
    var power = 1.0
    while power > size { power /= 10 }
    while power * 10 <= size { power *= 10 }
    for factor in [1.0, 2, 5] where power * factor >= size { return power * factor }
    return power * 10
  }

  /// Where on the axis a value stands, from 0 to 1.
  func share(of value: Double) -> Double {
    min(max((value - low) / (high - low), 0), 1)
  }

  /// The decimals that the steps need.
  var decimals: Int {
    var decimals = 0
    var unit = step
    while unit < 0.999_999, decimals < 12 {
      unit *= 10
      decimals += 1
    }
    return decimals
  }

  /// A number of the axis as text.
  func label(_ value: Double) -> String {
    if high.magnitude >= 1e15 || step < 1e-6 { return NumberText.significant(value) }
    return NumberText.fixed(value, decimals: decimals)
  }
}
