import Foundation

/// The recursive logit solved the plain way: in logarithms, over all places, with the libraries'
/// functions. What the fast solution is held to.
enum RouteReference {
  /// By place and by link, of a graph whose links are given in order of their tails; `nil` when
  /// 10,000 passes do not suffice.
  static func solution(
    _ graph: RecursiveLogitTests.Graph, to destination: Int
  ) -> (values: [Double], shares: [Double])? {
    var values = [Double](repeating: -.infinity, count: graph.placeCount)
    values[destination] = 0
    for _ in 0..<10_000 {
      var largestMove = 0.0
      for place in 0..<graph.placeCount where place != destination {
        let utilities = links(of: graph, leaving: place).map {
          graph.links[$0].utility + values[graph.links[$0].head]
        }
        let updated = logarithmOfSum(utilities)
        if updated > 600 { return nil }
        if updated == values[place] { continue }
        largestMove = max(largestMove, abs(updated - values[place]) / max(1, abs(updated)))
        values[place] = updated
      }
      if largestMove <= 1e-14 { return (values, shares(of: graph, values, destination)) }
    }
    return nil
  }

  private static func links(
    of graph: RecursiveLogitTests.Graph, leaving place: Int
  ) -> [Int] {
    graph.links.indices.filter { graph.isOpen[$0] && graph.links[$0].tail == place }
  }

  private static func logarithmOfSum(_ terms: [Double]) -> Double {
    guard let largest = terms.max(), largest > -.infinity else { return -.infinity }
    return largest + log(terms.reduce(0) { $0 + exp($1 - largest) })
  }

  private static func shares(
    of graph: RecursiveLogitTests.Graph, _ values: [Double], _ destination: Int
  ) -> [Double] {
    graph.links.indices.map { number in
      let link = graph.links[number]
      guard graph.isOpen[number], link.tail != destination, values[link.tail] > -.infinity
      else { return 0 }
      return exp(link.utility + values[link.head] - values[link.tail])
    }
  }
}
