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
      mark: "\"section\": \"upland\",\n      \"crossing\": \"checkpoint\",\n      \"layers\": {\"kgz",
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
      "\"between\": [\"TJK\", \"KGZ\"]", "\"between\": [\"TJK\", \"TJK\"]",
      at: "/frontiers/tjk-kgz/between", found: "the same country twice",
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
    WrongScenario(
      "\"routing\": \"recursiveLogit\"",
      "\"routing\": \"recursiveLogit\", \"note\": \"loops\"",
      at: "/note", found: "", allowed: ""),
  ]

  static let trade = [
    WrongScenario(
      "{\"a\": 2, \"b\": 1}", "{\"a\": 0, \"b\": 0}", at: "/supplies/kunduz-heroin/organisations",
      found: "shares that are all zero", allowed: "at least one organisation with a share above 0"),
    WrongScenario(
      "{\"may\": 2, \"jun\": 1}", "{\"may\": 0}", at: "/supplies/kunduz-heroin/harvest",
      found: "weights that add up to 0", allowed: "at least one month with a weight above 0"),
    WrongScenario(
      "\"name\": \"Moscow\",\n      \"place\": \"moscow\"",
      "\"name\": \"Moscow\",\n      \"place\": \"badakhshan\"",
      at: "/markets/moscow/place", mark: "\"place\": \"badakhshan\",\n      \"commodities\"",
      found: "a market that no supply of heroin reaches", allowed: "a place to which corridors lead",
      hint: "remove the demand for heroin"),
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
  ]
}
