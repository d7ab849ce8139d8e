import TraffickingModel

/// The route networks of all classes and sets of open corridors, each built once.
struct RouteNetworks {
  private(set) var networks: [RouteNetwork] = []
  private let graph: PlaceGraph
  /// The distinct sets of places where consignments of a class can be in any season.
  private var reaches: [[Bool]] = []
  private var reachOfClass: [Int] = []
  /// The distinct sets of open corridors met so far.
  private var openSets: [[Bool]: OpenSet] = [:]
  private var numbers: [Key: Int] = [:]

  /// What a set of open corridors is known by, and the places in the order that it gives them.
  private struct OpenSet {
    var number: Int
    var order: [Int32]
  }

  /// What tells two route networks apart.
  private struct Key: Hashable {
    var openSet: Int
    var reach: Int
    var destination: Int
  }

  /// - Parameter admitted: by commodity and corridor, whether the corridor admits it.
  init(
    _ graph: PlaceGraph, admitted: [[Bool]], stages: [NetworkStage], classes: [RoutingClass]
  ) {
    self.graph = graph
    var origins = [Set<Int>](repeating: [], count: classes.count)
    for supply in stages.lazy.flatMap(\.supplies) {
      for choice in supply.dispatchers.lazy.flatMap(\.choices) {
        origins[Int(choice.routingClass)].insert(Int(supply.place))
      }
    }
    var known: [[Bool]: Int] = [:]
    for (number, routingClass) in classes.enumerated() {
      // Who waits where all ways are closed goes on when others open: closures are left aside.
      let isReached = graph.placesReached(
        from: origins[number].sorted(), isUsable: admitted[routingClass.commodity.offset])
      let reach = known[isReached] ?? reaches.count
      if reach == reaches.count {
        known[isReached] = reach
        reaches.append(isReached)
      }
      reachOfClass.append(reach)
    }
  }

  /// The number of the network in which a class chooses its routes to a place.
  mutating func number(
    ofClass routingClass: Int, to destination: Int, isOpen: [Bool]
  ) -> Int {
    let openSet =
      openSets[isOpen]
      ?? OpenSet(number: openSets.count, order: graph.placesSuccessorsFirst(isUsable: isOpen))
    openSets[isOpen] = openSet
    let key = Key(
      openSet: openSet.number, reach: reachOfClass[routingClass], destination: destination)
    if let number = numbers[key] { return number }
    numbers[key] = networks.count
    networks.append(
      RouteNetwork(
        in: graph, order: openSet.order, isOpen: isOpen, isReached: reaches[key.reach],
        destination: destination))
    return networks.count - 1
  }
}
