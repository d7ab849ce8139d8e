/// Faults of laboratories, of corridors for some commodities and of prices that answer.
extension WrongScenario {
  /// The small scenario with a laboratory in Osh that makes heroin of opium; the passage says what
  /// stands in for one of its parts.
  ///
  /// - Parameter others: more laboratories.
  private static func laboratory(
    market: String = "bazaar", supply: String = "osh-heroin", recipe: String = "{\"opium\": 10}",
    place: String = "osh", capacity: String = "1", others: String = ""
  ) -> String {
    """
    "laboratories": {
        "kitchen": {
          "name": "Kitchen", "market": "\(market)",
          "supply": "\(supply)",
          "recipe": \(recipe),
          "capacityKilogramsPerDay": \(capacity)
        }\(others)
      },
      "supplies": {
        "osh-heroin": {
          "place": "\(place)", "commodity": "heroin", "initialStockKilograms": 0,
          "productionKilogramsPerYear": 0, "releasePerYear": 10, "clusteringShape": 5,
          "consignmentKilograms": 2, "organisations": {"a": 1}
        },

    """
  }

  private static let supplies = "\"supplies\": {\n"

  /// Under fixed routing, to which the small scenario is not a stranger.
  private static let fixedRouting = ("\"recursiveLogit\"", "\"fixed\"")

  private static func second(market: String, supply: String, recipe: String) -> String {
    """
    ,
        "second": {
          "name": "Second", "market": "\(market)", "supply": "\(supply)",
          "recipe": \(recipe), "capacityKilogramsPerDay": 1
        }
    """
  }

  /// What is right with nothing replaced in it.
  static let rightLaboratory = (passage: supplies, replacement: laboratory())

  static let laboratories = [
    WrongScenario(
      supplies, laboratory(market: "osh"), with: bazaar, at: "/laboratories/kitchen/market",
      mark: "\"market\": \"osh\"", found: "\"osh\", which takes the laboratory's own product",
      allowed: "a market that takes inputs only"),
    WrongScenario(
      supplies, laboratory(place: "dushanbe"), with: bazaar, at: "/laboratories/kitchen/supply",
      mark: "\"supply\": \"osh-heroin\"", found: "\"osh-heroin\" at \"dushanbe\"",
      allowed: "a supply at \"osh\", where the inputs are delivered"),
    WrongScenario(
      supplies, laboratory(recipe: "{\"opium\": 10, \"heroin\": 1}"), with: bazaar,
      at: "/laboratories/kitchen/recipe/heroin", mark: "\"heroin\": 1}",
      found: "the product itself", allowed: "inputs other than what the supply is of"),
    WrongScenario(
      supplies, laboratory(recipe: "{\"acid\": 2}"),
      besides: ("\"opium\": {\"name\"", "\"acid\": {\"name\": \"Acid\"}, \"opium\": {\"name\""),
      with: bazaar,
      at: "/laboratories/kitchen/recipe/acid", mark: "{\"acid\": 2}",
      found: "acid, which the market \"bazaar\" does not take",
      allowed: "inputs that are delivered",
      hint: "add it to /markets/bazaar/commodities"),
    WrongScenario(
      supplies,
      laboratory(
        others: second(market: "bazaar", supply: "second-heroin", recipe: "{\"opium\": 9}"))
        + secondSupply, with: bazaar,
      at: "/laboratories/second/market", mark: "\"name\": \"Second\"",
      found: "\"bazaar\", which another laboratory uses", allowed: "a market of its own"),
    WrongScenario(
      supplies,
      laboratory(
        others: second(market: "stall", supply: "osh-heroin", recipe: "{\"opium\": 9}")),
      besides: otherMarket, with: bazaar, at: "/laboratories/second/supply",
      mark: "\"name\": \"Second\"",
      found: "\"osh-heroin\", which another laboratory fills", allowed: "a supply of its own"),
    WrongScenario(
      supplies, laboratory(market: "bazar"), with: bazaar, at: "/laboratories/kitchen/market",
      mark: "\"bazar\"",
      found: "\"bazar\"", allowed: "a market, a key of /markets", hint: "did you mean \"bazaar\"?"),
    WrongScenario(
      supplies, laboratory(supply: "osh-heroine"), with: bazaar, at: "/laboratories/kitchen/supply",
      mark: "\"osh-heroine\"", found: "\"osh-heroine\"",
      allowed: "a supply, a key of /supplies", hint: "did you mean \"osh-heroin\"?"),
    WrongScenario(
      supplies, laboratory(recipe: "{\"opuim\": 10}"), with: bazaar,
      at: "/laboratories/kitchen/recipe/opuim",
      mark: "\"opuim\"", found: "\"opuim\"", allowed: "a commodity, a key of /commodities",
      hint: "did you mean \"opium\"?"),
    WrongScenario(
      supplies, laboratory(recipe: "{}"), with: bazaar, at: "/laboratories/kitchen/recipe",
      mark: "\"recipe\"", found: "0 members", allowed: "1 to 20 members"),
    WrongScenario(
      supplies, laboratory(recipe: "{\"opium\": 0}"), with: bazaar,
      at: "/laboratories/kitchen/recipe/opium",
      mark: "\"recipe\"", found: "found 0", allowed: "from 1e-6 to 1000000"),
    WrongScenario(
      supplies, laboratory(capacity: "-1"), with: bazaar,
      at: "/laboratories/kitchen/capacityKilogramsPerDay",
      mark: "\"capacityKilogramsPerDay\"", found: "found -1", allowed: "in kg/day"),
    WrongScenario(
      supplies, laboratory(capacity: "1, \"batchDays\": 0"), with: bazaar,
      at: "/laboratories/kitchen/batchDays", mark: "\"batchDays\"", found: "found 0",
      allowed: "from 0.1 to 365, in days"),
    WrongScenario(
      supplies, laboratory(), besides: fixedRouting, with: bazaar, at: "/laboratories/kitchen",
      mark: "\"kitchen\"", found: "a laboratory under \"fixed\" routing",
      allowed: "laboratories under \"recursiveLogit\" only"),
  ]

  private static let secondSupply = """
        "second-heroin": {
          "place": "osh", "commodity": "heroin", "initialStockKilograms": 0,
          "productionKilogramsPerYear": 0, "releasePerYear": 10, "clusteringShape": 5,
          "consignmentKilograms": 2, "organisations": {"a": 1}
        },

    """

  /// A market in Osh that takes opium alone.
  static let bazaar = (
    "\"markets\": {\n",
    """
    "markets": {
        "bazaar": {
          "name": "Bazaar", "place": "osh",
          "commodities": {"opium": {"demandKilogramsPerYear": 1, "pricePerKilogram": 1}}
        },

    """
  )

  private static let otherMarket = (
    "\"moscow\": {\n      \"name\"",
    """
    "stall": {
          "name": "Stall", "place": "osh",
          "commodities": {"opium": {"demandKilogramsPerYear": 1, "pricePerKilogram": 1}}
        },
        "moscow": {
          "name"
    """
  )

  private static let opiumDemand = "\"demandKilogramsPerYear\": 300, \"pricePerKilogram\": 900"

  private static func response(
    _ response: String, _ field: String, found: String, allowed: String
  ) -> WrongScenario {
    WrongScenario(
      opiumDemand, "\(opiumDemand), \"priceResponse\": {\(response)}",
      at: "/markets/osh/commodities/opium/priceResponse\(field)", mark: "\"priceResponse\"",
      found: found, allowed: allowed)
  }

  private static let trail = "\"mode\": \"trail\",\n"

  static let restrictions = [
    response(
      "\"elasticity\": 0.5, \"memoryDays\": 90", "/elasticity", found: "found 0.5",
      allowed: "from -100 to -0.01"),
    response(
      "\"elasticity\": 0, \"memoryDays\": 90", "/elasticity", found: "found 0",
      allowed: "from -100 to -0.01"),
    response(
      "\"elasticity\": -0.5, \"memoryDays\": 0", "/memoryDays", found: "found 0",
      allowed: "from 1 to 3650, in days"),
    response(
      "\"elasticity\": -0.5, \"memoryDays\": 90, \"limitFactor\": 0.5", "/limitFactor",
      found: "found 0.5", allowed: "from 1 to 1000"),
    response(
      "\"elasticity\": -0.5", "/memoryDays", found: "\"memoryDays\"", allowed: "\"memoryDays\""),
    WrongScenario(
      "\"releasePerYear\": 1.5", "\"releasePerYear\": 1.5, \"releaseElasticity\": -1",
      at: "/supplies/kunduz-heroin/releaseElasticity", found: "found -1", allowed: "from 0 to 10"),
    WrongScenario(
      "\"releasePerYear\": 1.5", "\"releasePerYear\": 1.5, \"releaseElasticity\": 1",
      besides: fixedRouting, at: "/supplies/kunduz-heroin/releaseElasticity",
      found: "1.0 under \"fixed\" routing", allowed: "under \"recursiveLogit\"",
      hint: "no supply has markets of its own"),
    WrongScenario(
      trail, trail + "      \"commodities\": [\"heroin\"],\n", besides: fixedRouting,
      at: "/corridors/kunduz--khatlon-river/commodities", mark: "\"commodities\": [\"heroin\"]",
      found: "some commodities under \"fixed\" routing", allowed: "\"recursiveLogit\" only",
      hint: "given shares hold for every commodity"),
    WrongScenario(
      trail, trail + "      \"commodities\": [\"heroine\"],\n",
      at: "/corridors/kunduz--khatlon-river/commodities/0",
      mark: "\"heroine\"", found: "\"heroine\"", allowed: "a commodity, a key of /commodities",
      hint: "did you mean \"heroin\"?"),
    WrongScenario(
      "\"transitDays\": {\"triangular\"",
      "\"commodities\": [\"opium\"], \"transitDays\": {\"triangular\"",
      besides: ("\"markets\": {\"moscow\": 2}", "\"markets\": {\"osh\": 2}"),
      at: "/markets/moscow/place", mark: "\"place\": \"moscow\"",
      found: "a market that no supply of heroin reaches",
      allowed: "a place to which corridors lead",
      hint: "remove the demand for heroin"),
  ]
}
