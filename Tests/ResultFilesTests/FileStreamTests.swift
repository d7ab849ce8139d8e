import Foundation
import ResultFiles
import TestSupport
import Testing

@Suite("A file that is written piece by piece")
struct FileStreamTests {
  private let temporary: TemporaryFolder
  private let folder: OutputFolder

  init() throws {
    temporary = try TemporaryFolder()
    folder = try OutputFolder(path: temporary.path("run"))
  }

  @Test("it appears under its name when it is whole, and not before")
  func whole() throws {
    var stream = try folder.stream(name: "x.csv")
    try stream.append(Array("a\n".utf8))
    #expect(temporary.text("run/x.csv") == nil)
    try stream.append(Array("1\n".utf8))
    let (byteCount, hash) = try stream.finish()
    #expect(temporary.text("run/x.csv") == "a\n1\n")
    #expect(byteCount == 4 && hash == SHA256.hexadecimal(Array("a\n1\n".utf8)))
    #expect(try temporary.names("run") == [".lock", "x.csv"])
  }

  @Test("one that is dropped leaves nothing, and the file before stays")
  func dropped() throws {
    try folder.write(name: "x.csv", text: "old")
    do {
      var stream = try folder.stream(name: "x.csv")
      try stream.append([UInt8](repeating: 7, count: 1_000_000))
    }
    #expect(temporary.text("run/x.csv") == "old")
    #expect(try temporary.names("run") == [".lock", "x.csv"])
  }

  @Test("pieces of all sizes make one file with its size and hash")
  func pieces() throws {
    var stream = try folder.stream(name: "inside/x.bin")
    var all: [UInt8] = []
    for size in [0, 1, 262_143, 262_144, 5, 1_000_000, 0, 3] {
      let piece = [UInt8](repeating: UInt8(size % 251), count: size)
      try stream.append(piece)
      all += piece
    }
    let (byteCount, hash) = try stream.finish()
    #expect(FileManager.default.contents(atPath: temporary.path("run/inside/x.bin")) == Data(all))
    #expect(byteCount == all.count && hash == SHA256.hexadecimal(all))
  }

  @Test("beginning one takes away the mark of the run before")
  func mark() throws {
    try folder.write(name: "run.json", text: "{}")
    folder.close()
    let again = try OutputFolder(path: temporary.path("run"), replace: true)
    let stream = try again.stream(name: "x.csv")
    #expect(temporary.text("run/run.json") == nil)
    _ = try stream.finish()
  }

  @Test("what a crash left of one is cleared away when the folder is opened")
  func leftover() throws {
    folder.close()
    for name in [".lock", ".partial", ".partial-stream", ".partial-log"] {
      try temporary.put("run/" + name, "half")
    }
    let again = try OutputFolder(path: temporary.path("run"))
    #expect(again.foundContent == .nothing)
    #expect(try temporary.names("run") == [".lock"])
  }

  @Test("a file that is read back is what was written, and one that is not there is none")
  func readBack() throws {
    let bytes = [UInt8](repeating: 9, count: 2_500_000)
    try folder.write(name: "x.bin", bytes: bytes)
    #expect(folder.bytes(name: "x.bin") == bytes)
    #expect(folder.bytes(name: "y.bin") == nil)
  }

  @Test("a folder inside is made, once or twice")
  func folderInside() throws {
    try folder.makeFolder(name: "a/b")
    try folder.makeFolder(name: "a/b")
    #expect(try temporary.names("run/a") == ["b"])
    #expect(throws: OutputError.self) { try folder.makeFolder(name: "../c") }
  }
}
