import Foundation
import ResultFiles
import TestSupport
import Testing

@Suite("A log that only grows")
struct AppendLogTests {
  private let temporary: TemporaryFolder

  init() throws { temporary = try TemporaryFolder() }

  private var path: String { temporary.path("x.log") }

  /// Opens the log and gives the lines that it held.
  private func open() throws -> (log: AppendLog, lines: [String]) {
    var lines: [String] = []
    let log = try AppendLog(path: path) { lines.append(String(decoding: $1, as: UTF8.self)) }
    return (log, lines)
  }

  private func write(_ lines: [String]) throws {
    let (log, _) = try open()
    for line in lines { try log.append(Array(line.utf8)) }
    try log.close()
  }

  private var bytes: [UInt8] {
    get throws { Array(try Data(contentsOf: URL(fileURLWithPath: path))) }
  }

  private func put(_ bytes: some Sequence<UInt8>) throws {
    try Data(bytes).write(to: URL(fileURLWithPath: path))
  }

  private static let lines = ["first", "", "0,1,ok,5,é", "a longer line of words", "last"]

  @Test("what was appended comes back in order, from the file and by its place")
  func roundTrip() throws {
    let (log, found) = try open()
    #expect(found == [] && log.damage == nil)
    let places = try Self.lines.map { try log.append(Array($0.utf8)) }
    for (place, line) in zip(places, Self.lines) {
      #expect(try log.line(at: place) == Array(line.utf8))
    }
    try log.close()
    #expect(try open().lines == Self.lines)
  }

  @Test("each line ends with the beginning of its SHA-256")
  func checksum() throws {
    try write(["first"])
    // printf first | sha256sum
    #expect(temporary.text("x.log") == "first a7937b64b8caa58f\n")
  }

  @Test("cut off at any byte, the log has every line before and goes on behind them")
  func tornTail() throws {
    try write(Self.lines)
    let whole = try bytes
    let ends = [0] + whole.indices.filter { whole[$0] == UInt8(ascii: "\n") }.map { $0 + 1 }
    for length in 0...whole.count {
      try put(whole[..<length])
      let (log, found) = try open()
      let count = ends.count { $0 > 0 && $0 <= length }
      #expect(found == Array(Self.lines.prefix(count)))
      let lost = length - ends[count]
      #expect(log.damage?.lostBytes == (lost == 0 ? nil : lost))
      #expect(log.damage.map(\.brokenLines) ?? 0 == 0)
      try log.append(Array("next".utf8))
      try log.close()
      #expect(try open().lines == Array(Self.lines.prefix(count)) + ["next"])
    }
  }

  @Test("a damaged byte costs the line it stands in, and the next if it was a line break")
  func damageInside() throws {
    try write(Self.lines)
    let whole = try bytes
    for position in whole.indices {
      var broken = whole
      broken[position] ^= 0x41
      try put(broken)
      let (log, found) = try open()
      #expect(found.count >= Self.lines.count - 2)
      #expect(found.allSatisfy(Self.lines.contains))
      #expect(log.damage != nil)
      try log.append(Array("next".utf8))
      try log.close()
      #expect(try open().lines == found + ["next"])
    }
  }

  @Test("a tail of zeros, as a crash of the machine leaves it, is cut off")
  func zeroedTail() throws {
    try write(Self.lines)
    let whole = try bytes
    for kept in [0, 7, whole.count - 1, whole.count] {
      try put(whole[..<kept] + [UInt8](repeating: 0, count: 3_000_000))
      let (log, found) = try open()
      #expect(log.damage?.brokenLines == 0)
      try log.close()
      #expect(found.count == (kept == whole.count ? 5 : kept == whole.count - 1 ? 4 : 0))
      #expect(try open().log.damage == nil)
    }
  }

  @Test(
    "lines whose line ends were changed are not cut off, and the log says that it is unreadable")
  func carriageReturns() throws {
    try write(Self.lines)
    let whole = try bytes
    let feed = UInt8(ascii: "\n")
    let carriage = UInt8(ascii: "\r")
    for changed in [
      whole.flatMap { $0 == feed ? [carriage, feed] : [$0] },
      whole.map { $0 == feed ? carriage : $0 },
    ] {
      try put(changed)
      let (log, found) = try open()
      #expect(found.isEmpty && log.damage?.isUnreadable == true)
      #expect(log.damage?.lostBytes == changed.count)
      try log.close()
      #expect(try bytes == changed)
    }
  }

  @Test("broken lines with a line break stay where they are, and the log goes on behind them")
  func brokenEnd() throws {
    try write(Self.lines)
    try put(try bytes + Array("half a line 0123\nhalf".utf8))
    let (log, found) = try open()
    #expect(found == Self.lines && log.damage?.brokenLines == 1)
    try log.append(Array("next".utf8))
    try log.close()
    #expect(try open().lines == Self.lines + ["next"])
    #expect(temporary.text("x.log")?.contains("half a line 0123\nnext ") == true)
  }

  @Test("lines that lie across the pieces in which the file is read are whole")
  func acrossPieces() throws {
    let lines = (0..<400).map { String(repeating: "x", count: 9_973) + "\($0)" }
    try write(lines)
    #expect(try open().lines == lines)
  }

  @Test("opened for reading, the file stays as it is and need not end well")
  func reading() throws {
    try write(Self.lines)
    let torn = try bytes.dropLast(3)
    try put(torn)
    var found: [String] = []
    let log = try AppendLog(reading: path) { found.append(String(decoding: $1, as: UTF8.self)) }
    #expect(found == Array(Self.lines.dropLast()))
    #expect(log.damage?.brokenLines == 0)
    try log.close()
    #expect(try bytes == Array(torn))
  }

  @Test("a log that is not there cannot be read, and is not made")
  func missing() throws {
    let error = #expect(throws: OutputError.self) { try AppendLog(reading: path) { _, _ in } }
    #expect(error?.message.hasSuffix("No such file or directory") == true)
    #expect(try temporary.names() == [])
  }

  @Test("a symbolic link in the place of the log is not followed")
  func linked() throws {
    try temporary.put("victim", "mine\n")
    try FileManager.default.createSymbolicLink(
      atPath: path, withDestinationPath: temporary.path("victim"))
    #expect(throws: OutputError.self) { try open() }
    #expect(temporary.text("victim") == "mine\n")
  }

  @Test("many threads append whole lines")
  func threads() throws {
    let (log, _) = try open()
    DispatchQueue.concurrentPerform(iterations: 8) { worker in
      for number in 0..<300 { _ = try? log.append(Array("\(worker),\(number)".utf8)) }
    }
    try log.close()
    let (_, found) = try open()
    #expect(found.count == 2400 && Set(found).count == 2400)
  }
}

@Suite("A log that is put in order")
struct AppendLogRewriteTests {
  private let temporary: TemporaryFolder

  init() throws { temporary = try TemporaryFolder() }

  private func open() throws -> (log: AppendLog, places: [AppendLog.Place], lines: [String]) {
    var places: [AppendLog.Place] = []
    var lines: [String] = []
    let log = try AppendLog(path: temporary.path("x.log")) {
      places.append($0)
      lines.append(String(decoding: $1, as: UTF8.self))
    }
    return (log, places, lines)
  }

  private func fill() throws {
    let log = try open().log
    for line in ["c", "a", "b", "a"] { try log.append(Array(line.utf8)) }
    try log.close()
  }

  @Test("it holds the lines given in their order, and goes on")
  func order() throws {
    try fill()
    let (log, places, _) = try open()
    var renewed: [AppendLog.Place] = []
    try log.rewrite([places[1], places[2], places[0]]) { renewed.append($0) }
    #expect(try renewed.map { try log.line(at: $0) } == ["a", "b", "c"].map { Array($0.utf8) })
    let next = try log.append(Array("next".utf8))
    #expect(try log.line(at: next) == Array("next".utf8))
    try log.close()
    #expect(try open().lines == ["a", "b", "c", "next"])
    #expect(try temporary.names() == ["x.log"])
  }

  @Test("damage is left behind")
  func damage() throws {
    try fill()
    let url = URL(fileURLWithPath: temporary.path("x.log"))
    var bytes = try Data(contentsOf: url)
    bytes[0] ^= 1
    try bytes.write(to: url)
    let (log, places, lines) = try open()
    #expect(log.damage?.brokenLines == 1 && lines == ["a", "b", "a"])
    try log.rewrite(places) { _ in }
    try log.close()
    #expect(try open().log.damage == nil)
    #expect(try open().lines == ["a", "b", "a"])
    let line = bytes.prefix { $0 != UInt8(ascii: "\n") } + [UInt8(ascii: "\n")]
    #expect(FileManager.default.contents(atPath: temporary.path("x.log.damaged")) == Data(line))
  }

  @Test("what cannot be read is kept beside what was kept before, and nothing of it overwritten")
  func keptAside() throws {
    for (number, name) in ["x.log.damaged", "x.log.damaged-2", "x.log.damaged-3"].enumerated() {
      try fill()
      let handle = try FileHandle(forWritingTo: URL(fileURLWithPath: temporary.path("x.log")))
      try handle.seekToEnd()
      try handle.write(contentsOf: Data("words \(number)\nmore words\n".utf8))
      try handle.close()
      let (log, places, _) = try open()
      #expect(log.damage?.lostBytes == 19 && log.damage?.brokenLines == 2)
      #expect(log.damage?.isUnreadable == false)
      try log.rewrite(places) { _ in }
      try log.close()
      #expect(temporary.text(name) == "words \(number)\nmore words\n")
    }
    #expect(temporary.text("x.log.damaged") == "words 0\nmore words\n")
  }

  @Test("when a line is no longer what it was, the file stays and can still be appended to")
  func changed() throws {
    try fill()
    let (log, places, _) = try open()
    let handle = try FileHandle(forWritingTo: URL(fileURLWithPath: temporary.path("x.log")))
    try handle.seek(toOffset: UInt64(places[2].offset))
    try handle.write(contentsOf: Data("x".utf8))
    try handle.close()
    #expect(throws: OutputError.self) { try log.rewrite(places) { _ in } }
    try log.append(Array("next".utf8))
    try log.close()
    #expect(try open().lines == ["c", "a", "a", "next"])
    #expect(try temporary.names() == ["x.log"])
  }
}
