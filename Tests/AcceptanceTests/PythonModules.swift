import Foundation
import Testing

/// Programs of other people, which judge the files that Panj writes.
///
/// They may not be there: then tests are skipped, and say in capital letters what is missing.
enum PythonModules {
  /// Whether Python can import a module.
  static func has(_ name: String) -> Bool {
    let process = Process()
    process.executableURL = URL(fileURLWithPath: "/usr/bin/env")
    process.arguments = ["python3", "-c", "import \(name)"]
    process.standardError = FileHandle.nullDevice
    guard (try? process.run()) != nil else { return false }
    process.waitUntilExit()
    return process.terminationStatus == 0
  }

  static let hasSchemaValidator = has("jsonschema")
  static let hasPackageValidator = has("frictionless")
  static let hasPandas = has("pandas")
  static let hasDuckDB = has("duckdb")

  /// Whether there is R.
  static let hasR: Bool = {
    let path = ProcessInfo.processInfo.environment["PATH"] ?? ""
    return path.split(separator: ":").contains {
      FileManager.default.isExecutableFile(atPath: "\($0)/Rscript")
    }
  }()

  /// What is said when a module is missing.
  static func skip(_ name: String) -> Comment { "SKIPPED: python3 has no module \(name)" }

  /// What is said when R is missing.
  static let skipR: Comment = "SKIPPED: there is no Rscript"

  /// Runs a script with words as its arguments.
  static func run(_ script: String, _ words: [String]) throws -> CommandLineProcess.Ending {
    try CommandLineProcess(
      ["python3", "-W", "ignore", "-c", script] + words, program: "/usr/bin/env", limit: 120
    ).ending()
  }
}
