/// What can happen but for the turns of the calendar (`CalendarState`). Four bytes of payload and a
/// tag: trivial to copy.
enum FlowEvent: Sendable, BitwiseCopyable {
  /// A supply dispatches its next consignment.
  case dispatch(supply: UInt32)
  /// A consignment reaches the end of its corridor.
  case arrival(consignment: UInt32)
  /// A consignment leaves the place where it was held.
  case departure(consignment: UInt32)
  /// A consignment that found every way closed asks again.
  case reopening(consignment: UInt32)
  /// A consignment's inspection at a checkpoint ends.
  case inspected(consignment: UInt32)
  /// A licit vehicle that is selected for inspection comes to a checkpoint.
  case licitArrival(checkpoint: UInt32)
  /// A lane of a checkpoint is free while vehicles wait.
  case laneFreed(checkpoint: UInt32)
  /// An organisation takes stock of its experience.
  case review(learner: UInt32)
  /// A lost cell of an organisation is replaced, or the organisation forms anew.
  case recovery(organisation: UInt16, formation: UInt16)
  /// A source may have a lead.
  case leadArises(source: UInt32)
  /// A shared lead reaches an agency.
  case leadArrives(message: UInt32)
  /// A joint operation strikes.
  case jointOperation(operation: UInt32)
  /// The mobile patrols of a frontier move.
  case redeployment(deployment: UInt32)
  /// A laboratory turns inputs into product.
  case batch(laboratory: UInt32)
}
