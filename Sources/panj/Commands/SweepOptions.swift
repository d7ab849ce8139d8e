import CommandLineOptions
import Foundation
import Sweeps

/// What the user asked of `panj sweep`, checked.
struct SweepOptions {
  var out: String?
  var shard: SweepShard
  var workers: Int
  var budget: Duration?
  var isPlan: Bool
  var replaces: Bool
  var isQuiet: Bool

  init(_ arguments: ParsedArguments) throws(UsageError) {
    out = try arguments.path("out")
    workers =
      try arguments.positiveInteger("workers", upTo: 1024)
      ?? ProcessInfo.processInfo.activeProcessorCount
    isPlan = arguments.isGiven("plan")
    replaces = arguments.isGiven("replace")
    isQuiet = arguments.isGiven("quiet")
    shard = .whole
    if let text = arguments.text("shard") {
      guard let part = SweepShard(text) else {
        throw UsageError(
          "'\(text)' is not a shard",
          hint: "write its number and how many there are, from 1/8 to 8/8, of at most "
            + "\(SweepShard.limit)")
      }
      shard = part
    }
    if let text = arguments.text("budget") {
      guard let duration = Self.duration(text) else {
        throw UsageError("'\(text)' is not a time", hint: "write it like 90s, 30m or 2h")
      }
      budget = duration
    }
  }

  /// A time such as `90s`, `30m` or `1.5h`.
  private static func duration(_ text: String) -> Duration? {
    let units = ["s": 1.0, "m": 60, "h": 3600]
    guard let unit = text.last, let seconds = units[String(unit)],
      let number = Double(text.dropLast()), number > 0, number * seconds <= 1e8
    else { return nil }
    return .seconds(number * seconds)
  }
}
