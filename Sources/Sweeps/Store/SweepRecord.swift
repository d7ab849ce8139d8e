import ResultFiles
import ScenarioFormat

/// What one unit of a sweep came to.
public struct SweepRecord: Sendable, Equatable {
  /// The point and the replication.
  public var unit: SweepUnit
  /// What came of it.
  public var result: Result

  /// What a unit came to.
  public enum Result: Sendable, Equatable {
    /// The responses in the order of the experiment, `nil` where one is not defined; and how many
    /// events happened.
    case done(responses: [Double?], eventCount: Int)
    /// Why there are none.
    case failed(String)
  }

  /// A record.
  public init(unit: SweepUnit, result: Result) {
    self.unit = unit
    self.result = result
  }

  /// The responses; `nil` when the unit failed.
  public var responses: [Double?]? {
    if case .done(let responses, _) = result { responses } else { nil }
  }

  /// The record as a line of the log: point, replication, status, then events and responses, or
  /// the message.
  var line: [UInt8] {
    var text = "\(unit.point),\(unit.replication),"
    switch result {
    case .done(let responses, let eventCount):
      text += "ok,\(eventCount)"
      for response in responses { text += "," + (response.map(NumberText.shortest) ?? "") }
    case .failed(let message):
      text += "failed," + CanonicalJSON.line(.string(message))
    }
    return Array(text.utf8)
  }

  /// The unit that a line is about, without reading the rest.
  static func unit(ofLine line: ArraySlice<UInt8>) -> SweepUnit? {
    let comma = UInt8(ascii: ",")
    guard let first = line.firstIndex(of: comma),
      let second = line[(first + 1)...].firstIndex(of: comma),
      let point = Int(String(decoding: line[..<first], as: UTF8.self)),
      let replication = Int(String(decoding: line[(first + 1)..<second], as: UTF8.self))
    else { return nil }
    return SweepUnit(point: point, replication: replication)
  }

  /// Reads a line; `nil` when it is not one of a log with so many responses.
  init?(line: [UInt8], responseCount: Int) {
    guard let unit = Self.unit(ofLine: line[...]) else { return nil }
    let parts = String(decoding: line, as: UTF8.self)
      .split(separator: ",", maxSplits: 3, omittingEmptySubsequences: false)
    guard parts.count == 4 else { return nil }
    self.unit = unit
    if parts[2] == "failed" {
      guard let node = try? JSONReader.read(Array(parts[3].utf8), file: "log"),
        let message = node.string
      else { return nil }
      result = .failed(message)
      return
    }
    let cells = parts[3].split(separator: ",", omittingEmptySubsequences: false)
    guard parts[2] == "ok", cells.count == responseCount + 1, let eventCount = Int(cells[0]) else {
      return nil
    }
    var responses: [Double?] = []
    for cell in cells.dropFirst() {
      if cell.isEmpty {
        responses.append(nil)
      } else {
        guard let value = Double(cell) else { return nil }
        responses.append(value)
      }
    }
    result = .done(responses: responses, eventCount: eventCount)
  }
}
