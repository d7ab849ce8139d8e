extension OutputFolder {
  /// Writes a file under a temporary name beside its place and moves it there.
  func replaceFile(_ name: String, with bytes: [UInt8]) throws(OutputError) {
    let file = Self.join(path, name)
    let folder = try makeFolders(above: name)
    let temporary = Self.join(folder, Self.temporaryName)
    do throws(SystemError) {
      do throws(SystemError) {
        try Self.writeFile(temporary, bytes)
        try SystemCall.rename(temporary, to: file)
      } catch {
        try? SystemCall.removeFile(temporary)
        throw error
      }
      try Self.synchroniseFolder(folder)
    } catch {
      throw OutputError(error, path: file, doing: "write")
    }
  }

  private static func writeFile(_ path: String, _ bytes: [UInt8]) throws(SystemError) {
    let descriptor = try SystemCall.openForWriting(path, truncating: true)
    do throws(SystemError) {
      try SystemCall.writeAll(bytes[...], to: descriptor)
      try SystemCall.synchronise(descriptor)
    } catch {
      try? SystemCall.close(descriptor)
      throw error
    }
    // Some file systems report a full disk only here.
    try SystemCall.close(descriptor)
  }

  /// Forces the names in a folder to the storage device, not only the files behind them.
  static func synchroniseFolder(_ path: String) throws(SystemError) {
    let descriptor = try SystemCall.openFolder(path)
    defer { try? SystemCall.close(descriptor) }
    try SystemCall.synchronise(descriptor)
  }

  /// Makes the folders inside the run's folder that a name with slashes asks for.
  func makeFolders(above name: String) throws(OutputError) -> String {
    var folder = path
    for part in name.split(separator: "/").dropLast() {
      folder = Self.join(folder, String(part))
      try Self.makeFolder(folder)
    }
    return folder
  }

  static func join(_ folder: String, _ name: String) -> String {
    folder.hasSuffix("/") ? folder + name : folder + "/" + name
  }

  static func makeFolder(_ path: String) throws(OutputError) {
    do throws(SystemError) {
      do throws(SystemError) {
        try SystemCall.makeFolder(path)
      } catch {
        // A folder that cannot be made because it is there already is what was wanted.
        if try SystemCall.kind(of: path) != .folder { throw error }
      }
    } catch {
      throw OutputError(error, path: path, doing: "make the folder")
    }
  }

  /// Makes a folder and those above it.
  static func makeFolders(_ path: String) throws(OutputError) {
    switch try kind(of: path) {
    case .folder: return
    case .file, .other:
      throw OutputError(
        SystemCall.error(SystemCall.notAFolder), path: path, doing: "write into")
    case .nothing: break
    }
    var prefix = path.hasPrefix("/") ? "/" : ""
    for part in path.split(separator: "/") {
      prefix = prefix.isEmpty ? String(part) : join(prefix, String(part))
      if try kind(of: prefix) != .folder { try makeFolder(prefix) }
    }
  }

  private static func kind(of path: String) throws(OutputError) -> SystemCall.Kind {
    do throws(SystemError) {
      return try SystemCall.kind(of: path)
    } catch {
      throw OutputError(error, path: path, doing: "open")
    }
  }

  static func names(in path: String) throws(OutputError) -> [String] {
    do throws(SystemError) {
      return try SystemCall.names(in: path)
    } catch {
      throw OutputError(error, path: path, doing: "list")
    }
  }

  static func checkName(_ name: String, in path: String) throws(OutputError) {
    let parts = name.split(separator: "/", omittingEmptySubsequences: false)
    let isUsable =
      !name.utf8.contains(0) && parts.allSatisfy { !$0.isEmpty && !$0.hasPrefix(".") }
    if isUsable { return }
    throw OutputError(
      .unusableName, path: path, message: "cannot write '\(name)' inside '\(path)'",
      hint: "a name is relative, and no part of it is empty or begins with a dot")
  }
}
