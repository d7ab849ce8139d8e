import Experiments
import FlowSimulation
import Reporting
import ScenarioFormat
import TraffickingModel

/// A run of a scenario of one guarded crossing, with a commodity that nobody moves.
enum SampleRun {
  static let text = """
    {
      "format": "panj-scenario/1", "title": "One crossing", "description": "For tests.",
      "period": {"start": "2024-01-01", "end": "2024-04-01"}, "routing": "recursiveLogit",
      "source": "assumption",
      "sources": {
        "assumption": {"title": "A", "publisher": "P", "year": 2026},
        "survey": {"title": "S", "publisher": "P", "year": 2020}
      },
      "countries": {"AFG": {"name": "Afghanistan"}, "TJK": {"name": "Tajikistan"}},
      "commodities": {"heroin": {"name": "Heroin"}, "tea": {"name": "Tea"}},
      "modes": {
        "road": {
          "name": "Road", "kilometresPerDay": {"value": 100, "low": 50, "high": 200},
          "costPerKilogramPerThousandKilometres": 10
        }
      },
      "agencies": {"guard": {"name": "Guard", "country": "TJK", "layer": "borderGuard"}},
      "frontiers": {
        "river": {
          "name": "River", "between": ["TJK", "AFG"],
          "lengthKilometres": {"value": 100, "source": "survey"},
          "sections": {
            "bank": {
              "name": "Bank",
              "lengthKilometres": {"value": 100, "source": "survey", "note": "a, \\"b\\""},
              "bandWidthKilometres": 1, "crossingDays": 1,
              "patrols": {"guard": {"kilometresPerDay": 100, "sweepWidthKilometres": 0.5}}
            }
          }
        }
      },
      "places": {
        "origin": {"name": "Origin", "country": "AFG", "latitude": 36, "longitude": 68},
        "target": {"name": "Target", "country": "TJK", "latitude": 38, "longitude": 69}
      },
      "corridors": {
        "way": {
          "from": "origin", "to": "target", "mode": "road", "lengthKilometres": 200,
          "section": "bank", "crossing": "green"
        }
      },
      "organisations": {
        "a": {
          "name": "Organisation A", "choiceSensitivity": 0.01, "riskAversion": 1,
          "timeValuePerKilogramDay": 1
        }
      },
      "supplies": {
        "field": {
          "place": "origin", "commodity": "heroin", "initialStockKilograms": 200,
          "productionKilogramsPerYear": 100, "releasePerYear": 2, "clusteringShape": 5,
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

  /// The scenario.
  static func document() throws(ScenarioError) -> ScenarioDocument {
    try ScenarioDocument(JSONReader.read(Array(text.utf8), file: "one.json"), path: "one.json")
  }

  /// A run of it.
  static func record(
    _ stopping: StoppingRule = .fixed(4), cancellation: Cancellation = Cancellation()
  ) throws -> RunRecord {
    let document = try document()
    let plan = BatchPlan(seed: 7, stopping: stopping, workerCount: 2)
    let batch = ReplicationBatch(
      of: try CompiledNetwork(document.scenario), plan: plan, cancellation: cancellation)
    return RunRecord(
      document: document, plan: plan, result: try batch.run(), command: ["panj", "run"],
      startedAt: "2026-01-01T00:00:00Z", finishedAt: "2026-01-01T00:00:01Z")
  }
}
