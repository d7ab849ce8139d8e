import RandomStreams
import TraffickingModel

/// What an agency does with what it detects.
struct CompiledAgency: Sendable, BitwiseCopyable {
  /// The name of its random streams, from the agency's id.
  var entity: UInt64
  /// The probability that a detected consignment is let pass for money.
  var corruption: Double
  /// The probability that its officers come face to face with carriers.
  var confrontation: Double
  /// The probability that a detected consignment goes on under watch.
  var controlledDelivery: Double
  /// The probability that a seizure leads to an arrest.
  var arrest: Double

  init(_ agency: Agency) {
    entity = EntityName.hash("agency/" + agency.id)
    corruption = agency.corruption
    confrontation = agency.confrontation
    controlledDelivery = agency.controlledDelivery
    arrest = agency.arrest
  }

  /// Whether anything but a seizure can come of a detection.
  func varies(clashes: Bool, watches: Bool) -> Bool {
    corruption > 0 || clashes && confrontation > 0 || watches && controlledDelivery > 0
  }
}
