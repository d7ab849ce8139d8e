import TraffickingModel

/// One number of an outcome: a response for one combination of its dimensions.
public struct ResponseColumn: Sendable, Equatable {
  /// The response.
  public let response: Response
  /// The ids of the entities it is about, one for each dimension of the response.
  public let members: [String]
  /// Positions of the entities in the scenario.
  let positions: [Int]

  /// The column's name in tables: response and ids joined by double underscores, in lower case.
  public var name: String { ResponseColumn.name(of: response, members: members) }

  /// The name of the column of a response for some entities.
  public static func name(of response: Response, members: [String]) -> String {
    // Byte by byte, since ids are ASCII: a scenario has thousands of columns, and a sweep lays out
    // thousands of scenarios.
    var bytes = Array(response.rawValue.utf8)
    for member in members {
      bytes += "__".utf8
      bytes += member.utf8
    }
    for place in bytes.indices {
      switch bytes[place] {
      case UInt8(ascii: "A")...UInt8(ascii: "Z"): bytes[place] |= 0x20
      case UInt8(ascii: "-"): bytes[place] = UInt8(ascii: "_")
      default: break
      }
    }
    return String(decoding: bytes, as: UTF8.self)
  }

  /// What exactly is counted, in one sentence.
  public var definition: String {
    guard response == .incidents,
      let incident = Incident.allCases.first(where: { $0.name == members[0] })
    else { return response.definition }
    return incident.definition
  }

  /// The id along a dimension, `nil` when the response does not have it.
  public func member(_ dimension: Response.Dimension) -> String? {
    response.dimensions.firstIndex(of: dimension).map { members[$0] }
  }
}

extension Response {
  /// The columns of all responses for a scenario, in a fixed order.
  static func columns(for contents: ScenarioContents) -> [ResponseColumn] {
    Response.allCases.filter { $0.isDefined(in: contents) }.flatMap { response in
      var combinations: [[Int]] = [[]]
      for dimension in response.dimensions {
        let count = dimension.members(of: contents).count
        combinations = combinations.flatMap { prefix in (0..<count).map { prefix + [$0] } }
      }
      return combinations.map { positions in
        ResponseColumn(
          response: response,
          members: zip(response.dimensions, positions).map { dimension, position in
            dimension.members(of: contents)[position]
          },
          positions: positions)
      }
    }
  }
}

extension Response {
  /// Whether the section of the scenario is there that gives the response a meaning.
  private func isDefined(in contents: ScenarioContents) -> Bool {
    switch self {
    case .clashesBySection: contents.clashes != nil
    case .convertedKilograms, .inputStockKilograms: !contents.laboratories.isEmpty
    case .meanPrice:
      contents.markets.contains { $0.demands.contains { $0.response != nil } }
    default: true
    }
  }
}

extension Response.Dimension {
  /// The ids along the dimension, in the order of the scenario.
  public func members(of contents: ScenarioContents) -> [String] {
    switch self {
    case .commodity: contents.commodities.map(\.id)
    case .country: contents.countries.map(\.id)
    case .market: contents.markets.map(\.id)
    case .layer: Agency.Layer.allCases.map(\.rawValue)
    case .section: contents.sections.map(\.id)
    case .frontier: contents.frontiers.map(\.id)
    case .route: contents.routes.map(\.id)
    case .organisation: contents.organisations.map(\.id)
    case .policy: contents.policies.map(\.id)
    case .incident: Incident.all(in: contents).map(\.name)
    case .laboratory: contents.laboratories.map(\.id)
    case .checkpoint: contents.checkpoints.map(\.id)
    }
  }
}
