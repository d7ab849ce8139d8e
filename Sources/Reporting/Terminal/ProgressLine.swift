import ResultFiles
import Synchronization

/// One line that says how far the work is, redrawn in place.
///
/// It shows only on a terminal that can redraw a line, so a log file never fills with it. Any
/// thread may call it. What cannot be written is dropped: progress is not worth failing for.
public final class ProgressLine: Sendable {
  /// The time between two drawings.
  public static let interval: Duration = .milliseconds(100)

  private struct State {
    var lastDrawing: ContinuousClock.Instant?
    var isShown = false
  }

  private let stream: StandardOutput
  private let width: Int
  private let glyphs: Glyphs
  private let isActive: Bool
  private let now: @Sendable () -> ContinuousClock.Instant
  private let state = Mutex(State())

  /// A line on a stream, normally standard error.
  ///
  /// - Parameters:
  ///   - stream: where to draw.
  ///   - capability: what the stream can show; asked of the stream itself unless given.
  ///   - isQuiet: whether to stay silent whatever the stream.
  ///   - now: the clock; another than the machine's is for tests.
  public init(
    stream: StandardOutput = .error, capability: TerminalCapability? = nil, isQuiet: Bool = false,
    now: @escaping @Sendable () -> ContinuousClock.Instant = { ContinuousClock.now }
  ) {
    let capability = capability ?? TerminalCapability(of: stream)
    self.stream = stream
    self.now = now
    width = capability.width
    glyphs = capability.glyphs
    isActive = capability.canRedraw && !isQuiet
  }

  /// Shows a text, unless one was shown less than a tenth of a second ago.
  ///
  /// The text is made only when it is shown, so calling this often costs little more than reading
  /// the clock. What does not fit the line is cut.
  public func update(_ text: @autoclosure () -> String) {
    guard isActive else { return }
    state.withLock { state in
      let time = now()
      if let last = state.lastDrawing, time - last < Self.interval { return }
      state.lastDrawing = time
      draw(text())
      state.isShown = true
    }
  }

  /// Takes the line away, so that something else can be written.
  public func clear() {
    guard isActive else { return }
    state.withLock { state in
      if state.isShown { try? stream.write("\r\u{1b}[K") }
      state.isShown = false
      state.lastDrawing = nil
    }
  }

  /// Shows a last text and leaves it standing, whatever the time since the one before.
  public func finish(_ text: @autoclosure () -> String) {
    guard isActive else { return }
    state.withLock { state in
      draw(text())
      try? stream.write("\n")
      state.isShown = false
      state.lastDrawing = nil
    }
  }

  private func draw(_ text: String) {
    // The last column stays free: some terminals move to the next line when it is filled.
    let line = TerminalText.truncated(TerminalText.plain(text), to: width - 1, glyphs: glyphs)
    try? stream.write("\r\(line)\u{1b}[K")
  }
}
