import ResultFiles
import Sweeps

/// The one line that shows how far a sweep is.
enum SweepProgressLine {
  /// Done, rate, time left, failures.
  static func text(of progress: SweepRun.Progress) -> String {
    let seconds = max(1e-6, progress.elapsed / .seconds(1))
    let rate = Double(progress.ownUnits) / seconds
    let left = Double(progress.planned - progress.done) / rate
    var parts = [
      "\(NumberText.count(progress.done)) of \(NumberText.count(progress.planned)) replications",
      "\(NumberText.significant(rate)) a second",
      "\(NumberText.significant(left, digits: 2)) s left",
    ]
    if progress.failures > 0 { parts.append("\(NumberText.count(progress.failures)) failed") }
    return parts.joined(separator: ", ")
  }
}
