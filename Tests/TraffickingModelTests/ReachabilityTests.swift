import TestSupport
import Testing
import TraffickingModel

/// Who can get where, and which markets are served.
@Suite("Reachability")
struct ReachabilityTests {
  /// a → b → c, d → b, and e on its own.
  private var network: TestNetwork {
    var network = TestNetwork(.recursiveLogit)
    network.corridor("ab", "a", "b")
    network.corridor("bc", "b", "c")
    network.corridor("db", "d", "b")
    network.place("e")
    return network
  }

  private func reaching(_ target: String, without closed: String? = nil) -> [String] {
    let network = network
    let reaches = IncomingCorridors(network.contents) { $0.id != closed }
      .placesReaching([network.placeIndex(target)])
    return zip(network.contents.places, reaches).filter(\.1).map(\.0.id)
  }

  @Test("a place is reached from all that lead to it, and from itself")
  func upstream() {
    #expect(reaching("c") == ["a", "b", "c", "d"])
  }

  @Test("a place to which nothing leads is reached from itself alone")
  func alone() {
    #expect(reaching("e") == ["e"])
  }

  @Test("corridors that do not count lead nowhere")
  func condition() {
    #expect(reaching("c", without: "db") == ["a", "b", "c"])
  }

  @Test("circles end the search")
  func circle() {
    var network = network
    network.corridor("ca", "c", "a")
    let reaches = IncomingCorridors(network.contents) { _ in true }
      .placesReaching([network.placeIndex("a")])
    #expect(reaches.count { $0 } == 4)
  }

  @Test("served are the reachable markets with demand, by demand times own weight")
  func served() {
    var network = network
    network.market("near", at: "b", takes: ["heroin": 100])
    network.market("far", at: "c", takes: ["heroin": 40])
    network.market("off", at: "e", takes: ["heroin": 70])
    network.organisation("choosy", serving: ["far": 2, "off": 5])
    let reachability = Reachability(network.contents)
    let served = network.contents.servedMarkets(
      by: network.contents.organisations[network.organisationIndex("choosy")],
      with: network.commodityIndex("heroin"), from: network.placeIndex("a"), in: reachability)
    #expect(served.map(\.market) == [network.marketIndex("far")] && served.map(\.weight) == [80])
  }

  @Test("an organisation without weights serves all by demand alone")
  func allByDemand() {
    var network = network
    network.market("near", at: "b", takes: ["heroin": 100])
    network.market("far", at: "c", takes: ["heroin": 40])
    let reachability = Reachability(network.contents)
    let served = network.contents.servedMarkets(
      by: network.contents.organisations[0], with: network.commodityIndex("heroin"),
      from: network.placeIndex("a"), in: reachability)
    #expect(served.map(\.weight) == [100, 40])
  }

  @Test("a corridor is shut by its own closures and those of its ends")
  func closures() {
    var network = TestNetwork()
    network.closure("one", from: "01-01", until: "02-01")
    network.closure("two", from: "03-01", until: "04-01")
    network.closure("three", from: "05-01", until: "06-01")
    network.closure("four", from: "07-01", until: "08-01")
    network.place("a", closures: ["one"])
    network.place("b", closures: ["two", "one"])
    network.corridor("ab", "a", "b", closures: ["three"])
    let closures = network.contents.closures(of: network.contents.corridors[0])
    #expect(closures == [Closure.Index(0), Closure.Index(1), Closure.Index(2)])
  }
}
