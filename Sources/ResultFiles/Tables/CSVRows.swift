/// The rows of a table that Panj has written, read one after the other, whatever the table's size.
public final class CSVRows {
  /// The names of the columns.
  public private(set) var header: [String] = []
  private let path: String
  private let descriptor: Int32
  private var offset = 0
  private var pending: ArraySlice<UInt8> = []
  /// Of all bytes that were read.
  private var hash = SHA256()

  /// How much is read at a time.
  private static let pieceSize = 1 << 18

  /// Opens a table.
  ///
  /// - Throws: `OutputError` when it cannot be opened or read.
  public init(path: String) throws(OutputError) {
    self.path = path
    descriptor = try Self.open(path)
    header = try next()?.map { $0 ?? "" } ?? []
  }

  private static func open(_ path: String) throws(OutputError) -> Int32 {
    do throws(SystemError) {
      return try SystemCall.openForReading(path)
    } catch {
      throw OutputError(error, path: path, doing: "read")
    }
  }

  deinit { try? SystemCall.close(descriptor) }

  /// The cells of the next row, `nil` for an empty one; `nil` behind the last row.
  ///
  /// - Throws: `OutputError` when the file cannot be read any more.
  public func next() throws(OutputError) -> [String?]? {
    var cells: [String?] = []
    var cell: [UInt8] = []
    var isQuoted = false
    var isInQuotes = false
    while let byte = try nextByte() {
      switch byte {
      case UInt8(ascii: "\""):
        // A doubled quote within quotes is one: the second one opens them again.
        if isQuoted, !isInQuotes { cell.append(byte) }
        isInQuotes.toggle()
        isQuoted = true
      case UInt8(ascii: ",") where !isInQuotes, UInt8(ascii: "\n") where !isInQuotes:
        cells.append(cell.isEmpty && !isQuoted ? nil : String(decoding: cell, as: UTF8.self))
        if byte == UInt8(ascii: "\n") { return cells }
        cell = []
        isQuoted = false
      default: cell.append(byte)
      }
    }
    return nil
  }

  /// The SHA-256 of the whole file as 64 hexadecimal digits; no row is left afterwards.
  ///
  /// - Throws: `OutputError` when the file cannot be read any more.
  public func hashOfFile() throws(OutputError) -> String {
    repeat { try readPiece() } while !pending.isEmpty
    return hash.hexadecimal()
  }

  private func nextByte() throws(OutputError) -> UInt8? {
    if pending.isEmpty { try readPiece() }
    return pending.popFirst()
  }

  private func readPiece() throws(OutputError) {
    do throws(SystemError) {
      let piece = try SystemCall.read(descriptor, from: offset, count: Self.pieceSize)
      hash.update(piece)
      offset += piece.count
      pending = piece[...]
    } catch {
      throw OutputError(error, path: path, doing: "read")
    }
  }
}
