/// On which side of its column a cell stands.
public enum TextAlignment: Sendable, Equatable {
  /// Words.
  case left
  /// Numbers.
  case right
}
