import ResultFiles

/// What the device behind a stream can show.
public struct TerminalCapability: Sendable, Equatable {
  /// The width assumed when nothing says otherwise.
  public static let defaultWidth = 80

  /// Whether a person watches: a terminal, and not a file or a pipe.
  public var isTerminal: Bool

  /// The width in columns, at least 20.
  public var width: Int

  /// Whether bold and coloured text may be used.
  public var usesColour: Bool

  /// Whether a line may be redrawn in place.
  public var canRedraw: Bool

  /// The characters that drawings may use.
  public var glyphs: Glyphs

  /// Asks the stream and the environment of the process.
  public init(of stream: StandardOutput) {
    let isTerminal = SystemCall.isTerminal(stream.descriptor)
    self.init(
      isTerminal: isTerminal,
      reportedWidth: isTerminal ? SystemCall.terminalWidth(stream.descriptor) : nil,
      environment: SystemCall.environmentValue)
  }

  /// Draws the conclusions from what is known of a stream.
  ///
  /// - `COLUMNS`, a whole number from 20 to 10,000, goes before the width the terminal reports,
  ///   because a person sets it on purpose; with neither the width is 80.
  /// - Colour needs a terminal, no `NO_COLOR` that is not empty (no-color.org) and a `TERM` other
  ///   than `dumb`.
  /// - The first of `LC_ALL`, `LC_CTYPE` and `LANG` that is not empty must name UTF-8, or drawings
  ///   keep to ASCII. When none is set, a terminal gets ASCII and a file UTF-8, since all files
  ///   Panj writes are in UTF-8. A terminal with `TERM=dumb` gets ASCII.
  ///
  /// - Parameters:
  ///   - isTerminal: whether the stream is a terminal.
  ///   - reportedWidth: the width that the terminal itself gives, in columns.
  ///   - environment: the value of an environment variable; nil when it is not set.
  public init(
    isTerminal: Bool, reportedWidth: Int?, environment: (_ name: String) -> String?
  ) {
    let isDumb = environment("TERM") == "dumb"
    let asked = environment("COLUMNS").flatMap { Int($0) }.flatMap { columns in
      (20...10_000).contains(columns) ? columns : nil
    }
    self.isTerminal = isTerminal
    width = max(20, asked ?? reportedWidth ?? Self.defaultWidth)
    canRedraw = isTerminal && !isDumb
    usesColour = canRedraw && (environment("NO_COLOR") ?? "").isEmpty
    let locale = ["LC_ALL", "LC_CTYPE", "LANG"].lazy.compactMap(environment).first { !$0.isEmpty }
    let isUTF8: Bool
    if let locale {
      let plain = locale.lowercased()
      isUTF8 = plain.contains("utf-8") || plain.contains("utf8")
    } else {
      isUTF8 = !isTerminal
    }
    glyphs = isUTF8 && !(isTerminal && isDumb) ? .unicode : .ascii
  }
}
