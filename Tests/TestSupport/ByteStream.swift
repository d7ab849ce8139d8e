import Foundation
import ResultFiles

/// A pipe: what is written to `output` can be read back.
package final class ByteStream: Sendable {
  private let pipe = Pipe()

  /// An empty pipe.
  package init() {}

  package var output: StandardOutput {
    StandardOutput(descriptor: pipe.fileHandleForWriting.fileDescriptor, name: "the pipe")
  }

  /// Makes writing fail with the system's "try again" when the pipe is full.
  package func stopBlocking() {
    _ = fcntl(pipe.fileHandleForWriting.fileDescriptor, F_SETFL, O_NONBLOCK)
  }

  /// Everything written; nothing can be written afterwards.
  package func textWritten() throws -> String {
    try pipe.fileHandleForWriting.close()
    return String(decoding: try readToEnd(), as: UTF8.self)
  }

  /// Reads until the writing side is closed.
  package func readToEnd() throws -> [UInt8] {
    Array(try pipe.fileHandleForReading.readToEnd() ?? Data())
  }

  package func closeWriting() throws { try pipe.fileHandleForWriting.close() }

  package func closeReading() throws { try pipe.fileHandleForReading.close() }
}
