/// Which characters a drawing on the terminal may use.
public enum Glyphs: Sendable, Equatable {
  /// Light box lines, eighth blocks and typographic signs.
  case unicode
  /// Only the printable characters of ASCII.
  case ascii
}
