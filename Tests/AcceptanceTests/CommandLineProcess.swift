import Foundation

/// One run of the program beside the test bundle, or of another one.
///
/// Output goes to files, not through pipes: nothing can block on a full buffer.
final class CommandLineProcess: Sendable {
  /// How a process ended and what it said.
  struct Ending: Sendable {
    /// The exit status, or the number of the signal.
    var status: Int32
    /// Whether a signal ended it: a trap, a crash or the time limit.
    var isSignalled: Bool
    var output: [UInt8]
    var errors: String
    var seconds: Double

    var outputText: String { String(decoding: output, as: UTF8.self) }
    /// All it said.
    var text: String { outputText + errors }
  }

  /// The `panj` that was built together with these tests.
  static let panj: String = {
    let bundle = Bundle.main.executablePath ?? CommandLine.arguments[0]
    return URL(fileURLWithPath: bundle).deletingLastPathComponent()
      .appendingPathComponent("panj").path
  }()

  private let process = Process()
  private let end = ProcessEnd()
  private let start = ContinuousClock.now
  private let captured: CommandLineFolder
  private let outputPath: String

  /// Starts a process.
  ///
  /// - Parameters:
  ///   - words: the arguments.
  ///   - program: the executable; `panj` when none is named.
  ///   - folder: the working directory.
  ///   - environment: what is set besides the environment of the tests.
  ///   - output: where standard output goes, if not to be captured.
  ///   - limit: after this many seconds the process is killed.
  init(
    _ words: [String], program: String = CommandLineProcess.panj, in folder: String = "/tmp",
    environment: [String: String] = [:], output: String? = nil, limit: Double = 60
  ) throws {
    captured = try CommandLineFolder()
    outputPath = try output ?? captured.put("output")
    let errorPath = try captured.put("errors")
    process.executableURL = URL(fileURLWithPath: program)
    process.arguments = words
    process.currentDirectoryURL = URL(fileURLWithPath: folder)
    process.environment = ProcessInfo.processInfo.environment.merging(environment) { $1 }
    process.standardInput = FileHandle.nullDevice
    process.standardOutput = try FileHandle(forWritingTo: URL(fileURLWithPath: outputPath))
    process.standardError = try FileHandle(forWritingTo: URL(fileURLWithPath: errorPath))
    process.terminationHandler = { [end] _ in end.note() }
    try SignalMask.unblocked { try process.run() }
    DispatchQueue.global().asyncAfter(deadline: .now() + limit) { [weak process] in
      guard let process, process.isRunning else { return }
      kill(process.processIdentifier, SIGKILL)
    }
  }

  /// The most memory (bytes) that it has had in use when it was last looked at, having waited for
  /// its end; 0 where the system does not tell.
  func peakMemory(pollingEvery seconds: Double) -> Int {
    var peak = 0
    while process.isRunning {
      let path = "/proc/\(process.processIdentifier)/status"
      let status = (try? String(contentsOfFile: path, encoding: .utf8)) ?? ""
      let line = status.split(separator: "\n").first { $0.hasPrefix("VmHWM:") }
      if let kilobytes = line?.split(separator: " ").dropFirst().first.flatMap({ Int($0) }) {
        peak = max(peak, 1024 * kilobytes)
      }
      Thread.sleep(forTimeInterval: seconds)
    }
    return peak
  }

  /// Sends it a signal.
  func send(_ signal: Int32) { kill(process.processIdentifier, signal) }

  /// Waits for its end, and blocks the thread meanwhile: a task that is put aside comes back only
  /// when one of the few threads for tasks is free, which other tests may keep busy for a minute.
  func ending() -> Ending {
    let seconds = (end.wait() - start) / .seconds(1)
    return Ending(
      status: process.terminationStatus,
      isSignalled: process.terminationReason == .uncaughtSignal,
      output: outputPath.hasPrefix("/dev") ? [] : captured.bytes("output") ?? [],
      errors: captured.text("errors") ?? "", seconds: seconds)
  }

  /// Runs `panj` to its end.
  static func panj(
    _ words: String..., in folder: String = "/tmp", environment: [String: String] = [:],
    output: String? = nil
  ) throws -> Ending {
    try CommandLineProcess(
      words, in: folder, environment: environment, output: output
    ).ending()
  }
}
