/// What can happen. Four bytes of payload and a tag: trivial to copy.
enum FlowEvent: Sendable, BitwiseCopyable {
  /// A supply dispatches its next consignment.
  case dispatch(supply: UInt32)
  /// A consignment reaches the end of its corridor.
  case arrival(consignment: UInt32)
  /// A consignment leaves the place where it was held.
  case departure(consignment: UInt32)
  /// A consignment that found every way closed asks again.
  case reopening(consignment: UInt32)
  /// A calendar month begins, the reported period, or a stage of the scenario.
  case spanBegins(span: UInt32)
  /// Other corridors are open from now on, or cost other than before.
  case seasonBegins(season: UInt32)
  /// An organisation takes stock of its experience.
  case review(learner: UInt32)
}
