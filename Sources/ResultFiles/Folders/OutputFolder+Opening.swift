extension OutputFolder {
  /// Whether a name is one of those this type itself puts into a folder.
  static func isOurs(_ name: String) -> Bool {
    name == lockName || temporaryNames.contains(name)
  }

  /// What a folder holds, as far as opening it goes.
  ///
  /// Throws when it holds something, and neither a whole run nor the lock of a run that did not end
  /// nor what the caller recognises says that Panj wrote it: overwriting somebody's other files is
  /// worse than asking again.
  static func content(
    of path: String, recognising isOwn: (String) -> Bool
  ) throws(OutputError) -> Content {
    let names = try names(in: path)
    if names.contains(runFileName) { return .finishedRun }
    let others = names.filter { !isOurs($0) && $0 != ".DS_Store" }
    if others.isEmpty { return .nothing }
    // A copy of a folder may lack its hidden files.
    if names.contains(lockName) || isOwn(path) { return .unfinishedRun }
    throw OutputError(
      .notARunFolder, path: path,
      message: "the folder '\(path)' holds files that are not a run, such as '\(others[0])'",
      hint: "name a new or empty folder")
  }

  static func checkReplacing(
    _ content: Content, path: String, replace: Bool
  ) throws(OutputError) {
    if replace || content == .nothing { return }
    let what = content == .finishedRun ? "a finished run" : "a run that did not end"
    throw OutputError(
      .runExists, path: path, message: "the folder '\(path)' already holds \(what)",
      hint: "name another folder, or say that this one is to be replaced")
  }

  /// Whether two paths lead to the same folder or file; not so where one leads nowhere.
  public static func isSame(_ path: String, as other: String) -> Bool {
    guard let identity = SystemCall.identity(of: path) else { return false }
    return identity == SystemCall.identity(of: other)
  }

  /// Takes the lock of a folder and returns the descriptor that holds it.
  static func lock(_ path: String) throws(OutputError) -> Int32 {
    let file = join(path, lockName)
    do throws(SystemError) {
      while true {
        let descriptor = try SystemCall.openForWriting(file, truncating: false)
        do throws(SystemError) {
          guard try SystemCall.lockExclusively(descriptor) else {
            try? SystemCall.close(descriptor)
            break
          }
        } catch {
          try? SystemCall.close(descriptor)
          throw error
        }
        // Between opening and locking, whoever held the lock may have removed the file: then this
        // lock is on a file that nobody else will ever find.
        if let held = SystemCall.identity(of: descriptor), held == SystemCall.identity(of: file) {
          return descriptor
        }
        try? SystemCall.close(descriptor)
      }
    } catch {
      throw OutputError(error, path: path, doing: "write into")
    }
    throw OutputError(
      .folderInUse, path: path, message: "another process is writing into the folder '\(path)'",
      hint: "wait for it to end, or name another folder")
  }

  /// Gives a lock back; its file is removed first, while nobody else can hold it.
  static func release(_ lock: Int32, in path: String, removing: Bool) {
    if removing { try? SystemCall.removeFile(join(path, lockName)) }
    try? SystemCall.close(lock)
  }
}
