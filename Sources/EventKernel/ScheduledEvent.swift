/// An event and when it is to happen.
@frozen @usableFromInline
struct ScheduledEvent<Event: BitwiseCopyable & Sendable>: BitwiseCopyable, Sendable {
  @usableFromInline var time: Double
  @usableFromInline var event: Event

  @inlinable
  init(time: Double, event: Event) {
    self.time = time
    self.event = event
  }
}
