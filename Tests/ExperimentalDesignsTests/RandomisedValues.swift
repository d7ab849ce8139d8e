/// Points of the randomised designs under seed 20240229, replication 7.
///
/// Printed by a separate implementation in Python over `numpy.random.Philox`, written from the
/// documented names of the draws.
enum RandomisedValues {
  static let seed: UInt64 = 20_240_229
  static let replication: UInt64 = 7

  /// Points 0, 1, 2 and 777 of the scrambled Sobol' sequence in 3 dimensions.
  static let sobol: [(point: Int, coordinates: [Double])] = [
    (0, [0.3212928412461963, 0.09715752479586215, 0.33888384796485604]),
    (1, [0.5927131259389707, 0.9157017489017519, 0.6795346901483544]),
    (2, [0.8884184969279635, 0.4941083932987157, 0.025663832561310884]),
    (777, [0.6477416064334619, 0.6467901985259289, 0.381117906066785]),
  ]

  /// Points 0, 1 and 777 of the permuted Halton sequence in 3 dimensions.
  static let halton: [(point: Int, coordinates: [Double])] = [
    (0, [0.8727131681607115, 0.08220485517042841, 0.2569588492469476]),
    (1, [0.37271316816071154, 0.41553818850376173, 0.6569588492469476]),
    (777, [0.31118973066071154, 0.2792784719971317, 0.8668788492469476]),
  ]

  /// A jittered Latin hypercube of 3 points and 2 factors, doubled once.
  static let latinHypercube: [[Double]] = [
    [0.703303207953771, 0.9952116707960764],
    [0.23203284541765848, 0.44954461852709454],
    [0.5143400132656097, 0.039609938859939575],
    [0.4467800209919612, 0.7131944845120112],
    [0.9168515056371689, 0.2980707734823227],
    [0.04205129047234853, 0.6406090607245764],
  ]

  /// Starts and orders of trajectories 0 and 1 over 4 levels and 5 factors.
  static let trajectories: [(start: [Int], order: [Int])] = [
    ([2, 2, 0, 1, 3], [3, 0, 2, 1, 4]),
    ([2, 2, 1, 3, 2], [3, 2, 4, 1, 0]),
  ]
}
