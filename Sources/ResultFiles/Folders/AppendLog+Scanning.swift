extension AppendLog {
  /// What going through a file found.
  struct End {
    /// Behind the last line break: what follows is a line that was being written.
    var linesEnd = 0
    /// Bytes in the file.
    var fileLength = 0
    /// Whole lines.
    var wholeLines = 0
    /// Lines with a line break whose checksum does not fit.
    var brokenLines = 0
    /// Where these stand, neighbours together.
    var brokenRanges: [Range<Int>] = []

    /// What is broken, if anything.
    var damage: Damage? {
      let brokenBytes = brokenRanges.reduce(0) { $0 + $1.count }
      let tornBytes = fileLength - linesEnd
      if brokenBytes == 0, tornBytes == 0 { return nil }
      return Damage(
        lostBytes: brokenBytes + tornBytes, brokenLines: brokenLines,
        isUnreadable: wholeLines == 0 && brokenLines > 0)
    }

    mutating func noteBroken(_ range: Range<Int>) {
      brokenLines += 1
      if let last = brokenRanges.last, last.upperBound == range.lowerBound {
        brokenRanges[brokenRanges.count - 1] = last.lowerBound..<range.upperBound
      } else {
        brokenRanges.append(range)
      }
    }
  }

  /// Goes through a file and hands on its whole lines.
  static func scan(
    _ descriptor: Int32, onLine: (Place, ArraySlice<UInt8>) -> Void
  ) throws(SystemError) -> End {
    var end = End()
    var pending: [UInt8] = []
    while true {
      let piece = try SystemCall.read(descriptor, from: end.fileLength, count: pieceSize)
      if piece.isEmpty {
        // No line has a carriage return in it, so a file of one long line that has some is one
        // whose line ends were changed, and not a first line that was being written.
        if end.linesEnd == 0, pending.contains(UInt8(ascii: "\r")) {
          end.linesEnd = end.fileLength
          end.noteBroken(0..<end.fileLength)
        }
        return end
      }
      let pendingStart = end.fileLength - pending.count
      end.fileLength += piece.count
      // What was pending has no line break in it, however long it is.
      var searchStart = pending.count
      pending += piece
      var start = 0
      while let stop = pending[searchStart...].firstIndex(of: UInt8(ascii: "\n")) {
        let line = pending[start..<stop]
        end.linesEnd = pendingStart + stop + 1
        if let body = body(ofLine: line) {
          onLine(Place(offset: pendingStart + start, count: body.count), body)
          end.wholeLines += 1
        } else {
          end.noteBroken((pendingStart + start)..<end.linesEnd)
        }
        start = stop + 1
        searchStart = start
      }
      pending.removeFirst(start)
    }
  }

  /// A line without its checksum; `nil` when that does not fit.
  private static func body(ofLine line: ArraySlice<UInt8>) -> ArraySlice<UInt8>? {
    let body = line.dropLast(endingLength)
    let isWhole = line.count >= endingLength && line.suffix(endingLength) == ending(of: body)[...]
    return isWhole ? body : nil
  }

  /// Copies lines to the end of another file and says how long that is then.
  static func copy(
    _ places: some Sequence<Place>, from old: Int32, to new: Int32, onLine: (Place) -> Void
  ) throws(SystemError) -> Int {
    var length = 0
    var pending: [UInt8] = []
    for place in places {
      let bytes = try SystemCall.read(
        old, from: place.offset, count: place.count + endingLength + 1)
      guard bytes.last == UInt8(ascii: "\n"), body(ofLine: bytes.dropLast()) != nil else {
        throw SystemCall.error(SystemCall.badContent)
      }
      onLine(Place(offset: length, count: place.count))
      length += bytes.count
      pending += bytes
      if pending.count >= pieceSize {
        try SystemCall.writeAll(pending[...], to: new)
        pending.removeAll(keepingCapacity: true)
      }
    }
    try SystemCall.writeAll(pending[...], to: new)
    return length
  }

  /// Copies what cannot be read into a file of its own, whole and on the storage device, before
  /// the log is written without it.
  static func keepAside(
    _ ranges: [Range<Int>], of descriptor: Int32, beside path: String
  ) throws(SystemError) {
    let (name, aside) = try newFile(beside: path)
    do throws(SystemError) {
      for range in ranges {
        var offset = range.lowerBound
        while offset < range.upperBound {
          let bytes = try SystemCall.read(
            descriptor, from: offset, count: min(pieceSize, range.upperBound - offset))
          if bytes.isEmpty { throw SystemCall.error(SystemCall.badContent) }
          try SystemCall.writeAll(bytes[...], to: aside)
          offset += bytes.count
        }
      }
      try SystemCall.synchronise(aside)
    } catch {
      try? SystemCall.close(aside)
      try? SystemCall.removeFile(name)
      throw error
    }
    try SystemCall.close(aside)
  }

  /// Makes a file `x.log.damaged`, or `x.log.damaged-2` and so on where there is one already.
  private static func newFile(
    beside path: String
  ) throws(SystemError) -> (name: String, descriptor: Int32) {
    var number = 1
    while true {
      let name = path + damagedSuffix + (number == 1 ? "" : "-\(number)")
      do throws(SystemError) {
        return (name, try SystemCall.openNew(name))
      } catch {
        if error.code != SystemCall.alreadyExists { throw error }
        number += 1
      }
    }
  }
}
