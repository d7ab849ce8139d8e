/// A replication that was run again, beside what was recorded of it.
public struct Replay: Sendable {
  /// What a replication came to.
  public enum Result: Sendable, Equatable {
    /// Its responses, `nil` where one is not defined, and how many events happened.
    case done(responses: [Double?], eventCount: Int)
    /// It failed; the words may differ from one version to the next.
    case failed(String)
  }

  /// The point, of a sweep.
  public var point: Int?
  /// The replication.
  public var replication: Int
  /// The names of the responses.
  public var names: [String]
  /// What it came to now.
  public var now: Result
  /// What was recorded; `nil` when nothing was.
  public var recorded: Result?
  /// What of the record cannot be trusted any more, in words; `nil` when nothing hints at damage.
  public var damage: String?
  /// The version of Panj that recorded it.
  public var recordedBy: String

  /// Whether both agree, to the last bit; `nil` when nothing was recorded.
  public var agrees: Bool? {
    switch (now, recorded) {
    case (_, nil): nil
    case (.failed, .failed): true
    case (let now, let recorded?): now == recorded
    }
  }

  /// The responses of a result; all undefined of one that failed.
  public func responses(of result: Result?) -> [Double?] {
    guard case .done(let responses, _) = result else { return names.map { _ in nil } }
    return responses
  }
}
