/// A stream that takes bytes: standard output, standard error or another open descriptor.
///
/// `print` gives no sign when the disk behind it is full; this does. Nothing is buffered, so a
/// caller with much to say hands it over in large pieces.
public struct StandardOutput: Sendable {
  /// Standard output, where results go.
  public static let output = StandardOutput(descriptor: 1, name: "standard output")

  /// Standard error, where messages and progress go.
  public static let error = StandardOutput(descriptor: 2, name: "standard error")

  /// The number of the open descriptor.
  public let descriptor: Int32

  /// What messages call the stream.
  public let name: String

  /// A stream for a descriptor that the caller keeps open.
  public init(descriptor: Int32, name: String) {
    self.descriptor = descriptor
    self.name = name
  }

  /// Makes a pipe whose reader has gone an error of `write` rather than the end of the process.
  ///
  /// Call it once, before the first output; it holds for the whole process.
  public static func ignoreBrokenPipes() {
    SystemCall.ignoreBrokenPipes()
  }

  /// Writes a text as UTF-8.
  ///
  /// - Throws: `OutputError`, as for bytes.
  public func write(_ text: String) throws(OutputError) {
    try write(Array(text.utf8))
  }

  /// Writes all bytes, or throws.
  ///
  /// It goes on after signals and after partial writes, and waits for a stream that does not block.
  ///
  /// - Throws: `OutputError` with the cause `.readerGone` when nobody reads the pipe any more, and
  ///   `.system` for everything else, such as a full disk.
  public func write(_ bytes: [UInt8]) throws(OutputError) {
    var rest = bytes[...]
    while !rest.isEmpty {
      do throws(SystemError) {
        rest = rest.dropFirst(try SystemCall.write(rest, to: descriptor))
      } catch {
        if error.code == SystemCall.brokenPipe {
          throw OutputError(
            .readerGone, path: name, message: "the reader of \(name) has gone away")
        }
        guard error.code == SystemCall.wouldBlock else {
          throw OutputError(
            .system(code: error.code), path: name,
            message: "cannot write to \(name): \(error.text)", hint: nil)
        }
        try waitUntilWritable()
      }
    }
  }

  private func waitUntilWritable() throws(OutputError) {
    do throws(SystemError) {
      try SystemCall.waitUntilWritable(descriptor)
    } catch {
      throw OutputError(error, path: name, doing: "wait for")
    }
  }
}
