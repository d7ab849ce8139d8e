import Foundation
public import TraffickingModel

// Opening, examining and reading a file are calls into C with pointers, hence the marks.

extension JSONReader {
  /// Reads a JSON file.
  ///
  /// The open file is examined before anything of it is read, so that a pipe, a device or an
  /// enormous file is refused at once.
  ///
  /// - Parameter path: the path, which also names the file in locations.
  /// - Throws: what is wrong with the file, or the first problem in its text.
  public static func read(path: String) throws(ScenarioError) -> JSONNode {
    try read(contents(ofFile: path), file: path)
  }

  /// The bytes of a regular file of 1 to `sizeLimit` bytes.
  package static func contents(ofFile path: String) throws(ScenarioError) -> [UInt8] {
    guard !path.isEmpty, !path.utf8.contains(0) else {
      throw unreadable(path, "found a file name that is empty or contains a zero byte")
    }
    // Without O_NONBLOCK, opening a pipe would wait for somebody to write into it.
    let descriptor = unsafe open(path, O_RDONLY | O_NONBLOCK | O_CLOEXEC)
    guard descriptor >= 0 else { throw openingFailure(path, errno) }
    defer { close(descriptor) }
    var status = stat()
    guard unsafe fstat(descriptor, &status) == 0 else {
      throw unreadable(path, "found that \(quotedPath(path)) cannot be examined: \(reason(errno))")
    }
    if let kind = irregularKind(status.st_mode) {
      throw unreadable(path, "found that \(quotedPath(path)) is \(kind)")
    }
    let size = Int(status.st_size)
    guard size <= sizeLimit else { throw ScenarioError(overlong(file: path, byteCount: size)) }
    let bytes = try readAll(descriptor, path: path, expecting: size)
    guard bytes.count <= sizeLimit else {
      throw ScenarioError(overlong(file: path, byteCount: bytes.count))
    }
    guard !bytes.isEmpty else {
      throw unreadable(path, "found that \(quotedPath(path)) is empty")
    }
    return bytes
  }

  /// Reads to the end, or to one byte beyond the limit should the file be growing meanwhile.
  private static func readAll(
    _ descriptor: Int32, path: String, expecting size: Int
  ) throws(ScenarioError) -> [UInt8] {
    var bytes: [UInt8] = []
    bytes.reserveCapacity(size)
    var chunk = [UInt8](repeating: 0, count: max(4096, min(size + 1, 1 << 20)))
    while bytes.count <= sizeLimit {
      let count = unsafe chunk.withUnsafeMutableBytes { buffer in
        unsafe Foundation.read(descriptor, buffer.baseAddress, buffer.count)
      }
      if count == 0 { break }
      if count < 0 {
        if errno == EINTR { continue }
        throw unreadable(path, "found that \(quotedPath(path)) cannot be read: \(reason(errno))")
      }
      bytes.append(contentsOf: chunk[..<count])
    }
    return bytes
  }

  /// What stands at the path when it is not a regular file.
  private static func irregularKind(_ mode: mode_t) -> String? {
    switch mode & S_IFMT {
    case S_IFREG: nil
    case S_IFDIR: "a folder"
    case S_IFIFO: "a pipe"
    case S_IFSOCK: "a socket"
    case S_IFCHR, S_IFBLK: "a device"
    default: "not a regular file"
    }
  }

  private static func openingFailure(_ path: String, _ code: Int32) -> ScenarioError {
    switch code {
    case ENOENT:
      let folder = path.split(separator: "/", omittingEmptySubsequences: false).dropLast()
        .joined(separator: "/")
      var status = stat()
      if !folder.isEmpty, unsafe stat(folder, &status) != 0 {
        return unreadable(
          path, "found no file \(quotedPath(path))",
          hint: "there is no folder \(quotedPath(folder))")
      }
      return unreadable(path, "found no file \(quotedPath(path))")
    case EACCES, EPERM:
      return unreadable(
        path, "found that \(quotedPath(path)) may not be read by this user",
        hint: "check the permissions of the file and of its folders")
    case ENXIO:
      return unreadable(path, "found that \(quotedPath(path)) is a socket")
    default:
      return unreadable(path, "found that \(quotedPath(path)) cannot be opened: \(reason(code))")
    }
  }

  private static func unreadable(
    _ path: String, _ found: String, hint: String? = nil
  ) -> ScenarioError {
    ScenarioError(
      ScenarioProblem(
        pointer: "", found: found, allowed: "the path of a JSON file", hint: hint))
  }

  private static func reason(_ code: Int32) -> String {
    unsafe String(cString: strerror(code))
  }
}

/// A path in quotation marks, whole: its end is what matters.
private func quotedPath(_ path: String) -> String { quoted(path, limit: 4096) }
