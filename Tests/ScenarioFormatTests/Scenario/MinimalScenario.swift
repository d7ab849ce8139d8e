import ScenarioFormat
import TraffickingModel

/// A scenario of required keys only, and what becomes of it when something is changed.
enum MinimalScenario {
  static let text = """
    {
      "format": "panj-scenario/1",
      "title": "Minimal",
      "description": "Only what is required.",
      "period": {"start": "2024-01-01", "end": "2025-01-01"},
      "routing": "recursiveLogit",
      "countries": {"AFG": {"name": "Afghanistan"}, "TJK": {"name": "Tajikistan"}},
      "commodities": {"heroin": {"name": "Heroin"}},
      "modes": {
        "road": {
          "name": "Road", "kilometresPerDay": 100, "costPerKilogramPerThousandKilometres": 10
        }
      },
      "places": {
        "origin": {"name": "Origin", "country": "AFG", "latitude": 36, "longitude": 68},
        "target": {"name": "Target", "country": "TJK", "latitude": 38, "longitude": 69}
      },
      "corridors": {
        "way": {"from": "origin", "to": "target", "mode": "road", "lengthKilometres": 200}
      },
      "organisations": {
        "a": {
          "name": "A", "choiceSensitivity": 0.01, "riskAversion": 1, "timeValuePerKilogramDay": 1
        }
      },
      "supplies": {
        "field": {
          "place": "origin", "commodity": "heroin", "initialStockKilograms": 10,
          "productionKilogramsPerYear": 20, "releasePerYear": 1, "clusteringShape": 5,
          "consignmentKilograms": 2, "organisations": {"a": 1}
        }
      },
      "markets": {
        "town": {
          "name": "Town", "place": "target",
          "commodities": {"heroin": {"demandKilogramsPerYear": 5, "pricePerKilogram": 100}}
        }
      }
    }
    """

  /// The scenario with a JSON Merge Patch applied.
  static func document(_ patch: String = "{}") throws(ScenarioError) -> ScenarioDocument {
    try ScenarioDocument(JSONMergePatch.apply(node(patch), to: node(text)))
  }

  /// What the scenario with a JSON Merge Patch applied says.
  static func contents(_ patch: String = "{}") throws(ScenarioError) -> ScenarioContents {
    try document(patch).scenario.contents
  }
}
