#if canImport(Darwin)
  import Darwin
#elseif canImport(Musl)
  import Musl
#else
  import Glibc
#endif

/// The few calls to the operating system that Panj makes when it writes, as typed functions.
///
/// They are all here because C hands over pointers; everything else in this module is safe code.
/// Each repeats a call that a signal interrupted, and turns failure into a `SystemError`.
package enum SystemCall {
  static var noSpace: Int32 { ENOSPC }
  static var quotaExceeded: Int32 { EDQUOT }
  static var readOnlyFileSystem: Int32 { EROFS }
  static var accessDenied: Int32 { EACCES }
  static var brokenPipe: Int32 { EPIPE }
  static var noSuchFile: Int32 { ENOENT }
  static var alreadyExists: Int32 { EEXIST }
  static var wouldBlock: Int32 { EWOULDBLOCK }
  static var notAFolder: Int32 { ENOTDIR }
  static var badContent: Int32 { EIO }

  /// What a path names.
  enum Kind: Equatable {
    case nothing, folder, file, other
  }

  /// Tells one file from another, whatever paths lead to it.
  struct FileIdentity: Equatable {
    let device: UInt64
    let number: UInt64
  }

  /// The error the last failed call left behind.
  private static func lastError() -> SystemError {
    error(errno)
  }

  static func error(_ code: Int32) -> SystemError {
    guard let text = unsafe strerror(code) else {
      return SystemError(code: code, text: "system error \(code)")
    }
    return unsafe SystemError(code: code, text: String(cString: text))
  }

  /// Calls until no signal interrupts; a result below zero is a failure.
  @discardableResult
  private static func retrying(_ call: () -> Int) throws(SystemError) -> Int {
    while true {
      let result = call()
      if result >= 0 { return result }
      if errno != EINTR { throw lastError() }
    }
  }

  // MARK: Streams

  /// Writes some of the bytes and says how many.
  static func write(
    _ bytes: ArraySlice<UInt8>, to descriptor: Int32
  ) throws(SystemError) -> Int {
    try retrying {
      unsafe bytes.withUnsafeBytes { buffer in
        unsafe systemWrite(descriptor, buffer.baseAddress, buffer.count)
      }
    }
  }

  /// Writes all of the bytes; what came before a failure is written.
  static func writeAll(
    _ bytes: ArraySlice<UInt8>, to descriptor: Int32
  ) throws(SystemError) {
    var rest = bytes
    while !rest.isEmpty { rest = rest.dropFirst(try write(rest, to: descriptor)) }
  }

  /// Waits until a descriptor that does not block can take more.
  static func waitUntilWritable(_ descriptor: Int32) throws(SystemError) {
    var request = pollfd(fd: descriptor, events: Int16(POLLOUT), revents: 0)
    try retrying { unsafe Int(poll(&request, 1, -1)) }
  }

  /// Makes writing to a closed pipe an error rather than the end of the process.
  static func ignoreBrokenPipes() {
    _ = signal(SIGPIPE, SIG_IGN)
  }

  package static func isTerminal(_ descriptor: Int32) -> Bool {
    isatty(descriptor) == 1
  }

  /// The width of a terminal in columns; nil when the descriptor is none or does not say.
  package static func terminalWidth(_ descriptor: Int32) -> Int? {
    var size = winsize()
    guard unsafe ioctl(descriptor, UInt(TIOCGWINSZ), &size) == 0, size.ws_col > 0 else {
      return nil
    }
    return Int(size.ws_col)
  }

  package static func environmentValue(_ name: String) -> String? {
    guard let value = unsafe getenv(name) else { return nil }
    return unsafe String(cString: value)
  }

  // MARK: Files

  /// Opens a file for writing, making it when it is not there; the descriptor is not inherited.
  static func openForWriting(_ path: String, truncating: Bool) throws(SystemError) -> Int32 {
    let flags = O_WRONLY | O_CREAT | O_CLOEXEC | O_NOFOLLOW | (truncating ? O_TRUNC : 0)
    return Int32(try retrying { unsafe Int(open(path, flags, 0o666)) })
  }

  /// Opens a file for reading and appending, making it when it is not there.
  static func openForAppending(_ path: String) throws(SystemError) -> Int32 {
    let flags = O_RDWR | O_APPEND | O_CREAT | O_CLOEXEC | O_NOFOLLOW
    return Int32(try retrying { unsafe Int(open(path, flags, 0o666)) })
  }

  /// Makes a file that is not there, for writing.
  static func openNew(_ path: String) throws(SystemError) -> Int32 {
    let flags = O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC | O_NOFOLLOW
    return Int32(try retrying { unsafe Int(open(path, flags, 0o666)) })
  }

  static func openForReading(_ path: String) throws(SystemError) -> Int32 {
    Int32(try retrying { unsafe Int(open(path, O_RDONLY | O_CLOEXEC)) })
  }

  /// Up to `count` bytes of a file from an offset on; fewer only at its end.
  static func read(
    _ descriptor: Int32, from offset: Int, count: Int
  ) throws(SystemError) -> [UInt8] {
    var bytes: [UInt8] = []
    while bytes.count < count {
      var piece = [UInt8](repeating: 0, count: count - bytes.count)
      let length = try retrying {
        unsafe piece.withUnsafeMutableBytes { buffer in
          unsafe pread(descriptor, buffer.baseAddress, buffer.count, offset + bytes.count)
        }
      }
      if length == 0 { break }
      bytes.append(contentsOf: piece[..<length])
    }
    return bytes
  }

  /// All bytes of a file.
  static func contents(_ path: String) throws(SystemError) -> [UInt8] {
    let descriptor = try openForReading(path)
    defer { try? close(descriptor) }
    var bytes: [UInt8] = []
    while true {
      let piece = try read(descriptor, from: bytes.count, count: 1 << 20)
      if piece.isEmpty { return bytes }
      bytes += piece
    }
  }

  /// Cuts an open file to a length.
  static func truncate(_ descriptor: Int32, to length: Int) throws(SystemError) {
    try retrying { Int(ftruncate(descriptor, length)) }
  }

  static func openFolder(_ path: String) throws(SystemError) -> Int32 {
    Int32(try retrying { unsafe Int(open(path, O_RDONLY | O_DIRECTORY | O_CLOEXEC)) })
  }

  static func close(_ descriptor: Int32) throws(SystemError) {
    // Repeating an interrupted close would be wrong: on Linux the descriptor is already free.
    if systemClose(descriptor) != 0, errno != EINTR { throw lastError() }
  }

  /// Returns when what was written is on the storage device.
  static func synchronise(_ descriptor: Int32) throws(SystemError) {
    do throws(SystemError) {
      try retrying { Int(fsync(descriptor)) }
    } catch {
      // Some file systems cannot do it for a folder and say so; there is nothing better to do.
      if error.code != EINVAL && error.code != ENOTSUP { throw error }
    }
  }

  /// Takes the exclusive lock of an open file; false when somebody else holds it.
  static func lockExclusively(_ descriptor: Int32) throws(SystemError) -> Bool {
    do throws(SystemError) {
      try retrying { Int(flock(descriptor, LOCK_EX | LOCK_NB)) }
      return true
    } catch {
      if error.code == EWOULDBLOCK { return false }
      throw error
    }
  }

  static func makeFolder(_ path: String) throws(SystemError) {
    try retrying { unsafe Int(mkdir(path, 0o777)) }
  }

  static func rename(_ old: String, to new: String) throws(SystemError) {
    try retrying { unsafe Int(systemRename(old, new)) }
  }

  static func removeFile(_ path: String) throws(SystemError) {
    try retrying { unsafe Int(unlink(path)) }
  }

  /// What a path names, following symbolic links.
  static func kind(of path: String) throws(SystemError) -> Kind {
    var status = stat()
    guard unsafe stat(path, &status) == 0 else {
      if errno == ENOENT { return .nothing }
      throw lastError()
    }
    switch status.st_mode & S_IFMT {
    case S_IFDIR: return .folder
    case S_IFREG: return .file
    default: return .other
    }
  }

  static func identity(of descriptor: Int32) -> FileIdentity? {
    var status = stat()
    guard unsafe fstat(descriptor, &status) == 0 else { return nil }
    return FileIdentity(
      device: UInt64(truncatingIfNeeded: status.st_dev),
      number: UInt64(truncatingIfNeeded: status.st_ino))
  }

  static func identity(of path: String) -> FileIdentity? {
    var status = stat()
    guard unsafe stat(path, &status) == 0 else { return nil }
    return FileIdentity(
      device: UInt64(truncatingIfNeeded: status.st_dev),
      number: UInt64(truncatingIfNeeded: status.st_ino))
  }

  /// The names in a folder in the order of their bytes, without `.` and `..`.
  static func names(in folder: String) throws(SystemError) -> [String] {
    guard let stream = unsafe opendir(folder) else { throw lastError() }
    defer { unsafe _ = closedir(stream) }
    var names: [String] = []
    while true {
      errno = 0
      guard let entry = unsafe readdir(stream) else {
        if errno != 0 { throw lastError() }
        break
      }
      let name = unsafe withUnsafeBytes(of: entry.pointee.d_name) { bytes in
        unsafe String(decoding: bytes.prefix { $0 != 0 }, as: UTF8.self)
      }
      if name != "." && name != ".." { names.append(name) }
    }
    return names.sorted { $0.utf8.lexicographicallyPrecedes($1.utf8) }
  }
}

// These C functions have the names of methods above, which would hide them.

private func systemWrite(
  _ descriptor: Int32, _ bytes: UnsafeRawPointer?, _ count: Int
) -> Int {
  unsafe write(descriptor, bytes, count)
}

private func systemClose(_ descriptor: Int32) -> Int32 {
  close(descriptor)
}

private func systemRename(_ old: UnsafePointer<CChar>, _ new: UnsafePointer<CChar>) -> Int32 {
  unsafe rename(old, new)
}
