import Experiments
import Reporting
import ResultFiles

/// The one line that shows how far a run is.
enum RunProgress {
  /// Done, rate, events, time left, half-widths.
  static func line(of progress: BatchProgress) -> String {
    let seconds = max(1e-6, progress.elapsed / .seconds(1))
    let rate = Double(progress.done) / seconds
    var parts = [
      "\(NumberText.count(progress.done)) of \(NumberText.count(progress.cap)) replications",
      "\(NumberText.significant(rate)) a second",
      "\(NumberText.significant(Double(progress.eventCount) / seconds / 1e6)) M events/s",
      "\(NumberText.significant(Double(progress.cap - progress.done) / rate, digits: 2)) s left",
    ]
    let halfWidths = progress.relativeHalfWidths.compactMap { $0 }
    if !halfWidths.isEmpty {
      let texts = halfWidths.map { "±\(NumberText.significant(100 * $0, digits: 2)) %" }
      parts.append(texts.joined(separator: ", "))
    }
    return parts.joined(separator: ", ")
  }
}
