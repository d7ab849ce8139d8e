/// A file of a folder that is written piece by piece and appears under its name only when whole.
///
/// For tables that are larger than what one wants in memory. See `OutputFolder.write` for files in
/// one piece.
public struct FileStream: ~Copyable {
  private let path: String
  private let temporary: String
  private let folder: String
  private let descriptor: Int32
  private var pending: [UInt8] = []
  private var hash = SHA256()
  private var byteCount = 0

  /// How much is gathered before it is written.
  private static let pieceSize = 1 << 18

  init(path: String, temporary: String, folder: String) throws(OutputError) {
    self.path = path
    self.temporary = temporary
    self.folder = folder
    do throws(SystemError) {
      descriptor = try SystemCall.openForWriting(temporary, truncating: true)
    } catch {
      throw OutputError(error, path: path, doing: "write")
    }
  }

  deinit {
    try? SystemCall.close(descriptor)
    try? SystemCall.removeFile(temporary)
  }

  /// Adds bytes at the end.
  public mutating func append(_ bytes: [UInt8]) throws(OutputError) {
    pending += bytes
    if pending.count >= Self.pieceSize { try flush() }
  }

  private mutating func flush() throws(OutputError) {
    hash.update(pending)
    byteCount += pending.count
    do throws(SystemError) {
      try SystemCall.writeAll(pending[...], to: descriptor)
    } catch {
      throw OutputError(error, path: path, doing: "write")
    }
    pending.removeAll(keepingCapacity: true)
  }

  /// Gives the file its name.
  ///
  /// - Returns: its size and its SHA-256.
  public consuming func finish() throws(OutputError) -> (byteCount: Int, hash: String) {
    try flush()
    do throws(SystemError) {
      try SystemCall.synchronise(descriptor)
      try SystemCall.rename(temporary, to: path)
      try OutputFolder.synchroniseFolder(folder)
    } catch {
      throw OutputError(error, path: path, doing: "write")
    }
    return (byteCount, hash.hexadecimal())
  }
}
