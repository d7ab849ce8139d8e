/// Measures and fits text for a device of fixed columns.
public enum TerminalText {
  /// How many columns a text takes.
  ///
  /// A character takes two columns when its first scalar is wide in the sense of Unicode's East
  /// Asian Width (the common ranges) or an emoji, and one otherwise.
  public static func columns(of text: String) -> Int {
    if text.utf8.allSatisfy({ $0 < 0x80 }) { return text.utf8.count }
    return text.reduce(0) { $0 + columns(of: $1) }
  }

  private static func columns(of character: Character) -> Int {
    guard let first = character.unicodeScalars.first else { return 0 }
    switch first.value {
    case 0x1100...0x115f, 0x2e80...0x303e, 0x3041...0x33ff, 0x3400...0x4dbf, 0x4e00...0x9fff,
      0xa000...0xa4cf, 0xac00...0xd7a3, 0xf900...0xfaff, 0xfe30...0xfe4f, 0xff00...0xff60,
      0xffe0...0xffe6, 0x1f300...0x1f64f, 0x1f680...0x1f6ff, 0x1f900...0x1f9ff,
      0x20000...0x3fffd:
      return 2
    default:
      return 1
    }
  }

  /// The text on one line and without control characters.
  ///
  /// Names come from files that others wrote, and an escape sequence in one could otherwise redraw
  /// the screen. Each control character becomes a blank.
  public static func plain(_ text: String) -> String {
    let isClean = text.unicodeScalars.allSatisfy { !isControl($0) }
    if isClean { return text }
    var result = String.UnicodeScalarView()
    for scalar in text.unicodeScalars { result.append(isControl(scalar) ? " " : scalar) }
    return String(result)
  }

  private static func isControl(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar.value {
    case 0..<0x20, 0x7f..<0xa0, 0x2028, 0x2029, 0x202a...0x202e, 0x2066...0x2069: true
    default: false
    }
  }

  /// The text cut to a number of columns, with an ellipsis where something was cut away.
  public static func truncated(_ text: String, to width: Int, glyphs: Glyphs = .unicode) -> String {
    if columns(of: text) <= width { return text }
    let mark = glyphs == .unicode ? "…" : "..."
    if width < mark.count { return String(mark.prefix(max(0, width))) }
    var result = ""
    var used = mark.count
    for character in text {
      used += columns(of: character)
      if used > width { break }
      result.append(character)
    }
    return result + mark
  }

  /// The text with blanks before or after it up to a number of columns.
  static func padded(_ text: String, to width: Int, alignment: TextAlignment) -> String {
    let blanks = String(repeating: " ", count: max(0, width - columns(of: text)))
    return alignment == .left ? text + blanks : blanks + text
  }

  /// The text broken at blanks into lines of a width; a longer word is broken behind a hyphen, a
  /// slash or an underscore, or where it must be.
  static func wrapped(_ text: String, width: Int) -> [String] {
    precondition(width > 0)
    var lines: [String] = []
    var line = ""
    var used = 0
    for word in text.split(separator: " ") {
      let size = columns(of: String(word))
      if used > 0, used + 1 + size > width {
        lines.append(line)
        (line, used) = ("", 0)
      }
      if used > 0 {
        line += " "
        used += 1
      }
      for character in word {
        let columns = columns(of: character)
        while used > 0, used + columns > width {
          // A word that is too long has a line of its own.
          let end = line.lastIndex { "-/_".contains($0) }.map(line.index(after:))
          let rest = String(line[(end ?? line.endIndex)...])
          lines.append(String(line[..<(end ?? line.endIndex)]))
          (line, used) = (rest, Self.columns(of: rest))
        }
        line.append(character)
        used += columns
      }
    }
    if !line.isEmpty || lines.isEmpty { lines.append(line) }
    return lines
  }
}
