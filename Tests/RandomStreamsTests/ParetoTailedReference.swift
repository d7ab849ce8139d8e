import RandomStreams

/// Moments and quantiles of Pareto-tailed lognormals by numerical integration and root finding in
/// arithmetic of 30 digits.
enum ParetoTailedReference {
  struct Row {
    var variate: ParetoTailedLognormal
    var mean: Double
    var variance: Double
    /// At the draws of `draws`.
    var quantiles: [Double]
  }

  static let draws = [0.001, 0.2, 0.5, 0.9, 0.99, 0.99999]

  static let rows: [Row] = [
    Row(
      variate: ParetoTailedLognormal(
        logMean: 2.0, logStandardDeviation: 1.5, tailFrom: 50.0, tailExponent: 1.2,
        minimum: 0.1, maximum: 5000.0),
      mean: 27.69484857563873, variance: 14207.75012221901,
      quantiles: [
        0.12101224348856618, 2.1084615532895272, 7.41215022188011,
        50.43832975625146, 333.59686716643864, 4899.132777745901,
      ]),
    Row(
      variate: ParetoTailedLognormal(
        logMean: 2.0, logStandardDeviation: 1.5, tailFrom: 50.0, tailExponent: 1.0,
        minimum: 0.1, maximum: 5000.0),
      mean: 32.75652104860364, variance: 24262.190348869204,
      quantiles: [
        0.12100037192368754, 2.107091825405037, 7.403666354294254,
        50.25137609927351, 460.8305007340121, 4951.230497069457,
      ]),
    Row(
      variate: ParetoTailedLognormal(
        logMean: 2.0, logStandardDeviation: 1.5, tailFrom: 50.0, tailExponent: 2.0,
        minimum: 0.0, maximum: 5000.0),
      mean: 19.371342032463943, variance: 2162.8198177130175,
      quantiles: [
        0.07169365936712196, 2.090822029307557, 7.388915506040904,
        50.29952562709899, 158.98867803305782, 3546.1654842409957,
      ]),
    Row(
      variate: ParetoTailedLognormal(
        logMean: 1.0, logStandardDeviation: 0.5, tailFrom: 4.0, tailExponent: 3.5,
        minimum: 0.0, maximum: .infinity),
      mean: 3.1023151676476863, variance: 3.580058311014787,
      quantiles: [
        0.579774436839861, 1.784591224660871, 2.718281828459045,
        5.009899163610501, 9.672600937116885, 69.61232315109592,
      ]),
    Row(
      variate: ParetoTailedLognormal(
        logMean: 1.0, logStandardDeviation: 0.5, tailFrom: 4.0, tailExponent: 2.5,
        minimum: 10.0, maximum: 1000.0),
      mean: 16.650166501665016, variance: 172.77645551183258,
      quantiles: [
        10.004002762185838, 10.933609805831175, 13.19502632778197,
        25.117960092945943, 63.070765838711964, 757.8597989777604,
      ]),
    Row(
      variate: ParetoTailedLognormal(
        logMean: 1.0, logStandardDeviation: 0.5, tailFrom: 40.0, tailExponent: 2.5,
        minimum: 0.5, maximum: 20.0),
      mean: 3.0805125620958185, variance: 2.6806646619585672,
      quantiles: [
        0.6067994002176293, 1.7854733152915994, 2.7188293380543165,
        5.159256664830571, 8.693983850268515, 19.3752215332859,
      ]),
    Row(
      variate: ParetoTailedLognormal(
        logMean: 0.0, logStandardDeviation: 1.0, tailFrom: 3.0, tailExponent: 0.7,
        minimum: 2.0, maximum: 90.0),
      mean: 8.431136036681457, variance: 165.7320353462905,
      quantiles: [
        2.0014768533532754, 2.3384773415108304, 3.257917587141464,
        20.24534496293872, 70.69320367101979, 89.9763293296491,
      ]),
    Row(
      variate: ParetoTailedLognormal(
        logMean: 1.0, logStandardDeviation: 0.5, tailFrom: 2.0, tailExponent: 2.0000001,
        minimum: 1.0, maximum: 800.0),
      mean: 3.3804238167134018, variance: 25.039644417577826,
      quantiles: [
        1.0089302255688741, 1.842006134230183, 2.4450646618627183,
        5.467228433852076, 17.28526091587512, 451.3911419876794,
      ]),
  ]
}
