import Foundation
import ScenarioFormat
import Sweeps
import TestSupport
import Testing
import TraffickingModel

/// A folder with a small scenario, in which experiments on it are written and read.
struct ExperimentFolder {
  let temporary: TemporaryFolder

  init() throws {
    temporary = try TemporaryFolder()
    try temporary.put("river.json", Self.scenario)
  }

  /// A scenario with everything that a factor can vary: numbers, ranges, a policy and words.
  static let scenario = """
    {
      "format": "panj-scenario/1",
      "title": "A river",
      "description": "Two banks of a river; invented for tests of experiments.",
      "period": {
        "start": "2023-01-01", "end": "2023-04-01",
        "warmUpDays": {"value": 10, "low": 5, "high": 20}
      },
      "routing": "recursiveLogit",
      "countries": {"AFG": {"name": "Afghanistan"}, "TJK": {"name": "Tajikistan"}},
      "commodities": {"heroin": {"name": "Heroin"}, "opium": {"name": "Opium"}},
      "modes": {
        "trail": {
          "name": "Trail", "kilometresPerDay": 25, "costPerKilogramPerThousandKilometres": 10
        }
      },
      "agencies": {
        "guard": {
          "name": "Guard", "country": "TJK", "layer": "borderGuard",
          "skill": {"value": 0.8, "low": 0.5, "high": 1}
        },
        "customs": {
          "name": "Customs", "country": "TJK", "layer": "customs",
          "skill": {
            "value": 0.6, "distribution": {"normal": {"mean": 0.6, "standardDeviation": 0.1}}
          }
        },
        "police": {"name": "Police", "country": "TJK", "layer": "police"}
      },
      "checkpoints": {
        "bridge": {
          "name": "Bridge", "lanes": 2, "inspectionMinutes": 30, "inspectedShare": 0.5,
          "licitVehiclesPerDay": 10, "queueLimit": 5
        }
      },
      "frontiers": {
        "tjk-afg": {
          "name": "River", "between": ["TJK", "AFG"],
          "lengthKilometres": {"value": 100, "low": 90, "high": 110},
          "sections": {
            "ford": {"name": "Ford", "lengthKilometres": {"value": 100, "low": 90, "high": 110}}
          }
        }
      },
      "places": {
        "south": {"name": "South", "country": "AFG", "latitude": 36, "longitude": 68},
        "north": {"name": "North", "country": "TJK", "latitude": 38, "longitude": 69}
      },
      "corridors": {
        "crossing": {
          "from": "south", "to": "north", "mode": "trail", "section": "ford",
          "crossing": "checkpoint", "checkpoint": "bridge",
          "lengthKilometres": {"value": 60, "low": 50, "high": 80},
          "layers": {"guard": 0.2, "customs": {"value": 0.1, "low": 0.05, "high": 0.3}}
        }
      },
      "organisations": {
        "a": {
          "name": "A", "choiceSensitivity": 0.01, "riskAversion": 1, "timeValuePerKilogramDay": 2
        }
      },
      "supplies": {
        "field": {
          "place": "south", "commodity": "heroin", "initialStockKilograms": 100,
          "productionKilogramsPerYear": 0, "releasePerYear": 2, "clusteringShape": 5,
          "consignmentKilograms": 2, "organisations": {"a": 1}
        }
      },
      "markets": {
        "town": {
          "name": "Town", "place": "north",
          "commodities": {"heroin": {"demandKilogramsPerYear": 50, "pricePerKilogram": 6000}}
        }
      },
      "policies": {
        "training": {
          "name": "Training", "enabled": false, "from": "2023-02-01",
          "changes": {"skill": {"parameter": "/agencies/*/skill", "scale": 1.2}}
        }
      }
    }
    """

  /// Members of an experiment: those given, and what every experiment needs.
  static func text(_ members: String) -> String {
    var text = "{\n"
    for (key, value) in [
      ("format", "\"panj-experiment/1\""), ("title", "\"A test\""),
      ("description", "\"Of reading.\""), ("scenarios", "{\"base\": \"river.json\"}"),
      ("replications", "2"), ("responses", "{\"seized\": {\"columns\": [\"seized_kg__heroin\"]}}"),
    ] where !members.contains("\"\(key)\":") {
      text += "  \"\(key)\": \(value),\n"
    }
    return text + "  " + members + "\n}\n"
  }

  /// Reads an experiment of these members.
  func experiment(_ members: String) throws -> Experiment {
    try read(Self.text(members))
  }

  /// Reads an experiment file of this text.
  func read(_ text: String) throws -> Experiment {
    try temporary.put("experiment.json", text)
    return try ExperimentReader.read(path: temporary.path("experiment.json"))
  }

  /// What is wrong with an experiment of these members; nothing when it can be read.
  func problems(_ members: String) throws -> [ScenarioProblem] {
    do {
      _ = try experiment(members)
      return []
    } catch let error as ScenarioError {
      return error.problems
    }
  }

  /// The document of a point.
  func document(_ members: String, point: Int) throws -> JSONNode {
    try SweepPoints(of: experiment(members)).document(ofPoint: point).node
  }
}

extension JSONNode {
  /// The number at a pointer, plain or annotated.
  func number(_ pointer: JSONPointer) -> Double? {
    let node = pointer.resolve(in: self)
    return (node?.number ?? node?["value"]?.number)?.double
  }
}
