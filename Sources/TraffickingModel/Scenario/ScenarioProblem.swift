/// One thing that is wrong with a scenario: where, what was found, what is allowed, how to mend it.
public struct ScenarioProblem: Error, Sendable, Equatable, CustomStringConvertible {
  /// Where the value stands, when it stands in a file.
  public var location: SourceLocation?
  /// The JSON Pointer (RFC 6901) of the value in the scenario after `extends` has been applied.
  public var pointer: String
  /// What was found, e.g. `found 1.3`.
  public var found: String
  /// What is allowed there, e.g. `a probability per passage from 0 to 1`.
  public var allowed: String
  /// How to mend it, e.g. `did you mean "tjk-customs"?`.
  public var hint: String?

  /// A problem; `location` may be filled in later by whoever knows the file.
  public init(
    location: SourceLocation? = nil, pointer: String, found: String, allowed: String,
    hint: String? = nil
  ) {
    self.location = location
    self.pointer = pointer
    self.found = found
    self.allowed = allowed
    self.hint = hint
  }

  /// Three or four lines for a person: place and pointer, found, allowed, hint.
  public var description: String {
    var lines = [String]()
    let place = location.map { "\($0): " } ?? ""
    lines.append("\(place)\(pointer.isEmpty ? "(the whole document)" : pointer)")
    lines.append("  \(found)")
    lines.append("  allowed: \(allowed)")
    if let hint { lines.append("  hint: \(hint)") }
    return lines.joined(separator: "\n")
  }
}
