import ScenarioFormat

/// The description of a folder of result files, for `datapackage.json`.
///
/// Data Package version 2 (https://datapackage.org): what files there are, what each column means
/// and in what unit, and a hash of every file. It holds no time of writing, so that the same
/// results give the same bytes.
public struct FrictionlessPackage: Sendable {
  /// The name under which readers look for the description.
  public static let fileName = "datapackage.json"

  /// A short name of lower-case letters, digits, `-`, `.`, `_` and `/`.
  public var name: String

  /// What the package holds, in a few words.
  public var title: String

  /// What a reader needs to know to use it; empty to say nothing.
  public var summary: String

  /// The files, in the order of the description.
  public private(set) var resources: [DataPackageResource] = []

  /// A package without files; a name with other characters is a precondition.
  public init(name: String, title: String, summary: String = "") {
    precondition(DataPackageResource.isName(name), "'\(name)' is no name for a package")
    self.name = name
    self.title = title
    self.summary = summary
  }

  /// Adds a file; two of one name are a precondition.
  public mutating func add(_ resource: DataPackageResource) {
    precondition(
      !resources.contains { $0.name == resource.name },
      "the package already has a resource '\(resource.name)'")
    resources.append(resource)
  }

  /// The text of `datapackage.json`; a package without files is a precondition.
  public func jsonText() -> String {
    precondition(!resources.isEmpty, "a data package needs at least one file")
    var members: [(String, JSONNode)] = [
      ("$schema", "https://datapackage.org/profiles/2.0/datapackage.json"),
      ("name", .string(name)),
      ("title", .string(title)),
    ]
    if !summary.isEmpty { members.append(("description", .string(summary))) }
    members.append(("resources", .array(resources.map(\.json))))
    return CanonicalJSON.text(.object(members))
  }
}
