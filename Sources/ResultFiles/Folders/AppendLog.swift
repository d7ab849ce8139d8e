import Synchronization

/// A file of lines that only ever grows, each with a checksum, for what must not be lost.
///
/// A line is whole or it is not there: whatever ends the process, at most the line being written is
/// lost, and opening the file again cuts off what is left of it. The checksum at the end of each
/// line, a space and 16 hexadecimal digits of the SHA-256 of what stands before it, tells.
public final class AppendLog: Sendable {
  /// The file.
  public let path: String
  private let state: Mutex<State>

  private struct State {
    var descriptor: Int32?
    var length: Int
    var isReadOnly = false
    /// Lines since the last time all were forced to the storage device.
    var unsynchronised = 0
  }

  /// Where a line stands in the file, without its checksum.
  public struct Place: Sendable, Equatable {
    /// The first byte.
    public var offset: Int
    /// How many bytes.
    public var count: Int
  }

  /// What opening found beyond the last whole line.
  public struct Damage: Sendable, Equatable {
    /// Bytes that were cut off.
    public var lostBytes: Int
    /// Whether whole lines stood behind the first broken one: more than an interrupted write.
    public var hasLinesBehind: Bool
  }

  private static let checksumDigits = 16
  /// With the space in front.
  private static let endingLength = checksumDigits + 1
  /// How much is read at a time.
  private static let pieceSize = 1 << 20
  /// How many lines may be with the operating system alone, safe from a crash of this program but
  /// not from one of the machine.
  private static let synchronisedEvery = 1_000

  /// Opens the file, hands every whole line to `onLine` in order and cuts off what is broken.
  ///
  /// - Throws: `OutputError` when the file cannot be opened, read or cut.
  public init(
    path: String, onLine: (Place, ArraySlice<UInt8>) -> Void
  ) throws(OutputError) {
    self.path = path
    do throws(SystemError) {
      let descriptor = try SystemCall.openForAppending(path)
      do throws(SystemError) {
        let end = try Self.scan(descriptor, onLine: onLine)
        if end.fileLength > end.goodLength {
          try SystemCall.truncate(descriptor, to: end.goodLength)
          try SystemCall.synchronise(descriptor)
        }
        damage = end.damage
        state = Mutex(State(descriptor: descriptor, length: end.goodLength))
      } catch {
        try? SystemCall.close(descriptor)
        throw error
      }
    } catch {
      throw OutputError(error, path: path, doing: "read and append to")
    }
  }

  /// Opens the file for reading alone, whoever is appending to it, and hands every whole line to
  /// `onLine` in order; what is broken stays as it is.
  ///
  /// - Throws: `OutputError` when the file cannot be opened or read.
  public init(
    reading path: String, onLine: (Place, ArraySlice<UInt8>) -> Void
  ) throws(OutputError) {
    self.path = path
    do throws(SystemError) {
      let descriptor = try SystemCall.openForReading(path)
      do throws(SystemError) {
        let end = try Self.scan(descriptor, onLine: onLine)
        damage = end.damage
        state = Mutex(State(descriptor: descriptor, length: end.goodLength, isReadOnly: true))
      } catch {
        try? SystemCall.close(descriptor)
        throw error
      }
    } catch {
      throw OutputError(error, path: path, doing: "read")
    }
  }

  /// What was cut off when the file was opened, or would have been.
  public let damage: Damage?

  deinit { try? close() }

  /// Appends one line; text with a line break is a precondition.
  ///
  /// - Returns: where it stands.
  /// - Throws: `OutputError`; the file then ends with the line before.
  @discardableResult
  public func append(_ line: [UInt8]) throws(OutputError) -> Place {
    precondition(!line.contains(UInt8(ascii: "\n")), "a line has no line break in it")
    let bytes = line + Self.ending(of: line[...]) + [UInt8(ascii: "\n")]
    return try state.withLock { state throws(OutputError) in
      guard let descriptor = state.descriptor, !state.isReadOnly else {
        preconditionFailure("the log is closed, or open for reading alone")
      }
      let place = Place(offset: state.length, count: line.count)
      do throws(SystemError) {
        do throws(SystemError) {
          var rest = bytes[...]
          while !rest.isEmpty {
            rest = rest.dropFirst(try SystemCall.write(rest, to: descriptor))
          }
        } catch {
          try? SystemCall.truncate(descriptor, to: state.length)
          throw error
        }
        state.length += bytes.count
        state.unsynchronised += 1
        if state.unsynchronised >= Self.synchronisedEvery {
          try SystemCall.synchronise(descriptor)
          state.unsynchronised = 0
        }
      } catch {
        throw OutputError(error, path: path, doing: "append to")
      }
      return place
    }
  }

  /// The line at a place.
  public func line(at place: Place) throws(OutputError) -> [UInt8] {
    try state.withLock { state throws(OutputError) in
      guard let descriptor = state.descriptor else { preconditionFailure("the log is closed") }
      do throws(SystemError) {
        return try SystemCall.read(descriptor, from: place.offset, count: place.count)
      } catch {
        throw OutputError(error, path: path, doing: "read")
      }
    }
  }

  /// Forces all lines to the storage device and lets go of the file; again does nothing.
  public func close() throws(OutputError) {
    try state.withLock { state throws(OutputError) in
      guard let descriptor = state.descriptor else { return }
      state.descriptor = nil
      do throws(SystemError) {
        if !state.isReadOnly { try SystemCall.synchronise(descriptor) }
        try SystemCall.close(descriptor)
      } catch {
        throw OutputError(error, path: path, doing: "append to")
      }
    }
  }

  private static func ending(of line: ArraySlice<UInt8>) -> [UInt8] {
    [UInt8(ascii: " ")] + SHA256.hexadecimal(Array(line)).utf8.prefix(checksumDigits)
  }

  private struct End {
    var goodLength = 0
    var fileLength = 0
    var hasLinesBehind = false

    var damage: Damage? {
      fileLength == goodLength
        ? nil : Damage(lostBytes: fileLength - goodLength, hasLinesBehind: hasLinesBehind)
    }
  }

  private static func scan(
    _ descriptor: Int32, onLine: (Place, ArraySlice<UInt8>) -> Void
  ) throws(SystemError) -> End {
    var end = End()
    var isGood = true
    var pending: [UInt8] = []
    while true {
      let piece = try SystemCall.read(descriptor, from: end.fileLength, count: pieceSize)
      if piece.isEmpty { return end }
      let pendingStart = end.fileLength - pending.count
      end.fileLength += piece.count
      pending += piece
      var start = 0
      while let stop = pending[start...].firstIndex(of: UInt8(ascii: "\n")) {
        let line = pending[start..<stop]
        let body = line.dropLast(endingLength)
        let isWhole =
          line.count >= endingLength && line.suffix(endingLength) == ending(of: body)[...]
        if !isWhole { isGood = false }
        if isGood {
          onLine(Place(offset: pendingStart + start, count: body.count), body)
          end.goodLength = pendingStart + stop + 1
        } else if isWhole {
          end.hasLinesBehind = true
        }
        start = stop + 1
      }
      pending.removeFirst(start)
    }
  }
}
