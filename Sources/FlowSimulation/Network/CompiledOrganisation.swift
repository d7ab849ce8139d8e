import RandomStreams
import TraffickingModel

/// What an organisation can do and what can be done to it.
struct CompiledOrganisation: Sendable {
  /// The name of its random streams, from the organisation's id.
  var entity: UInt64
  /// The probability that its carriers resist when confronted.
  var armament: Double
  /// What arrests and losses do to it; `nil` for nothing.
  var structure: Organisation.Structure?

  init(_ organisation: Organisation) {
    entity = EntityName.hash("organisation/" + organisation.id)
    armament = organisation.armament
    structure = organisation.structure
  }
}
