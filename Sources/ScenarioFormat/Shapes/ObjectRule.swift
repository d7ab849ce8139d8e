/// A condition that ties several keys of one object together.
public enum ObjectRule: Sendable, Equatable {
  /// The values of these keys, where present, do not decrease; quantities, or dates.
  case ascending([String])
  /// The values of these keys, where present, increase; quantities, or dates.
  case increasing([String])
  /// All of these keys are present, or none.
  case together([String])
  /// At most one of these keys is present.
  case exclusive([String])
  /// At least one of these keys is present.
  case atLeastOne([String])

  /// The keys that the rule is about.
  var names: [String] {
    switch self {
    case .ascending(let names), .increasing(let names), .together(let names),
      .exclusive(let names), .atLeastOne(let names):
      names
    }
  }
}
