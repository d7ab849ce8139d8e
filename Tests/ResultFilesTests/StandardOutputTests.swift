import Dispatch
import Foundation
import ResultFiles
import Synchronization
import TestSupport
import Testing

@Suite("Writing to a stream")
struct StandardOutputTests {
  @Test("a text arrives as UTF-8")
  func text() throws {
    let stream = ByteStream()
    try stream.output.write("Панҷ ")
    try stream.output.write("1\n")
    #expect(try stream.textWritten() == "Панҷ 1\n")
  }

  @Test("nothing is written for no bytes, even to a closed stream")
  func nothing() throws {
    try StandardOutput(descriptor: -1, name: "nothing").write("")
  }

  @Test(
    "more than a pipe holds arrives whole, also when writing does not block",
    arguments: [
      false, true,
    ])
  func large(blocks: Bool) throws {
    let stream = ByteStream()
    if !blocks { stream.stopBlocking() }
    let bytes = (0..<1_000_000).map { UInt8(truncatingIfNeeded: $0 &* 31) }
    // A thread of its own, since the threads that tests share may all be busy writing.
    let read = Mutex<[UInt8]>([])
    let finished = DispatchSemaphore(value: 0)
    Thread.detachNewThread {
      let bytes = (try? stream.readToEnd()) ?? []
      read.withLock { $0 = bytes }
      finished.signal()
    }
    try stream.output.write(bytes)
    try stream.closeWriting()
    finished.wait()
    #expect(read.withLock { $0 } == bytes)
  }

  @Test(
    "a full disk is an error with exit status 74",
    .enabled(if: FileManager.default.fileExists(atPath: "/dev/full")))
  func fullDisk() throws {
    let full = try #require(FileHandle(forWritingAtPath: "/dev/full"))
    let output = StandardOutput(descriptor: full.fileDescriptor, name: "standard output")
    let error = #expect(throws: OutputError.self) { try output.write("lost?") }
    #expect(error?.exitStatus == .inputOutput)
    #expect(error?.description == "cannot write to standard output: No space left on device")
    #expect(error?.isSilent == false)
  }

  @Test("a descriptor that is not open is an error with exit status 74")
  func notOpen() {
    let error = #expect(throws: OutputError.self) {
      try StandardOutput(descriptor: -1, name: "standard output").write("lost?")
    }
    #expect(error?.exitStatus == .inputOutput)
  }

  @Test("a reader that went away ends quietly and with success")
  func brokenPipe() throws {
    StandardOutput.ignoreBrokenPipes()
    let stream = ByteStream()
    try stream.closeReading()
    let error = #expect(throws: OutputError.self) { try stream.output.write("lost") }
    #expect(error?.cause == .readerGone)
    #expect(error?.isSilent == true && error?.exitStatus == .success)
  }

  @Test("the exit statuses are 1, 3, those of sysexits and of signals")
  func exitStatuses() {
    #expect(ExitStatus.allCases.map(\.rawValue) == [0, 1, 3, 64, 65, 70, 74, 75, 130, 143])
    #expect(Set(ExitStatus.allCases.map(\.meaning)).count == ExitStatus.allCases.count)
  }
}
