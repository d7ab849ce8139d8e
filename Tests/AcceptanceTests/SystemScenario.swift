import Foundation

/// A system that the source documents name, the scenario that switches it on, and what that does.
struct SystemScenario: Codable, Sendable {
  /// The id of the system.
  var system: String
  /// The scenario it is compared with, from `scenarios/`.
  var base: String
  /// The scenario that switches it on, from `scenarios/`.
  var scenario: String
  /// The response it is about: a column of `panj compare --format csv`.
  var column: String
  /// Where it moves the response.
  var direction: Direction
  /// Why it does not move, or not as the document claims.
  var reason: String?
  /// How many replications show it.
  var replications: Int

  /// Where a response moves.
  enum Direction: String, Codable, Sendable {
    /// The interval of the difference lies above zero.
    case up
    /// It lies below zero.
    case down
    /// It contains zero; the reason says why.
    case none
  }

  /// Every system, as the table of `scenarios/README.md` lists them.
  static func all() throws -> [SystemScenario] {
    let path = CommandLineRepository.root + "/Tests/AcceptanceTests/Resources/systems.json"
    return try JSONDecoder().decode(
      [SystemScenario].self, from: Data(contentsOf: URL(fileURLWithPath: path)))
  }

  /// What the five source documents name.
  static let named: Set = [
    "sco-anti-drug-center", "joint-operations", "controlled-delivery",
    "sco-2004-agreement-and-working-groups", "sco-strategies", "publicity-and-education",
    "operation-spider-web", "synthetics-growth", "lab-relocation",
    "online-and-electronic-payment", "bilateral-cooperation", "china-afghanistan-assistance",
    "belt-and-road-route", "cultivation-shock", "precursor-control", "csto-border-programme",
    "bomca-surveillance", "us-and-china-border-aid", "afghan-side-buildup",
    "ruling-movement-participation", "well-armed-smugglers", "treatment-and-recovery",
    "sco-unodc-partnership", "three-level-mechanism",
  ]
}
