import ResultFiles
import ScenarioFormat
import TraffickingModel

/// What the folder of a sweep holds besides records and tables: which sweep it is.
public enum SweepFolder {
  /// The file with the experiment; it names scenarios in the folder and nothing outside it.
  public static let experimentName = "experiment.json"

  /// Which sweep a folder holds.
  ///
  /// - Throws: `SweepError.notASweep` when it does not say.
  public static func identity(in folder: String) throws(SweepError) -> SweepIdentity {
    let file = folder + "/" + SweepIdentity.fileName
    guard let node = try? JSONReader.read(path: file), let identity = SweepIdentity(node) else {
      throw SweepError.notASweep(folder: folder)
    }
    return identity
  }

  /// Opens a folder to write a sweep into, new or with one that was begun, even if it was copied
  /// without its hidden files.
  ///
  /// - Throws: `OutputError` when it cannot be made or locked, or holds files of somebody else.
  public static func open(_ path: String) throws(OutputError) -> OutputFolder {
    try OutputFolder(path: path, replace: true) { (try? identity(in: $0)) != nil }
  }

  /// What to do about a folder that cannot be read as it is.
  static let readingRemedy =
    "use the version of Panj that ran it, or put its \(experimentName) and scenarios back as they "
    + "were"

  /// The experiment of a folder.
  ///
  /// - Throws: `SweepError` when the folder holds no sweep, one of another version, or files that
  ///   were changed since it began; what is wrong with these.
  public static func experiment(in folder: String) throws -> Experiment {
    let found = try identity(in: folder)
    let experiment = try ExperimentReader.read(path: folder + "/" + experimentName)
    let own = SweepIdentity(of: experiment, shard: found.shard)
    if found == own { return experiment }
    var sameNumbers = own
    sameNumbers.experiment = found.experiment
    throw SweepError.otherSweep(
      folder: folder,
      difference: found.difference(from: sameNumbers)
        ?? "an experiment or scenarios that were changed since the sweep began",
      remedy: readingRemedy)
  }

  /// Writes the experiment with its scenarios, and no file that is there already as it should be.
  public static func write(
    _ experiment: Experiment, into folder: OutputFolder
  ) throws(OutputError) {
    for scenario in experiment.scenarios {
      try write(
        Experiment.scenarioFile(of: scenario.label), scenario.document.resolved, into: folder)
    }
    try write(experimentName, experiment.portableNode, into: folder)
  }

  /// Writes which sweep it is.
  ///
  /// `sweep.json` comes first: a folder is never one with files of a sweep that does not say whose
  /// they are.
  static func write(
    _ experiment: Experiment, identity: SweepIdentity, into folder: OutputFolder
  ) throws(OutputError) {
    try write(SweepIdentity.fileName, identity.node, into: folder)
    try write(experiment, into: folder)
  }

  private static func write(
    _ name: String, _ node: JSONNode, into folder: OutputFolder
  ) throws(OutputError) {
    let bytes = CanonicalJSON.bytes(node)
    if folder.bytes(name: name) != bytes { try folder.write(name: name, bytes: bytes) }
  }

  /// Takes away what a sweep has written: the mark of a whole one first, so that no half of it
  /// looks whole, then its records, then all that its data package lists.
  static func clear(_ folder: OutputFolder) throws(OutputError) {
    for name in [OutputFolder.runFileName, SweepStore.logName] { try folder.remove(name: name) }
    var names = ["errors.jsonl", FrictionlessPackage.fileName]
    if let bytes = folder.bytes(name: FrictionlessPackage.fileName),
      let package = try? JSONReader.read(bytes, file: FrictionlessPackage.fileName)
    {
      names += package["resources"]?.elements?.compactMap { $0["path"]?.string } ?? []
    }
    for name in names { try folder.remove(name: name) }
  }
}
