extension AppendLog {
  /// What going through a file found.
  struct End {
    /// Behind the last whole line.
    var goodLength = 0
    /// Bytes in whole lines.
    var wholeBytes = 0
    /// Bytes in the file.
    var fileLength = 0

    /// What is broken, if anything.
    var damage: Damage? {
      if fileLength == wholeBytes { return nil }
      return Damage(
        lostBytes: fileLength - wholeBytes, hasLinesBehind: goodLength > wholeBytes)
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
      if piece.isEmpty { return end }
      let pendingStart = end.fileLength - pending.count
      end.fileLength += piece.count
      // What was pending has no line break in it, however long it is.
      var searchStart = pending.count
      pending += piece
      var start = 0
      while let stop = pending[searchStart...].firstIndex(of: UInt8(ascii: "\n")) {
        let line = pending[start..<stop]
        if let body = body(ofLine: line) {
          onLine(Place(offset: pendingStart + start, count: body.count), body)
          end.wholeBytes += line.count + 1
          end.goodLength = pendingStart + stop + 1
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
}
