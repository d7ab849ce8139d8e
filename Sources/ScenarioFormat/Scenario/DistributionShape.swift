import ElementaryFunctions
import RandomStreams
import TraffickingModel

/// The distributions that a scenario can give to a random variable.
///
/// A bare or annotated number is a variable without chance; else an object names one distribution
/// with its parameters, each of which is a quantity of its own and may be annotated.
enum DistributionShape {
  /// A variable that is above 0 (a duration, a mass, a factor).
  static func positive(_ unit: String, defaultValue: Double? = nil) -> Shape {
    .numberOr(
      Quantity(unit, positiveRange, defaultValue: defaultValue),
      .named("positiveDistribution", alternatives(location: positiveRange)))
  }

  /// A variable that is 0 or above.
  static func nonNegative(_ unit: String) -> Shape {
    .numberOr(
      Quantity(unit, nonNegativeRange),
      .named("nonNegativeDistribution", alternatives(location: nonNegativeRange)))
  }

  /// What a duration, mass or factor can be: wide, and narrow enough that no parameter overflows.
  private static let positiveRange = QuantityRange(from: 1e-6, to: 1e9)
  private static let nonNegativeRange = QuantityRange(from: 0, to: 1e9)

  /// - Parameter location: what bounds and modes may be.
  private static func alternatives(location: QuantityRange) -> Shape {
    let bound = Shape.quantity(Quantity("", location))
    let positive = Shape.quantity(Quantity("", positiveRange))
    let pure = Shape.quantity(Quantity("", QuantityRange(from: 0.001, to: 100)))
    return .alternatives([
      .optional(
        "uniform",
        .object(
          [
            .required("lower", bound, "The least value."),
            .required("upper", positive, "The greatest value."),
          ], rules: [.increasing(["lower", "upper"])]),
        "Equally likely between two bounds."),
      .optional(
        "exponential", .object([.required("mean", positive, "The mean.")]),
        "The waiting time for an event of constant rate."),
      .optional(
        "gamma",
        .object([
          .required(
            "shape", .quantity(Quantity("", QuantityRange(from: 0.05, to: 1e6))), "The shape."),
          .required("mean", positive, "The mean."),
        ]), "Gamma, by shape and mean."),
      .optional("lognormal", lognormal(positive, pure), "Lognormal, by either pair of parameters."),
      .optional(
        "triangular",
        .object(
          [
            .required("lower", bound, "The least value."),
            .required("mode", bound, "The likeliest value."),
            .required("upper", positive, "The greatest value."),
          ], rules: [.ascending(["lower", "mode", "upper"]), .increasing(["lower", "upper"])]),
        "Triangular, by its least, likeliest and greatest value."),
      .optional(
        "paretoTailedLognormal", paretoTailedLognormal(positive, pure),
        "A lognormal body whose tail above a point follows a power law, cut off at both ends."),
    ])
  }

  private static func lognormal(_ positive: Shape, _ pure: Shape) -> Shape {
    .object(
      [
        .optional("mean", positive, "The mean."),
        .optional("coefficientOfVariation", pure, "Standard deviation over mean."),
        .optional("logMean", .quantity(logMean), "The mean of the logarithm."),
        .optional(
          "logStandardDeviation", .quantity(logDeviation),
          "The standard deviation of the logarithm."),
      ],
      rules: [
        .atLeastOne(["mean", "logMean"]), .exclusive(["mean", "logMean"]),
        .together(["mean", "coefficientOfVariation"]),
        .together(["logMean", "logStandardDeviation"]),
      ])
  }

  private static func paretoTailedLognormal(_ positive: Shape, _ pure: Shape) -> Shape {
    .object(
      [
        .required("logMean", .quantity(logMean), "The mean of the body's logarithm."),
        .required(
          "logStandardDeviation", .quantity(logDeviation),
          "The standard deviation of the body's logarithm."),
        .required("minimum", positive, "The least value."),
        .required("tailFrom", positive, "Where the tail starts."),
        .required("tailExponent", pure, "Survival falls with this power in the tail."),
        .required("maximum", positive, "The greatest value."),
      ], rules: [.increasing(["minimum", "tailFrom", "maximum"])])
  }

  private static let logMean = Quantity("", .closed(-14...21))
  private static let logDeviation = Quantity("", QuantityRange(from: 0.001, to: 10))

  /// The distribution that a valid document names at a place.
  ///
  /// - Throws: when the parameters leave nothing to sample.
  static func distribution(at cursor: Cursor) throws(ScenarioProblem) -> Distribution {
    if cursor.isNumber { return .deterministic(Deterministic(cursor.number)) }
    let (name, parameters) = cursor.alternative
    func number(_ key: String) -> Double { parameters[key].number }
    switch name {
    case "uniform":
      return .uniform(Uniform(lower: number("lower"), upper: number("upper")))
    case "exponential":
      return .exponential(Exponential(mean: number("mean")))
    case "gamma":
      return .gamma(Gamma(shape: number("shape"), mean: number("mean")))
    case "lognormal":
      if parameters.contains("mean") {
        return .lognormal(
          Lognormal(
            mean: number("mean"), coefficientOfVariation: number("coefficientOfVariation")))
      }
      return .lognormal(
        Lognormal(
          logMean: number("logMean"), logStandardDeviation: number("logStandardDeviation")))
    case "triangular":
      return .triangular(
        Triangular(lower: number("lower"), mode: number("mode"), upper: number("upper")))
    case "paretoTailedLognormal":
      return .paretoTailedLognormal(try paretoTailedLognormal(at: parameters))
    default:
      preconditionFailure("the shape names a distribution that is not built: \(name)")
    }
  }

  private static func paretoTailedLognormal(
    at parameters: Cursor
  ) throws(ScenarioProblem) -> ParetoTailedLognormal {
    func number(_ key: String) -> Double { parameters[key].number }
    let (minimum, tailFrom, maximum) = (number("minimum"), number("tailFrom"), number("maximum"))
    func survival(_ bound: Double) -> Double {
      Portable.normalCumulative(
        (number("logMean") - Portable.log(bound)) / number("logStandardDeviation"))
    }
    let aboveMinimum = survival(minimum)
    let aboveMaximum =
      survival(tailFrom) * Portable.power(tailFrom / maximum, number("tailExponent"))
    // Below this, doubles say too little of how the values between the bounds are distributed.
    if aboveMinimum - aboveMaximum < 1e-9 * aboveMinimum || aboveMinimum < 1e-200 {
      let isAbove = aboveMinimum < 1e-200
      throw parameters[isAbove ? "minimum" : "maximum"].problem(
        found: isAbove
          ? "found \(minimum), which the body practically never exceeds"
          : "found \(maximum), below which there is practically nothing",
        allowed: "bounds between which an appreciable part of the distribution lies",
        hint: "logarithms are natural: a median of 20 has a logMean of 3")
    }
    return ParetoTailedLognormal(
      logMean: number("logMean"), logStandardDeviation: number("logStandardDeviation"),
      tailFrom: tailFrom, tailExponent: number("tailExponent"), minimum: minimum, maximum: maximum)
  }
}
