import CommandLineOptions
import Reporting
import ResultFiles
import ScenarioFormat
import Sweeps

/// `panj replay`: runs one recorded replication again.
enum ReplayCommand: PanjCommand {
  static let definition = Command(
    name: "replay",
    summary: "Run one replication of a sweep or run again, and compare it with the record.",
    discussion: """
      The folder says all that is needed: the scenarios, the seed, the design. The same version of \
      Panj gives the same numbers to the last bit; where they differ, the status says so. A sweep \
      that was interrupted, or still runs, will do. A folder whose experiment or scenario was \
      changed is refused. With \
      --events every event is told as a line of JSON: when, of what kind, whom it concerned and \
      what came of it.
      """,
    examples: [
      Example("panj replay runs/sweep-smoke --point 3 --replication 17", "of a sweep"),
      Example("panj replay runs/baseline --replication 17", "of a run"),
      Example(
        "panj replay runs/baseline --replication 17 --events > events.jsonl",
        "what happened in it, event by event"),
    ],
    arguments: [Positional("folder", "The folder of the sweep or run", isPath: true)],
    options: [
      Option("point", value: .text("POINT"), "The point of the sweep, a row of design.csv"),
      Option("replication", short: "r", value: .text("NUMBER"), "The replication, from 0"),
      Option("events", "Tell every event, as JSON lines on standard output"),
      Option(
        "format", short: "f", value: .choice(OutputFormat.allCases.map(\.rawValue)),
        "What standard output gets without --events.", defaultText: "table"),
    ])

  static func run(_ arguments: ParsedArguments) throws -> ExitStatus {
    guard let replication = try number("replication", arguments) else {
      throw UsageError("missing option --replication", hint: "say which one: --replication 0")
    }
    let point = try number("point", arguments)
    let format = try arguments.choice("format", as: OutputFormat.self)
    if arguments.isGiven("events"), format != nil {
      throw UsageError(
        "--format does not go with --events", hint: "events are always lines of JSON")
    }
    let folder = try ReplayFolder(path: arguments.requiredArgument("folder"))
    let replay: Replay
    if arguments.isGiven("events") {
      var lines = LineBuffer()
      replay = try folder.replay(point: point, replication: replication) { step in
        try lines.add(ReplayReport.line(of: step))
      }
      try lines.flush()
    } else {
      replay = try folder.replay(point: point, replication: replication)
      try write(replay, format ?? .table)
    }
    try StandardOutput.error.write(ReplayReport(of: replay).verdict + "\n")
    if replay.recorded == nil, replay.damage != nil { return .badInput }
    return replay.agrees == false ? .different : .success
  }

  private static func write(_ replay: Replay, _ format: OutputFormat) throws {
    switch format {
    case .csv: try StandardOutput.output.write(ReplayReport(of: replay).csv())
    case .json: try StandardOutput.output.write(ReplayReport(of: replay).json())
    case .table:
      let terminal = TerminalCapability(of: .output)
      let report = ReplayReport(of: replay, width: terminal.width, glyphs: terminal.glyphs)
      try StandardOutput.output.write(report.text())
    }
  }

  /// A point or replication: a whole number from 0.
  private static func number(
    _ option: String, _ arguments: ParsedArguments
  ) throws(UsageError) -> Int? {
    guard let text = arguments.text(option) else { return nil }
    guard let number = Int(text), (0..<1_000_000_000).contains(number) else {
      throw UsageError("'\(text)' is not a number of a \(option)", hint: "they count from 0")
    }
    return number
  }
}

/// Lines for standard output, written some thousands at a time.
private struct LineBuffer {
  private var pending: [UInt8] = []

  mutating func add(_ line: String) throws(OutputError) {
    pending += line.utf8
    pending.append(UInt8(ascii: "\n"))
    if pending.count >= 1 << 18 { try flush() }
  }

  mutating func flush() throws(OutputError) {
    try StandardOutput.output.write(pending)
    pending.removeAll(keepingCapacity: true)
  }
}
