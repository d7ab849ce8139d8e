import ScenarioFormat
import Sweeps
import Testing
import TraffickingModel

/// Whatever stands in an experiment file, the reader answers in words and never traps.
@Suite("Experiment files with anything in them")
struct ExperimentFuzzTests {
  /// An experiment with a bit of everything.
  private static let members = """
    "scenarios": {"one": "river.json", "two": "river.json"}, "base": "two", "seed": 7,
    "factors": {
      "skill": {"parameter": "/agencies/*/skill", "where": {"layer": "customs"},
        "levels": [0.5, 1]},
      "stock": {"parameter": "/supplies/field/initialStockKilograms", "operation": "scale",
        "distribution": {"lognormal": {"mean": 1, "coefficientOfVariation": 0.5}}},
      "lanes": {"parameter": "/checkpoints/*/lanes",
        "distribution": {"triangular": {"lower": 1, "mode": 2, "upper": 4}}, "whole": true},
      "training": {"policy": "training"},
      "layer": {"choice": "/agencies/police/layer", "words": ["police", "customs"]}},
    "annotatedQuantities": {"together": "kind", "under": ["/corridors"], "except": ["/period"]},
    "design": {"morris": {"trajectories": 2, "levels": 4}},
    "replications": {"response": "seized", "relative": 0.1, "first": 10, "atMost": 20},
    "responses": {
      "seized": {"columns": ["seized_kg__*", "seizures__heroin"]},
      "spring": {"series": "seized_kg", "commodity": "heroin", "from": "2023-02-01",
        "until": "2023-03-01"}},
    "confidenceLevel": 0.9
    """

  /// Values that a mutation puts in the place of another.
  private static let values: [JSONNode] = [
    0, 1, -1, 0.5, 1e9, 1e-300, 1.7e308, 9_007_199_254_740_992, "", "*", "/", "/agencies/*/skill",
    "/routing", "2023-02-01", "training", "customs", "heroin", "seized", "grid", true, [], [0.1],
    [:], ["morris": ["trajectories": 2]], ["halton": ["points": 3]],
    ["saltelli": ["basePoints": 8]], ["list": ["points": [["skill": 0.3], [:]]]],
    ["oneAtATime": [:]], ["fourierAmplitude": ["samples": 70]],
    ["latinHypercube": ["points": 3, "maximin": true]],
    ["uniform": ["lower": -5, "upper": 5]], ["normal": ["mean": 0, "standardDeviation": 1e300]],
    ["lognormal": ["mean": 1e-300, "coefficientOfVariation": 1e300]],
  ]

  @Test("Hundreds of mutated experiments are read or refused", arguments: 0..<6)
  func mutations(seed: UInt64) throws {
    let folder = try ExperimentFolder()
    let node = try JSONReader.read(
      Array(ExperimentFolder.text(Self.members).utf8), file: "experiment.json")
    var luck = Luck(state: seed)
    var readable = 0
    for _ in 0..<40 {
      var mutated = node
      for _ in 0...Int(luck.next(2)) { mutated = Self.mutated(mutated, &luck) }
      do {
        let experiment = try folder.read(CanonicalJSON.text(mutated))
        let points = SweepPoints(of: experiment)
        for point in Set([0, experiment.pointCount / 2, experiment.pointCount - 1]) {
          #expect(experiment.values(ofPoint: point).count == experiment.factors.count)
          _ = try? points.prepared(point)
        }
        readable += 1
      } catch let error as ScenarioError {
        #expect(!error.problems.isEmpty)
      }
    }
    #expect(readable > 0, "some mutations do no harm")
  }

  @Test("Experiments with bytes knocked out are read or refused", arguments: 0..<4)
  func brokenBytes(seed: UInt64) throws {
    let folder = try ExperimentFolder()
    let bytes = Array(ExperimentFolder.text(Self.members).utf8)
    var luck = Luck(state: 100 + seed)
    for _ in 0..<60 {
      var broken = bytes
      for _ in 0...Int(luck.next(4)) {
        let place = Int(luck.next(UInt64(broken.count)))
        switch luck.next(3) {
        case 0: broken.remove(at: place)
        case 1: broken[place] = UInt8(luck.next(128))
        default: broken.insert(broken[Int(luck.next(UInt64(broken.count)))], at: place)
        }
      }
      do {
        _ = try folder.read(String(decoding: broken, as: UTF8.self))
      } catch let error as ScenarioError {
        #expect(!error.problems.isEmpty)
      }
    }
  }

  /// A document in which a value somewhere is another, or gone, or there twice.
  private static func mutated(
    _ node: JSONNode, _ luck: inout Luck, depth: Int = 0
  ) -> JSONNode {
    if depth > 0, luck.next(4) == 0 { return values[Int(luck.next(UInt64(values.count)))] }
    var result = node
    switch node.value {
    case .object(var object) where !object.isEmpty:
      let member = object.members[Int(luck.next(UInt64(object.count)))]
      if luck.next(6) == 0 {
        object.remove(member.key)
      } else {
        object.set(JSONMember(key: member.key, node: mutated(member.node, &luck, depth: depth + 1)))
      }
      result.value = .object(object)
    case .array(var elements) where !elements.isEmpty:
      let place = Int(luck.next(UInt64(elements.count)))
      elements[place] = mutated(elements[place], &luck, depth: depth + 1)
      if luck.next(6) == 0 { elements.append(elements[place]) }
      result.value = .array(elements)
    default: return values[Int(luck.next(UInt64(values.count)))]
    }
    return result
  }

  /// SplitMix64 (Steele, Lea and Flood 2014).
  private struct Luck {
    var state: UInt64

    mutating func next(_ bound: UInt64) -> UInt64 {
      state &+= 0x9e37_79b9_7f4a_7c15
      var word = state
      word = (word ^ (word >> 30)) &* 0xbf58_476d_1ce4_e5b9
      word = (word ^ (word >> 27)) &* 0x94d0_49bb_1331_11eb
      return (word ^ (word >> 31)) % bound
    }
  }
}
