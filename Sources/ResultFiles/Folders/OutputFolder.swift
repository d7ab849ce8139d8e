import Synchronization

/// The folder a run writes into: held by one process at a time, and never with a half-written file.
///
/// Opening takes an exclusive lock on the file `.lock` inside, which the operating system lets go
/// when the process ends, however it ends. Each file is first written under a temporary name in the
/// same folder, forced to the storage device and then renamed, so that a file under its final name
/// is whole even after a power failure.
///
/// The file `run.json` marks a folder as that of a whole run; the caller writes it last. A folder
/// with `.lock` and without `run.json` is that of a run that did not end.
public final class OutputFolder: Sendable {
  /// What opening found in the folder.
  public enum Content: Sendable, Equatable {
    /// Nothing: the folder is new or was empty.
    case nothing
    /// A whole run, with its `run.json`.
    case finishedRun
    /// A run that did not end.
    case unfinishedRun
  }

  /// The name of the file that marks a whole run.
  public static let runFileName = "run.json"

  static let lockName = ".lock"
  static let temporaryName = ".partial"
  static let streamName = ".partial-stream"
  static let logTemporaryName = ".partial-log"
  /// What a crash may leave behind, cleared away when the folder is opened again.
  static let temporaryNames = [temporaryName, streamName, logTemporaryName]

  /// The folder as the user named it.
  public let path: String

  /// What was there when the folder was opened.
  public let foundContent: Content

  struct State {
    /// The descriptor that holds the lock; nil once the folder is closed.
    var lock: Int32?
    /// Whether the mark of the earlier run is still to be taken away.
    var mustRemoveRunFile: Bool
  }

  private let state: Mutex<State>

  /// Opens a folder for writing, making it and the folders above it when they are not there.
  ///
  /// Nothing of an earlier run is touched here. With `replace`, the first `write` takes away its
  /// `run.json`, so that at no time does a mixture of two runs look whole; until then the earlier
  /// run stays usable, should the new one fail early. Files that the new run does not write again
  /// stay: see `fileNames()` and `remove(name:)`.
  ///
  /// - Parameters:
  ///   - path: the folder; relative to the working directory unless it begins with a slash.
  ///   - replace: whether an earlier run in the folder, whole or not, may be overwritten.
  ///   - isOwn: whether a folder without the marks of a run is the caller's all the same, as an
  ///     unfinished run that was copied without its hidden files.
  /// - Throws: `OutputError`: `.folderInUse` when another process has the folder open,
  ///   `.runExists` and `.notARunFolder` when it holds what must not be overwritten, `.system`
  ///   when it cannot be made or locked.
  public init(
    path: String, replace: Bool = false, recognising isOwn: (String) -> Bool = { _ in false }
  ) throws(OutputError) {
    precondition(!path.isEmpty && !path.utf8.contains(0), "a folder needs a name without NUL")
    try Self.makeFolders(path)
    // Looking before locking keeps the folder of somebody else free of our lock file; what counts
    // is what is found once nobody else can change it.
    _ = try Self.content(of: path, recognising: isOwn)
    let lock = try Self.lock(path)
    let content: Content
    do throws(OutputError) {
      content = try Self.content(of: path, recognising: isOwn)
      try Self.checkReplacing(content, path: path, replace: replace)
    } catch {
      let isWhole = (try? Self.content(of: path, recognising: isOwn)) == .finishedRun
      Self.release(lock, in: path, removing: isWhole)
      throw error
    }
    self.path = path
    foundContent = content
    state = Mutex(State(lock: lock, mustRemoveRunFile: content == .finishedRun))
    for name in Self.temporaryNames {
      try? SystemCall.removeFile(Self.join(path, name))
    }
  }

  deinit {
    close()
  }

  /// Lets go of the folder; doing it again does nothing.
  ///
  /// The lock file is removed when `run.json` is there or when nothing was written. Otherwise it
  /// stays, as the mark of a run that did not end.
  public func close() {
    state.withLock { state in
      guard let lock = state.lock else { return }
      state.lock = nil
      let names = (try? SystemCall.names(in: path)) ?? []
      let isWhole = names.contains(Self.runFileName)
      let isEmpty = names.allSatisfy { Self.isOurs($0) }
      Self.release(lock, in: path, removing: isWhole || isEmpty)
    }
  }

  /// Writes one file, which appears under its name only when it is whole.
  ///
  /// - Parameters:
  ///   - name: the name inside the folder, such as `responses.csv` or `figures/flow.svg`; folders
  ///     in it are made. It must not begin with a dot or lead out of the folder.
  ///   - bytes: the whole content.
  /// - Throws: `OutputError`; whatever was there under the name before is then still there, and no
  ///   temporary file is left. Writing to a closed folder is a precondition.
  public func write(name: String, bytes: [UInt8]) throws(OutputError) {
    try Self.checkName(name, in: path)
    try beginChanges()
    try state.withLock { _ throws(OutputError) in try replaceFile(name, with: bytes) }
  }

  /// What a file in the folder holds; `nil` when there is none that can be read.
  public func bytes(name: String) -> [UInt8]? { try? SystemCall.contents(Self.join(path, name)) }

  /// Makes a folder inside; one that is there already is no error.
  public func makeFolder(name: String) throws(OutputError) {
    try Self.checkName(name, in: path)
    _ = try makeFolders(above: name + "/file")
  }

  /// Begins a file that is written piece by piece; one at a time in each folder.
  public func stream(name: String) throws(OutputError) -> FileStream {
    try Self.checkName(name, in: path)
    try beginChanges()
    let folder = try makeFolders(above: name)
    return try FileStream(
      path: Self.join(path, name), temporary: Self.join(folder, Self.streamName), folder: folder)
  }

  /// Opens a log inside the folder; see `AppendLog`.
  public func log(
    name: String, onLine: (AppendLog.Place, ArraySlice<UInt8>) -> Void
  ) throws(OutputError) -> AppendLog {
    try Self.checkName(name, in: path)
    return try AppendLog(path: Self.join(path, name), onLine: onLine)
  }

  /// Takes away the mark of a whole run, before the first file of another is written.
  private func beginChanges() throws(OutputError) {
    try state.withLock { state throws(OutputError) in
      precondition(state.lock != nil, "the folder is closed")
      guard state.mustRemoveRunFile else { return }
      try remove(Self.runFileName)
      state.mustRemoveRunFile = false
    }
  }

  /// Writes one text file as UTF-8; otherwise as for bytes.
  public func write(name: String, text: String) throws(OutputError) {
    try write(name: name, bytes: Array(text.utf8))
  }

  /// The names of what is in the folder, in the order of their bytes, without those with a dot in
  /// front; files in folders inside it are not listed.
  ///
  /// - Throws: `OutputError` when the folder cannot be read.
  public func fileNames() throws(OutputError) -> [String] {
    try Self.names(in: path).filter { !$0.hasPrefix(".") }
  }

  /// Removes one file of an earlier run; a file that is not there is no error.
  ///
  /// - Throws: `OutputError` when it cannot be removed.
  public func remove(name: String) throws(OutputError) {
    try Self.checkName(name, in: path)
    try state.withLock { state throws(OutputError) in
      precondition(state.lock != nil, "the folder is closed")
      try remove(name)
    }
  }

  private func remove(_ name: String) throws(OutputError) {
    let file = Self.join(path, name)
    do throws(SystemError) {
      try SystemCall.removeFile(file)
      try Self.synchroniseFolder(path)
    } catch {
      if error.code == SystemCall.noSuchFile { return }
      throw OutputError(error, path: file, doing: "remove")
    }
  }
}
