/// How uncertain a quantity is, as a distribution given in place of a low and a high value.
///
/// Bounds and means are in the unit of the quantity. A distribution that reaches beyond the range
/// of the quantity is meant cut to that range.
public enum Uncertainty: Sendable, Equatable {
  /// Every value from `lower` to `upper` is equally likely.
  case uniform(lower: Double, upper: Double)
  /// Density rising from `lower` to `mode` and falling to `upper`.
  case triangular(lower: Double, mode: Double, upper: Double)
  /// The normal distribution.
  case normal(mean: Double, standardDeviation: Double)
  /// The lognormal distribution, by its mean and the ratio of standard deviation to mean.
  case lognormal(mean: Double, coefficientOfVariation: Double)

  /// The shape of such a distribution for one quantity.
  public static func shape(of quantity: Quantity) -> Shape {
    let place = Shape.quantity(quantity.bare)
    let spread = Shape.quantity(Quantity(quantity.unit, .positive, isBare: true))
    let ratio = Shape.quantity(Quantity("", .positive, isBare: true))
    return .alternatives([
      .optional(
        "uniform",
        .object(
          [
            .required("lower", place, "The smallest value"),
            .required("upper", place, "The largest value"),
          ], rules: [.increasing(["lower", "upper"])]),
        "Every value between two is equally likely"),
      .optional(
        "triangular",
        .object(
          [
            .required("lower", place, "The smallest value"),
            .required("mode", place, "The likeliest value"),
            .required("upper", place, "The largest value"),
          ], rules: [.ascending(["lower", "mode", "upper"]), .increasing(["lower", "upper"])]),
        "A triangle from the smallest over the likeliest to the largest value"),
      .optional(
        "normal",
        .object([
          .required("mean", place, "The mean"),
          .required("standardDeviation", spread, "The standard deviation"),
        ]), "The normal distribution, cut to the range of the quantity"),
      .optional(
        "lognormal",
        .object([
          .required("mean", .quantity(positivePart(of: quantity)), "The mean, above 0"),
          .required(
            "coefficientOfVariation", ratio, "The standard deviation divided by the mean"),
        ]), "The lognormal distribution, cut to the range of the quantity"),
    ])
  }

  /// The part of a quantity's range that lies above 0, where a lognormal mean must be.
  private static func positivePart(of quantity: Quantity) -> Quantity {
    var part = quantity.bare
    if part.range.lower <= 0 {
      part.range.lower = 0
      part.range.isLowerOpen = true
    }
    if part.range.upper <= 0 { part.range.upper = .infinity }
    return part
  }

  /// Reads a distribution, or gives nil when the node is not a valid one.
  public init?(_ node: JSONNode) {
    guard let object = node.object,
      let member = object.members.first(where: { !Provenance.keys.contains($0.key) })
    else { return nil }
    func number(_ key: String) -> Double? { member.node[key]?.number?.double }
    switch member.key {
    case "uniform":
      guard let lower = number("lower"), let upper = number("upper") else { return nil }
      self = .uniform(lower: lower, upper: upper)
    case "triangular":
      guard let lower = number("lower"), let mode = number("mode"), let upper = number("upper")
      else { return nil }
      self = .triangular(lower: lower, mode: mode, upper: upper)
    case "normal":
      guard let mean = number("mean"), let deviation = number("standardDeviation")
      else { return nil }
      self = .normal(mean: mean, standardDeviation: deviation)
    case "lognormal":
      guard let mean = number("mean"), let ratio = number("coefficientOfVariation")
      else { return nil }
      self = .lognormal(mean: mean, coefficientOfVariation: ratio)
    default:
      return nil
    }
  }
}
