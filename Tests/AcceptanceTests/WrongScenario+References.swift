/// One dangling reference of every kind.
extension WrongScenario {
  private static let corridor = "/corridors/kunduz--khatlon-river"
  private static let first = "\"kunduz--khatlon-river\": {\n      "

  static let references = [
    WrongScenario(
      first + "\"from\": \"kunduz\"", first + "\"from\": \"kunduzz\"", at: "\(corridor)/from",
      mark: "\"kunduzz\"", found: "\"kunduzz\"", allowed: "a place, a key of /places",
      hint: "did you mean \"kunduz\"?"),
    WrongScenario(
      "\"to\": \"osh\"", "\"to\": \"bishkek\"", at: "/corridors/dushanbe--osh/to",
      found: "\"bishkek\"", allowed: "a place, a key of /places", hint: "the document defines"),
    WrongScenario(
      "\"mode\": \"trail\"", "\"mode\": \"Trail\"", at: "\(corridor)/mode", found: "\"Trail\"",
      allowed: "a mode, a key of /modes", hint: "did you mean \"trail\"?"),
    WrongScenario(
      "\"section\": \"pass\"", "\"section\": \"tjk-kgz\"", at: "/corridors/dushanbe--osh/section",
      found: "\"tjk-kgz\"", allowed: "a frontier section, a key of /frontiers/*/sections"),
    WrongScenario(
      "{\"kgz-drug-control\": 0.05}", "{\"kgz-drugcontrol\": 0.05}",
      at: "/corridors/dushanbe--osh/layers/kgz-drugcontrol", found: "\"kgz-drugcontrol\"",
      allowed: "an agency, a key of /agencies", hint: "did you mean \"kgz-drug-control\"?"),
    WrongScenario(
      "\"layers\": {\"tjk-customs\": 0.05},\n      \"closed\": [\"winter\"]",
      "\"layers\": {\"tjk-customs\": 0.05},\n      \"closed\": [\"summer\"]",
      at: "/corridors/badakhshan--khatlon-bridge/closed/0", mark: "\"summer\"",
      found: "\"summer\"", allowed: "a closure, a key of /closures"),
    WrongScenario(
      "\"country\": \"KGZ\", \"latitude\"", "\"country\": \"KZG\", \"latitude\"",
      at: "/places/osh/country", found: "\"KZG\"", allowed: "a country, a key of /countries",
      hint: "did you mean \"KGZ\"?"),
    WrongScenario(
      "\"latitude\": 40.5,", "\"latitude\": 40.5, \"closed\": [\"winter\", \"spring\"],",
      at: "/places/osh/closed/1", found: "\"spring\"", allowed: "a closure, a key of /closures"),
    WrongScenario(
      "\"country\": \"RUS\", \"layer\"", "\"country\": \"KAZ\", \"layer\"",
      at: "/agencies/rus-police/country", found: "\"KAZ\"",
      allowed: "a country, a key of /countries"),
    WrongScenario(
      "\"between\": [\"TJK\", \"AFG\"]", "\"between\": [\"TJK\", \"afg\"]",
      at: "/frontiers/tjk-afg/between/1", found: "\"afg\"", allowed: "a country",
      hint: "did you mean \"AFG\"?"),
    WrongScenario(
      "\"route\": \"northern\"", "\"route\": \"nothern\"", at: "/frontiers/tjk-afg/route",
      found: "\"nothern\"", allowed: "a route, a key of /routes",
      hint: "did you mean \"northern\"?"),
    WrongScenario(
      "\"tjk-border-guard\": {\"kilometresPerDay\"", "\"tjk-borderguards\": {\"kilometresPerDay\"",
      at: "/frontiers/tjk-afg/sections/lowland/patrols/tjk-borderguards",
      found: "\"tjk-borderguards\"", allowed: "an agency, a key of /agencies",
      hint: "did you mean \"tjk-border-guard\"?"),
    WrongScenario(
      "\"agency\": \"tjk-border-guard\"", "\"agency\": \"tjk-army\"",
      at: "/frontiers/tjk-afg/sections/lowland/sensors/agency", found: "\"tjk-army\"",
      allowed: "an agency, a key of /agencies"),
    WrongScenario(
      "\"markets\": {\"moscow\": 2}", "\"markets\": {\"london\": 2}",
      at: "/organisations/b/markets/london", found: "\"london\"",
      allowed: "a market, a key of /markets", hint: "the document defines \"osh\" and \"moscow\""),
    WrongScenario(
      "\"place\": \"badakhshan\"", "\"place\": \"badakshan\"",
      at: "/supplies/badakhshan-opium/place",
      found: "\"badakshan\"", allowed: "a place, a key of /places",
      hint: "did you mean \"badakhshan\"?"),
    WrongScenario(
      "\"commodity\": \"opium\"", "\"commodity\": \"opuim\"",
      at: "/supplies/badakhshan-opium/commodity", found: "\"opuim\"",
      allowed: "a commodity, a key of /commodities", hint: "did you mean \"opium\"?"),
    WrongScenario(
      "\"organisations\": {\"a\": 2, \"b\": 1}", "\"organisations\": {\"a\": 2, \"c\": 1}",
      at: "/supplies/kunduz-heroin/organisations/c", found: "\"c\"",
      allowed: "an organisation, a key of /organisations"),
    WrongScenario(
      "\"place\": \"moscow\"", "\"place\": \"mosow\"", at: "/markets/moscow/place",
      found: "\"mosow\"", allowed: "a place, a key of /places", hint: "did you mean \"moscow\"?"),
    WrongScenario(
      "\"opium\": {\"demandKilogramsPerYear\"", "\"hashish\": {\"demandKilogramsPerYear\"",
      at: "/markets/osh/commodities/hashish", found: "\"hashish\"",
      allowed: "a commodity, a key of /commodities"),
  ]
}
