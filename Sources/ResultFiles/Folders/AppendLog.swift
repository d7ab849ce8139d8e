import Synchronization

/// A file of lines that only ever grows, each with a checksum, for what must not be lost.
///
/// A line is whole or it is not there: whatever ends the process, at most the line being written is
/// lost. At the end of each line stand a space and 16 hexadecimal digits of the SHA-256 of what
/// stands before them, which tell. Opening the file again cuts off what follows the last line
/// break, and nothing else: that is a line that was being written. Other damage, such as a bad
/// sector or line ends that a transfer has changed, costs the lines that it hit and no others: they
/// are passed over, and `rewrite` moves them into a file beside the log.
public final class AppendLog: Sendable {
  /// The file.
  public let path: String
  /// What opening found to be broken; `nil` when every byte belongs to a whole line.
  public let damage: Damage?
  private let isReadOnly: Bool
  private let state: Mutex<State>

  private struct State {
    var descriptor: Int32?
    var length: Int
    /// What cannot be read, and stays in the file until it is written anew.
    var brokenRanges: [Range<Int>] = []
    /// Lines since the last time all were forced to the storage device.
    var unsynchronised = 0
    /// Why nothing can be appended any more: half a line stands at the end and cannot be cut off.
    var fault: OutputError?
  }

  /// Where a line stands in the file, without its checksum.
  public struct Place: Sendable, Equatable {
    /// The first byte.
    public var offset: Int
    /// How many bytes.
    public var count: Int

    /// A place.
    public init(offset: Int, count: Int) {
      self.offset = offset
      self.count = count
    }
  }

  /// What opening found besides whole lines.
  public struct Damage: Sendable, Equatable {
    /// Bytes that belong to no whole line.
    public var lostBytes: Int
    /// How many lines with a line break do not fit their checksums: more than an interrupted
    /// write, of which one line without a line break is left.
    public var brokenLines: Int
    /// Whether there are such lines and no others.
    public var isUnreadable: Bool
  }

  /// What the name of a log is followed by in that of a file with what cannot be read of it; then
  /// comes a number, where there is such a file already.
  public static let damagedSuffix = ".damaged"

  private static let checksumDigits = 16
  /// With the space in front.
  static let endingLength = checksumDigits + 1
  /// How much is read or written at a time.
  static let pieceSize = 1 << 20
  /// How many lines may be with the operating system alone, safe from a crash of this program but
  /// not from one of the machine.
  private static let synchronisedEvery = 1_000

  /// Opens the file, making it if need be, hands every whole line to `onLine` in order and cuts off
  /// a line without a line break at the end.
  ///
  /// - Throws: `OutputError` when the file cannot be opened, read or cut.
  public init(
    path: String, onLine: (Place, ArraySlice<UInt8>) -> Void
  ) throws(OutputError) {
    self.path = path
    isReadOnly = false
    do throws(SystemError) {
      let descriptor = try SystemCall.openForAppending(path)
      let end = try Self.closingOnError(descriptor) { () throws(SystemError) in
        let end = try Self.scan(descriptor, onLine: onLine)
        if end.fileLength > end.linesEnd {
          try SystemCall.truncate(descriptor, to: end.linesEnd)
          try SystemCall.synchronise(descriptor)
        }
        return end
      }
      damage = end.damage
      state = Mutex(
        State(
          descriptor: descriptor, length: end.linesEnd, brokenRanges: end.brokenRanges))
    } catch {
      throw OutputError(error, path: path, doing: "read and append to")
    }
  }

  /// Opens the file to read from it alone, whoever may be writing to it; nothing in it changes.
  ///
  /// - Throws: `OutputError` when the file is not there or cannot be read.
  public init(
    reading path: String, onLine: (Place, ArraySlice<UInt8>) -> Void
  ) throws(OutputError) {
    self.path = path
    isReadOnly = true
    do throws(SystemError) {
      let descriptor = try SystemCall.openForReading(path)
      let end = try Self.closingOnError(descriptor) { () throws(SystemError) in
        try Self.scan(descriptor, onLine: onLine)
      }
      damage = end.damage
      state = Mutex(
        State(
          descriptor: descriptor, length: end.linesEnd, brokenRanges: end.brokenRanges))
    } catch {
      throw OutputError(error, path: path, doing: "read")
    }
  }

  deinit { try? close() }

  private static func closingOnError<Result>(
    _ descriptor: Int32, _ body: () throws(SystemError) -> Result
  ) throws(SystemError) -> Result {
    do throws(SystemError) {
      return try body()
    } catch {
      try? SystemCall.close(descriptor)
      throw error
    }
  }

  /// Appends one line; text with a line break, and a log opened for reading, are preconditions.
  ///
  /// - Returns: where it stands.
  /// - Throws: `OutputError`; the file then ends with the line before. Should even that be
  ///   impossible, every further call throws the same error.
  @discardableResult
  public func append(_ line: [UInt8]) throws(OutputError) -> Place {
    precondition(!line.contains(UInt8(ascii: "\n")), "a line has no line break in it")
    precondition(!isReadOnly, "the log was opened for reading")
    let bytes = line + Self.ending(of: line[...]) + [UInt8(ascii: "\n")]
    return try state.withLock { state throws(OutputError) in
      if let fault = state.fault { throw fault }
      let descriptor = Self.open(state)
      let place = Place(offset: state.length, count: line.count)
      do throws(SystemError) {
        try SystemCall.writeAll(bytes[...], to: descriptor)
      } catch {
        let fault = OutputError(error, path: path, doing: "append to")
        do throws(SystemError) {
          try SystemCall.truncate(descriptor, to: state.length)
        } catch {
          state.fault = fault
        }
        throw fault
      }
      state.length += bytes.count
      state.unsynchronised += 1
      if state.unsynchronised >= Self.synchronisedEvery {
        try synchronise(descriptor)
        state.unsynchronised = 0
      }
      return place
    }
  }

  private func synchronise(_ descriptor: Int32) throws(OutputError) {
    do throws(SystemError) {
      try SystemCall.synchronise(descriptor)
    } catch {
      throw OutputError(error, path: path, doing: "append to")
    }
  }

  private static func open(_ state: State) -> Int32 {
    guard let descriptor = state.descriptor else { preconditionFailure("the log is closed") }
    return descriptor
  }

  /// The line at a place.
  public func line(at place: Place) throws(OutputError) -> [UInt8] {
    try state.withLock { state throws(OutputError) in
      let descriptor = Self.open(state)
      do throws(SystemError) {
        return try SystemCall.read(descriptor, from: place.offset, count: place.count)
      } catch {
        throw OutputError(error, path: path, doing: "read")
      }
    }
  }

  /// The error of a log that does not hold any more what it did when it was opened.
  public func hasChanged() -> OutputError {
    OutputError(
      .changedMeanwhile, path: path,
      message: "the log '\(path)' was changed by another program while it was in use",
      hint: "run the same command again, and nothing else in this folder")
  }

  /// Replaces the file by one that holds some of its lines, in the order given, and nothing else.
  ///
  /// The new file is written beside the old one and takes its name when it is whole and on the
  /// storage device, so the lines are safe at every moment; there must be space for both. Memory
  /// holds a few pieces of a megabyte. Lines that cannot be read are first copied into a file
  /// `x.log.damaged` beside the log `x.log`; none of that name is ever overwritten.
  ///
  /// - Parameters:
  ///   - places: where the lines stand; places handed out before are void afterwards.
  ///   - onLine: gets the new place of each line, in the same order.
  /// - Throws: `OutputError`, also when a line is no longer what it was; the file then stays.
  public func rewrite(
    _ places: some Sequence<Place>, onLine: (Place) -> Void
  ) throws(OutputError) {
    precondition(!isReadOnly, "the log was opened for reading")
    try state.withLock { state throws(OutputError) in
      let old = Self.open(state)
      let folder = path.lastIndex(of: "/").map { String(path[..<$0]) } ?? "."
      let temporary = OutputFolder.join(folder, OutputFolder.logTemporaryName)
      do throws(SystemError) {
        let new = try SystemCall.openForAppending(temporary)
        let length: Int
        do throws(SystemError) {
          try SystemCall.truncate(new, to: 0)
          length = try Self.copy(places, from: old, to: new, onLine: onLine)
          try SystemCall.synchronise(new)
          if !state.brokenRanges.isEmpty {
            try Self.keepAside(state.brokenRanges, of: old, beside: path)
          }
          try SystemCall.rename(temporary, to: path)
        } catch {
          try? SystemCall.close(new)
          try? SystemCall.removeFile(temporary)
          throw error
        }
        state = State(descriptor: new, length: length)
        try? SystemCall.close(old)
        // Should the new name not be on the device yet, the old file is, with the same lines.
        try? OutputFolder.synchroniseFolder(folder)
      } catch {
        throw OutputError(error, path: path, doing: "put in order")
      }
    }
  }

  /// Forces all lines to the storage device and lets go of the file; again does nothing.
  public func close() throws(OutputError) {
    try state.withLock { state throws(OutputError) in
      guard let descriptor = state.descriptor else { return }
      state.descriptor = nil
      do throws(SystemError) {
        if !isReadOnly { try SystemCall.synchronise(descriptor) }
        try SystemCall.close(descriptor)
      } catch {
        throw OutputError(error, path: path, doing: "append to")
      }
    }
  }

  static func ending(of line: ArraySlice<UInt8>) -> [UInt8] {
    [UInt8(ascii: " ")] + SHA256.hexadecimal(Array(line)).utf8.prefix(checksumDigits)
  }
}
