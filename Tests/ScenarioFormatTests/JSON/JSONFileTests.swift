import Foundation
import ScenarioFormat
import Testing
import TraffickingModel

@Suite("Reading JSON files")
struct JSONFileTests {
  /// A folder of its own, removed when the test ends.
  final class Folder {
    let path: String

    init() throws {
      let url = FileManager.default.temporaryDirectory.appending(path: "panj-\(UUID().uuidString)")
      try FileManager.default.createDirectory(at: url, withIntermediateDirectories: true)
      path = url.path(percentEncoded: false)
    }

    deinit { try? FileManager.default.removeItem(atPath: path) }

    func write(_ name: String, _ bytes: [UInt8]) throws -> String {
      let file = path + "/" + name
      try Data(bytes).write(to: URL(filePath: file))
      return file
    }
  }

  private func problem(at path: String) -> ScenarioProblem? {
    do throws(ScenarioError) {
      _ = try JSONReader.read(path: path)
      return nil
    } catch {
      return error.problems.first
    }
  }

  @Test("A file is read, and its locations bear the name it was asked for by")
  func reads() throws {
    let folder = try Folder()
    let path = try folder.write("a.json", Array("\n[1]".utf8))
    let document = try JSONReader.read(path: path)
    #expect(document == [1])
    #expect(document.location == TraffickingModel.SourceLocation(file: path, line: 2, column: 1))
  }

  @Test("A missing file, a missing folder, an empty name and a zero byte each get a message")
  func missing() throws {
    let folder = try Folder()
    let file = try #require(problem(at: folder.path + "/none.json"))
    #expect(file.found.hasPrefix("found no file"))
    #expect(file.hint == nil)
    let inFolder = try #require(problem(at: folder.path + "/x/none.json"))
    #expect(inFolder.hint?.hasPrefix("there is no folder") == true)
    #expect(try #require(problem(at: "")).found.contains("empty"))
    #expect(try #require(problem(at: "a.json\u{0}.txt")).found.contains("zero byte"))
    let through = try folder.write("file", [1])
    #expect(try #require(problem(at: through + "/x.json")).found.contains("cannot be opened"))
  }

  @Test("A folder, a pipe, a device and an empty file are refused by what they are")
  func irregular() throws {
    let folder = try Folder()
    #expect(try #require(problem(at: folder.path)).found.hasSuffix("is a folder"))
    let pipe = folder.path + "/pipe"
    #expect(unsafe mkfifo(pipe, 0o600) == 0)
    #expect(try #require(problem(at: pipe)).found.hasSuffix("is a pipe"))
    #expect(try #require(problem(at: "/dev/zero")).found.hasSuffix("is a device"))
    let empty = try folder.write("empty.json", [])
    #expect(try #require(problem(at: empty)).found.hasSuffix("is empty"))
  }

  @Test("A file beyond the limit is refused unread, however large it claims to be")
  func large() throws {
    let folder = try Folder()
    let path = try folder.write("large.json", [])
    // A hole of a tebibyte takes no space and would take for ever to read.
    #expect(unsafe truncate(path, 1 << 40) == 0)
    let found = try #require(problem(at: path))
    #expect(found.found.contains("1099511627776 bytes"))
    #expect(found.allowed.contains("16 MiB"))
  }

  @Test("A file without permission is refused with advice", .enabled(if: geteuid() != 0))
  func unreadable() throws {
    let folder = try Folder()
    let path = try folder.write("secret.json", [0x31])
    #expect(unsafe chmod(path, 0) == 0)
    #expect(try #require(problem(at: path)).hint?.contains("permissions") == true)
  }

  @Test("A name with a line break or a terminal sequence is quoted in messages")
  func names() throws {
    let found = try #require(problem(at: "no\n\u{1B}[2Jsuch.json")).found
    #expect(!found.contains("\n") && !found.contains("\u{1B}"))
  }
}
