/// Faults that only show when several parts are seen together.
extension WrongScenario {
  static let meanings = [
    WrongScenario(
      "\"end\": \"2023-06-01\"", "\"end\": \"2023-01-15\"", at: "/period/end",
      found: "2023-01-15, not after the start", allowed: "a date after 2023-01-15"),
    WrongScenario(
      "\"end\": \"2023-06-01\"", "\"end\": \"2223-06-01\"", at: "/period", mark: "\"period\"",
      found: "simulated days", allowed: "at most 36525 days"),
    WrongScenario(
      "\"lengthKilometres\": 180", "\"lengthKilometres\": 150",
      at: "/frontiers/tjk-afg/lengthKilometres", mark: "{\"value\": 300",
      found: "found 300.0 km, but its sections add up to 270.0 km", allowed: "within 0.5 per cent"),
    WrongScenario(
      "\"section\": \"pass\"", "\"section\": \"upland\"", at: "/corridors/dushanbe--osh/section",
      mark:
        "\"section\": \"upland\",\n      \"crossing\": \"checkpoint\",\n      \"layers\": {\"kgz",
      found: "\"upland\" of frontier \"tjk-afg\", but the corridor goes from TJK to KGZ",
      allowed: "a section of a frontier between the countries"),
    WrongScenario(
      "\"section\": \"upland\",\n      \"crossing\": \"checkpoint\"",
      "\"section\": \"upland\",\n      \"crossing\": \"green\"",
      at: "/corridors/badakhshan--khatlon-bridge/crossing",
      mark: "\"crossing\": \"green\",\n      \"layers\"",
      found: "\"upland\" has no band to search", allowed: "bandWidthKilometres and crossingDays",
      hint: "/frontiers/tjk-afg/sections/upland"),
    WrongScenario(
      "\"partKilograms\": 5", "\"partKilograms\": 15",
      at: "/places/dushanbe/split/partKilograms", found: "15.0 kg, more than aboveKilograms",
      allowed: "at most aboveKilograms, 10.0 kg"),
    WrongScenario(
      "\"frontiers\": {",
      """
      "frontiers": {
          "x": {
            "name": "X", "lengthKilometres": 1,
            "sections": {"x": {"name": "X", "lengthKilometres": 1}},
            "between": ["TJK", "TJK"]
          },
      """, at: "/frontiers/x/between", mark: "[\"TJK\", \"TJK\"]", found: "the same country twice",
      allowed: "two different countries"),
    WrongScenario(
      "\"agency\": \"tjk-border-guard\"", "\"agency\": \"rus-police\"",
      at: "/frontiers/tjk-afg/sections/lowland/sensors/agency",
      found: "\"rus-police\", an agency of RUS", allowed: "an agency of TJK or AFG"),
    WrongScenario(
      "\"tjk-border-guard\": {\"kilometresPerDay\"", "\"rus-police\": {\"kilometresPerDay\"",
      at: "/frontiers/tjk-afg/sections/lowland/patrols/rus-police",
      found: "\"rus-police\", an agency of RUS", allowed: "an agency of TJK or AFG"),
    WrongScenario(
      "\"to\": \"dushanbe\"", "\"to\": \"khatlon\"", at: "/corridors/khatlon--dushanbe/to",
      mark: "\"to\": \"khatlon\",\n      \"mode\": \"road\",\n      \"lengthKilometres\": 120",
      found: "the place where the corridor starts", allowed: "another place"),
  ]

  /// A policy put before the markets of the small scenario.
  private static func policy(
    _ change: String, dates: String = "\"from\": \"2023-03-01\"", at pointer: String,
    mark: String, found: String, allowed: String
  ) -> WrongScenario {
    WrongScenario(
      "\"markets\": {\n",
      """
      "policies": {
          "p": {"name": "P", \(dates), "changes": {"c": {\(change)}}}
        },
        "markets": {

      """, at: pointer, mark: mark, found: found, allowed: allowed)
  }

  static let policies = [
    policy(
      "\"parameter\": \"/agencies/*/skil\", \"scale\": 2", at: "/policies/p/changes/c/parameter",
      mark: "/agencies/*/skil", found: "selects no number", allowed: "a JSON Pointer to numbers"),
    policy(
      "\"parameter\": \"/period/warmUpDays\", \"add\": 1", at: "/policies/p/changes/c/parameter",
      mark: "/period/warmUpDays", found: "cannot change on a date",
      allowed: "the network, the agencies or the trade"),
    policy(
      "\"parameter\": \"agencies\", \"add\": 1", at: "/policies/p/changes/c/parameter",
      mark: "\"parameter\": \"agencies\"", found: "not a JSON Pointer",
      allowed: "such as /agencies/*/skill"),
    policy(
      "\"parameter\": \"/agencies/*/skill\"", at: "/policies/p/changes/c", mark: "\"p\": {",
      found: "none of \"set\", \"scale\" or \"add\"", allowed: "at least one"),
    policy(
      "\"parameter\": \"/agencies/*/skill\", \"set\": 1, \"add\": 1",
      at: "/policies/p/changes/c/add", mark: "\"p\": {", found: "\"add\" beside \"set\"",
      allowed: "at most one"),
    policy(
      "\"parameter\": \"/agencies/*/skill\", \"set\": 1",
      dates: "\"from\": \"2023-03-01\", \"until\": \"2023-03-01\"", at: "/policies/p/until",
      mark: "\"p\": {", found: "equal to \"from\" 2023-03-01", allowed: "values that increase"),
    policy(
      "\"parameter\": \"/corridors/*/layers/tjk-police\", \"scale\": 30",
      at: "/policies/p/changes/c", mark: "\"p\": {",
      found: "takes /corridors/khatlon--dushanbe/layers/tjk-police to 1.5 on 2023-03-01",
      allowed: "a probability per passage"),
  ]

  /// Under fixed routing, where the corridors' shares count.
  static let shares = [
    WrongScenario(
      "\"share\": 0.75", "\"share\": 0.7", besides: fixedRouting, at: "/places/kunduz",
      mark: "\"kunduz\": {", found: "corridor shares that add up to 0.95",
      allowed: "outgoing corridors that add up to 1"),
    WrongScenario(
      "\"layers\": {\"rus-police\": 0.1},\n      \"share\": 0.5", "\"share\": 0",
      besides: fixedRouting, at: "/places/dushanbe", mark: "\"dushanbe\": {",
      found: "corridor shares that add up to 0.5", allowed: "add up to 1"),
    WrongScenario(
      "\"markets\": {\n",
      """
      "markets": {
          "khatlon": {
            "name": "Khatlon", "place": "khatlon",
            "commodities": {"heroin": {"demandKilogramsPerYear": 1, "pricePerKilogram": 1}}
          },

      """, besides: fixedRouting,
      at: "/places/khatlon", mark: "\"khatlon\": {", found: "corridor shares that add up to 1",
      allowed: "no shares: a market ends every consignment"),
  ]

  private static let fixedRouting = ("\"recursiveLogit\"", "\"fixed\"")

  /// A corridor that makes a round trip possible.
  private static let wayBack = (
    "\"dushanbe--osh\": {",
    """
    "dushanbe--khatlon": {
          "from": "dushanbe", "to": "khatlon", "mode": "road", "lengthKilometres": 120, "share": 0
        },
        "dushanbe--osh": {
    """
  )

  private static let moscowTakesOpium = (
    "\"pricePerKilogram\": 40000}",
    "\"pricePerKilogram\": 40000}, "
      + "\"opium\": {\"demandKilogramsPerYear\": 1, \"pricePerKilogram\": 1}"
  )

  static let trade = [
    WrongScenario(
      "{\"a\": 2, \"b\": 1}", "{\"a\": 0, \"b\": 0}", at: "/supplies/kunduz-heroin/organisations",
      found: "shares that are all zero", allowed: "at least one organisation with a share above 0"),
    WrongScenario(
      "{\"may\": 2, \"jun\": 1}", "{\"may\": 0}", at: "/supplies/kunduz-heroin/harvest",
      found: "weights that add up to 0", allowed: "at least one month with a weight above 0"),
    WrongScenario(
      "\"name\": \"Osh\",\n      \"place\": \"osh\"",
      "\"name\": \"Osh\",\n      \"place\": \"kunduz\"", besides: moscowTakesOpium,
      at: "/markets/osh/place", mark: "\"place\": \"kunduz\",\n      \"commodities\"",
      found: "a market that no supply of opium reaches", allowed: "a place to which corridors lead",
      hint: "remove the demand for opium"),
    WrongScenario(
      "\"markets\": {\"moscow\": 2}", "\"markets\": {\"moscow\": 0}",
      at: "/supplies/kunduz-heroin/organisations/b", mark: "{\"a\": 2, \"b\": 1}",
      found: "without a market that can be reached from \"kunduz\"",
      allowed: "a reachable market with demand for heroin"),
    WrongScenario(
      "\"organisations\": {\"a\": 1}", "\"organisations\": {\"b\": 1}",
      at: "/supplies/badakhshan-opium/organisations/b",
      found: "without a market that can be reached from \"badakhshan\"",
      allowed: "demand for opium"),
    WrongScenario(
      "\"initialStockKilograms\": 400", "\"initialStockKilograms\": 4e12",
      at: "/supplies/kunduz-heroin", mark: "\"kunduz-heroin\": {",
      found: "consignments", allowed: "at most 100000000 consignments",
      hint: "check the units"),
    WrongScenario(
      "\"releasePerYear\": 1.5", "\"releasePerYear\": 1e6",
      at: "/supplies/kunduz-heroin/releasePerYear", found: "found 1e6", allowed: "from 0 to 1000"),
    WrongScenario(
      "\"pricePerKilogram\": 40000", "\"pricePerKilogram\": 1e300",
      at: "/markets/moscow/commodities/heroin/pricePerKilogram", found: "found 1e300",
      allowed: "in USD/kg"),
    WrongScenario(
      "\"choiceSensitivity\": 0.01", "\"choiceSensitivity\": 1e-9", besides: wayBack,
      at: "/organisations/a/choiceSensitivity", found: "round trips", allowed: "converges",
      hint: "make them one-way"),
  ]
}
