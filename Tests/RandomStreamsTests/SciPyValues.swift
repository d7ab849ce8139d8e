import RandomStreams

/// Quantiles and moments printed by SciPy 1.17.1, except the quantiles of the gamma distribution of
/// shape 0.2 and the last of the Poisson distribution of mean 1e7: those come from arithmetic of 40
/// digits, because SciPy is one too low in the latter.
enum SciPyValues {
  struct Row {
    var distribution: Distribution
    var mean: Double
    var variance: Double
    /// At the draws of `draws`.
    var quantiles: [Double]
  }

  static let draws = [1e-10, 0.001, 0.05, 0.3, 0.5, 0.8, 0.99, 0.999999]

  static let rows: [Row] = [
    Row(
      distribution: .exponential(Exponential(mean: 3)),
      mean: 3.0, variance: 9.0,
      quantiles: [
        3.00000000015e-10, 0.0030015010007506007, 0.1538798831626516, 1.0700248318161971,
        2.0794415416798357, 4.8283137373023015, 13.815510557964272, 41.446531673806554,
      ]),
    Row(
      distribution: .uniform(Uniform(lower: -2, upper: 5)),
      mean: 1.5, variance: 4.083333333333333,
      quantiles: [
        -1.9999999993, -1.993, -1.65, 0.10000000000000009,
        1.5, 3.6000000000000005, 4.93, 4.999993,
      ]),
    Row(
      distribution: .normal(Normal(mean: 10, standardDeviation: 4)),
      mean: 10.0, variance: 16.0,
      quantiles: [
        -15.445363609616223, -2.3609292246712528, 3.4205854921941086, 7.902397949167836,
        10.0, 13.366484934291657, 19.305391496163363, 29.01369723526835,
      ]),
    Row(
      distribution: .lognormal(Lognormal(logMean: 1, logStandardDeviation: 0.75)),
      mean: 3.601138336272175, variance: 9.791697776557593,
      quantiles: [
        0.023028892015273632, 0.2677573203926786, 0.7916465831043392, 1.8343672799291721,
        2.718281828459045, 5.110084422823783, 15.560892963924708, 96.06914874586693,
      ]),
    Row(
      distribution: .gamma(Gamma(shape: 0.2, mean: 4)),
      mean: 4.0, variance: 80.0,
      quantiles: [
        1.305096168691455e-49, 1.3050961686914499e-14, 4.078426220225707e-06, 0.031755814486882306,
        0.4149267838564969, 5.270872640974415, 44.04609733803876, 207.0556383661211,
      ]),
    Row(
      distribution: .gamma(Gamma(shape: 3.5, mean: 7)),
      mean: 7.0, variance: 14.0,
      quantiles: [
        0.005605668492481242, 0.598493752375376, 2.167349909298057, 4.671330448981073,
        6.345811195521515, 9.803249900240838, 18.475306906582357, 40.52183123411472,
      ]),
    Row(
      distribution: .gamma(Gamma(shape: 400, mean: 2)),
      mean: 2.0, variance: 0.01,
      quantiles: [
        1.4280828649963917, 1.705166132467536, 1.8384058703087447, 1.946376315744726,
        1.998333580472322, 2.0836393721967696, 2.2399606391437907, 2.511823886911787,
      ]),
    Row(
      distribution: .triangular(Triangular(lower: 1, mode: 2, upper: 6)),
      mean: 3.0, variance: 1.1666666666666667,
      quantiles: [
        1.000022360679775, 1.0707106781186548, 1.5, 2.258342613226059,
        2.8377223398316205, 4.0, 5.552786404500042, 5.995527864044936,
      ]),
    Row(
      distribution: .poisson(Poisson(mean: 0.4)),
      mean: 0.4, variance: 0.4,
      quantiles: [
        0.0, 0.0, 0.0, 0.0,
        0.0, 1.0, 2.0, 6.0,
      ]),
    Row(
      distribution: .poisson(Poisson(mean: 11.5)),
      mean: 11.5, variance: 11.5,
      quantiles: [
        0.0, 3.0, 6.0, 10.0,
        11.0, 14.0, 20.0, 31.0,
      ]),
    Row(
      distribution: .poisson(Poisson(mean: 83.7)),
      mean: 83.7, variance: 83.7,
      quantiles: [
        33.0, 57.0, 69.0, 79.0,
        84.0, 91.0, 106.0, 131.0,
      ]),
    Row(
      distribution: .poisson(Poisson(mean: 1e7)),
      mean: 10000000.0, variance: 10000000.0,
      quantiles: [
        9979890.0, 9990229.0, 9994799.0, 9998342.0,
        10000000.0, 10002661.0, 10007357.0, 10015035.0,
      ]),
  ]
}
