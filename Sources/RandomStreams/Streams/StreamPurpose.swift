/// What a block of draws is for; the purpose is part of the block's name.
///
/// Append only. A number once given is never changed and never given again, not even after its
/// purpose is gone, because it decides which luck an entity has: old seeds must go on meaning what
/// they meant.
public enum StreamPurpose: UInt64, CaseIterable, Sendable {
  /// The random intensity of a supply in a month.
  ///
  /// Entity: the supply; step: the period.
  case supplyIntensity = 1

  /// The time from one dispatch to the next.
  ///
  /// Entity: the supply; step: the dispatch.
  case dispatchTime = 2

  /// Mass, organisation and market of a consignment.
  ///
  /// Entity: the consignment; step: 0, or further blocks where four draws are too few.
  case consignmentAttributes = 3

  /// One hop of a consignment: route choice, duration, detection and what follows it.
  ///
  /// Entity: the consignment; step: the hop.
  case hop = 4

  /// How a consignment is divided at a hub.
  ///
  /// Entity: the consignment; step: the hop.
  case split = 5

  /// What a detection leads to: corrupt passage, clash, controlled delivery or seizure; and what
  /// the end of a controlled delivery leads to.
  ///
  /// Entity: the consignment; step: the hop, or one more than the last hop for the end.
  case outcome = 6

  /// Who is lost in a clash.
  ///
  /// Entity: the consignment; step: the hop.
  case clashLosses = 7

  /// What a seizure leads to: an arrest, leads.
  ///
  /// Entity: the consignment; step: the hop.
  case aftermath = 8

  /// Whether a weakened organisation dispatches, and who does in its place.
  ///
  /// Entity: the consignment; step: 0.
  case succession = 9

  /// How long it takes to replace a cell, or an organisation to form anew.
  ///
  /// Entity: the organisation; step: the loss.
  case recovery = 10

  /// Whether a lead is true, how long it is worth something.
  ///
  /// Entity: the lead; step: 0.
  case lead = 11

  /// The time from one lead of a source to the next.
  ///
  /// Entity: the source; step: the lead.
  case leadSource = 12

  /// Whether a lead is shared over an exchange with an agency, and when it arrives.
  ///
  /// Entity: the lead as a member of the exchange; step: the recipient, on a platform the first.
  case sharing = 13

  /// Whether a shared lead starts a joint operation, and how long it takes to prepare.
  ///
  /// Entity: the lead as a member of the exchange; step: 0.
  case jointOperation = 14

  /// Whether a consignment is inspected at a checkpoint, and how long that takes.
  ///
  /// Entity: the consignment; step: the hop.
  case inspection = 15

  /// When the next licit vehicle comes, and how long its inspection takes.
  ///
  /// Entity: the checkpoint; step: the vehicle.
  case licitTraffic = 16

  /// Which section the mobile patrols of a frontier move to.
  ///
  /// Entity: the frontier; step: the move.
  case redeployment = 17

  /// On which organisation a lead of a source is: the largest draw of all organisations.
  ///
  /// Entity: the organisation as a member of the lead; step: 0.
  case leadTarget = 18

  /// The nested scrambling of a Sobol' sequence; numbers from 32 on are those of designs.
  ///
  /// Entity: the dimension; step: the digits so far after a leading one.
  case sobolScrambling = 32

  /// A random permutation of the digits of a Halton sequence.
  ///
  /// Entity: the place of the digit as a member of the dimension; step: a block of the permutation.
  case haltonPermutation = 33

  /// Which strata the points of a Latin hypercube lie in.
  ///
  /// Entity: the factor as a member of the doubling as a member of the candidate; step: a block of
  /// the permutation.
  case latinHypercubeStrata = 34

  /// Where the points of a Latin hypercube lie within their strata.
  ///
  /// Entity: the point; step: a block of four factors.
  case latinHypercubeJitter = 35

  /// Start, directions and order of a trajectory of Morris.
  ///
  /// Entity: the trajectory; step: a block of the words it needs.
  case morrisTrajectory = 36

  /// The phase of a factor on a search curve.
  ///
  /// Entity: the curve; step: a block of four factors.
  case searchCurvePhase = 37

  /// Which items make up a bootstrap resample, and the values of a dummy input; numbers
  /// from 48 on are those of analysis.
  ///
  /// Replication: the resample; entity: 0 for the items, 1 for the dummy; step: four draws.
  case resampling = 48

  /// Tests and benchmarks; never used in a simulation.
  case test = 255
}
