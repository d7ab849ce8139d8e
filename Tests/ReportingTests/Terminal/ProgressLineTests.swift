import Reporting
import ResultFiles
import Synchronization
import TestSupport
import Testing

@Suite("The progress line")
struct ProgressLineTests {
  /// A clock that stands still until it is moved.
  private final class Clock: Sendable {
    private let time = Mutex(ContinuousClock.now)

    func now() -> ContinuousClock.Instant { time.withLock { $0 } }

    func advance(_ duration: Duration) { time.withLock { $0 += duration } }
  }

  private let stream = ByteStream()
  private let clock = Clock()

  private func line(
    isTerminal: Bool = true, isQuiet: Bool = false, environment: [String: String] = [:]
  ) -> ProgressLine {
    let capability = TerminalCapability(isTerminal: isTerminal, reportedWidth: 20) {
      environment[$0] ?? ($0 == "LANG" ? "C.UTF-8" : nil)
    }
    return ProgressLine(
      stream: stream.output, capability: capability, isQuiet: isQuiet, now: clock.now)
  }

  @Test("a line is redrawn in place, at most ten times a second")
  func rate() throws {
    let line = line()
    line.update("1")
    clock.advance(.milliseconds(99))
    line.update("2")
    clock.advance(.milliseconds(1))
    line.update("3")
    #expect(try stream.textWritten() == "\r1\u{1b}[K\r3\u{1b}[K")
  }

  @Test("a text that is not shown is not made")
  func laziness() {
    let line = line()
    let made = Mutex(0)
    func text() -> String {
      made.withLock { $0 += 1 }
      return "x"
    }
    for _ in 0..<1000 { line.update(text()) }
    #expect(made.withLock { $0 } == 1)
  }

  @Test("the last text is shown whatever the time, and stays")
  func finish() throws {
    let line = line()
    line.update("half")
    line.finish("done")
    #expect(try stream.textWritten() == "\rhalf\u{1b}[K\rdone\u{1b}[K\n")
  }

  @Test("clearing takes the line away once")
  func clear() throws {
    let line = line()
    line.clear()
    line.update("x")
    line.clear()
    line.clear()
    line.update("y")
    #expect(try stream.textWritten() == "\rx\u{1b}[K\r\u{1b}[K\ry\u{1b}[K")
  }

  @Test("what does not fit is cut, leaving the last column free, and control characters go")
  func fits() throws {
    line().update("a\u{1b}[2Jb 345678901234567890")
    #expect(try stream.textWritten() == "\ra [2Jb 34567890123…\u{1b}[K")
  }

  @Test("it is silent when quiet, in a file and on a dumb terminal")
  func silence() throws {
    for line in [
      line(isQuiet: true), line(isTerminal: false), line(environment: ["TERM": "dumb"]),
    ] {
      line.update("x")
      line.clear()
      line.finish("y")
    }
    #expect(try stream.textWritten() == "")
  }

  @Test("a stream that cannot be written to does not fail the work")
  func failure() {
    let capability = TerminalCapability(isTerminal: true, reportedWidth: 20) { _ in nil }
    let line = ProgressLine(
      stream: StandardOutput(descriptor: -1, name: "nothing"), capability: capability)
    line.update("x")
    line.finish("y")
  }

  @Test("many threads may report")
  func threads() async throws {
    let line = line()
    await withTaskGroup(of: Void.self) { group in
      for number in 0..<50 { group.addTask { line.update("\(number)") } }
    }
    #expect(try stream.textWritten().count { $0 == "\r" } == 1)
  }
}
