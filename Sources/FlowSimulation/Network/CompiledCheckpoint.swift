import RandomStreams
import TraffickingModel

/// What the inspection of vehicles needs to know of a checkpoint.
struct CompiledCheckpoint: Sendable {
  /// The name of the random streams of its licit traffic, from the checkpoint's id.
  var entity: UInt64
  /// How many vehicles are inspected at a time.
  var lanes: Int
  /// How long an inspection takes (minutes).
  var inspectionMinutes: Distribution
  /// The share of consignments that are selected for inspection, 0 to 1.
  var inspectedShare: Double
  /// How many vehicles may wait.
  var queueLimit: Int
  /// Licit vehicles selected for inspection (1/day); the others are of no concern to anybody.
  ///
  /// Each vehicle of a Poisson stream being selected by itself, the selected ones are a Poisson
  /// stream again.
  var licitVehiclesPerDay: Double

  init(_ checkpoint: Checkpoint) {
    entity = EntityName.hash("checkpoint/" + checkpoint.id)
    lanes = checkpoint.lanes
    inspectionMinutes = checkpoint.inspectionMinutes
    inspectedShare = checkpoint.inspectedShare
    queueLimit = checkpoint.queueLimit ?? .max
    licitVehiclesPerDay = checkpoint.licitVehiclesPerDay * checkpoint.inspectedShare
  }
}
