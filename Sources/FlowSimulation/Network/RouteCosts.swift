import PlainStorage
import TraffickingModel

/// What the organisations weigh routes by over one stage.
struct RouteCosts: Sendable {
  /// What the route choice of a class depends on.
  private struct Chooser: Sendable, BitwiseCopyable {
    var choiceSensitivity: Double
    var riskAversion: Double
    /// Where the costs of its organisation begin.
    var firstCost: Int
    /// The demand that it heads for, market times commodities plus commodity, or -1.
    var demand: Int
  }

  private let choosers: [Chooser]
  /// Money and time that a corridor costs (USD/kg), by organisation and corridor.
  private let costs: [Double]

  init(_ contents: ScenarioContents, layout: CorridorLayout, classes: [RoutingClass]) {
    choosers = classes.map { routingClass in
      let organisation = contents.organisations[routingClass.organisation]
      return Chooser(
        choiceSensitivity: organisation.choiceSensitivity, riskAversion: organisation.riskAversion,
        firstCost: routingClass.organisation.offset * layout.order.count,
        demand: routingClass.market.map {
          $0.offset * contents.commodities.count + routingClass.commodity.offset
        } ?? -1)
    }
    costs = contents.organisations.flatMap { organisation in
      layout.order.indices.map { layout.cost(of: $0, for: organisation, in: contents) }
    }
  }

  /// The demand that a class heads for, as prices are counted: market times commodities plus
  /// commodity. The class must head for a market.
  func demand(ofClass routingClass: Int) -> Int { choosers[routingClass].demand }

  /// What a seizure costs a class in its own eyes (USD/kg): risk aversion times price.
  ///
  /// - Parameter price: of the demand that it heads for (USD/kg).
  func risk(ofClass routingClass: Int, price: Double) -> Double {
    choosers[routingClass].riskAversion * price
  }

  /// Sets the utility of each way of a network for a class: minus the generalised cost per kilogram
  /// `cost + time value × days + risk × believed detection probability`, times the choice
  /// sensitivity.
  ///
  /// - Parameters:
  ///   - risk: what a seizure costs; see `risk(ofClass:price:)`.
  ///   - probabilities: the believed probability of detection on corridor `c` at `first + c`.
  func setUtilities(
    of logit: inout RecursiveLogit, in network: RouteNetwork, ofClass routingClass: Int,
    risk: Double, probabilities: borrowing Slab<Double>, from first: Int
  ) {
    let chooser = choosers[routingClass]
    logit.setUtilities(ofWays: network.ways.count) { way in
      let corridor = Int(network.ways[way].corridor)
      let cost = costs[chooser.firstCost + corridor] + risk * probabilities[first + corridor]
      return -chooser.choiceSensitivity * cost
    }
  }
}
