import Synchronization

/// A wish to stop, raised from anywhere and asked for between events.
public final class Cancellation: Sendable {
  private let isRaised = Atomic<Bool>(false)

  /// A wish that has not been raised.
  public init() {}

  /// Asks for a stop.
  public func cancel() { isRaised.store(true, ordering: .relaxed) }

  /// Whether a stop was asked for.
  public var isCancelled: Bool { isRaised.load(ordering: .relaxed) }
}
