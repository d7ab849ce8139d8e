/// Faults in what follows a detection, in intelligence, in organisations and in deployments.
extension WrongScenario {
  static let enforcement = [
    WrongScenario(
      "\"skill\": 0.75", "\"corruption\": 1.3", at: "/agencies/tjk-border-guard/corruption",
      mark: "\"corruption\"", found: "1.3", allowed: "a probability per detection from 0 to 1"),
    WrongScenario(
      "\"skill\": 0.75", "\"confrontation\": -0.1",
      at: "/agencies/tjk-border-guard/confrontation", found: "-0.1",
      allowed: "a probability per detection from 0 to 1"),
    WrongScenario(
      "\"skill\": 0.75", "\"arrest\": 2", at: "/agencies/tjk-border-guard/arrest", found: "2",
      allowed: "a probability per seizure from 0 to 1"),
    WrongScenario(
      "\"skill\": 0.75", "\"controlledDelivery\": 1.1",
      at: "/agencies/tjk-border-guard/controlledDelivery", found: "1.1",
      allowed: "a probability per detection"),
    section(
      "\"clashes\": {\"seizureProbability\": 0.5, \"officerLosses\": -1, \"carrierLosses\": 1}",
      at: "/clashes/officerLosses", mark: "\"clashes\"", found: "-1",
      allowed: "from 0 to 100, in persons per clash"),
    section(
      "\"clashes\": {\"seizureProbability\": 0.5, \"officerLosses\": 1}",
      at: "/clashes/carrierLosses",
      mark: "\"clashes\"", found: "carrierLosses", allowed: "persons per clash"),
    section(
      "\"controlledDelivery\": {\"lossPerPassage\": 7, \"dismantlingProbability\": 0.5}",
      at: "/controlledDelivery/lossPerPassage", mark: "\"controlledDelivery\"", found: "7",
      allowed: "a probability per passage from 0 to 1"),
    WrongScenario(
      "\"route\": \"northern\",",
      "\"route\": \"northern\", \"deployment\": "
        + "{\"mobileShare\": 0.5, \"redeploymentDays\": 30},",
      at: "/frontiers/tjk-afg/deployment", mark: "\"route\": \"northern\", \"deployment\"",
      found: "1 of its sections with patrols", allowed: "at least two sections with patrols"),
    WrongScenario(
      "\"route\": \"northern\",",
      "\"route\": \"northern\", \"deployment\": "
        + "{\"mobileShare\": 1.5, \"redeploymentDays\": 30},",
      at: "/frontiers/tjk-afg/deployment/mobileShare",
      mark: "\"route\": \"northern\", \"deployment\"", found: "1.5",
      allowed: "a share of each section's patrols from 0 to 1"),
  ]

  static let structures = [
    structure("\"cells\": 0", at: "/cells", found: "0", allowed: "from 1 to 100000"),
    structure("\"cells\": 2.5", at: "/cells", found: "2.5", allowed: "a whole number"),
    structure(
      "\"cells\": 3, \"successionShare\": 2", at: "/successionShare", found: "2",
      allowed: "a share from 0 to 1"),
    structure(
      "\"cells\": 3, \"finances\": {\"margin\": 0.5}", at: "/finances/capitalUSD",
      found: "no key \"capitalUSD\"",
      allowed: "USD"),
    WrongScenario(
      "\"timeValuePerKilogramDay\": 2\n", "\"timeValuePerKilogramDay\": 2, \"armament\": 3\n",
      at: "/organisations/a/armament", mark: "\"timeValuePerKilogramDay\": 2, \"armament\"",
      found: "3", allowed: "a probability per confrontation from 0 to 1"),
    fixedFinances,
  ]

  private static let fixedFinances = WrongScenario(
    "\"timeValuePerKilogramDay\": 2\n",
    "\"timeValuePerKilogramDay\": 2, \"structure\": {\"cells\": 3, \"replacementDays\": 9, "
      + "\"reformingDays\": 9, \"finances\": {\"capitalUSD\": 1, \"margin\": 0.5}}\n",
    besides: ("\"recursiveLogit\"", "\"fixed\""),
    at: "/organisations/a/structure/finances", found: "finances under \"fixed\" routing",
    allowed: "finances under \"recursiveLogit\" only")

  private static func structure(
    _ text: String, at pointer: String, found: String, allowed: String
  ) -> WrongScenario {
    let addition =
      "\"timeValuePerKilogramDay\": 2, \"structure\": {\(text), \"replacementDays\": 9, "
      + "\"reformingDays\": 9}\n"
    return WrongScenario(
      "\"timeValuePerKilogramDay\": 2\n", addition,
      at: "/organisations/a/structure\(pointer)", found: found, allowed: allowed)
  }

  private static func intelligence(
    _ text: String, at pointer: String, found: String, allowed: String, hint: String? = nil
  ) -> WrongScenario {
    section(
      "\"intelligence\": {\"leadsPerSeizure\": 0.2, \(text)}", at: "/intelligence\(pointer)",
      mark: "\"intelligence\"", found: found, allowed: allowed, hint: hint)
  }

  private static func exchange(
    _ text: String, at pointer: String, found: String, allowed: String, hint: String? = nil
  ) -> WrongScenario {
    intelligence(
      "\"lifetimeDays\": 9, \"hazardFactor\": 2, \"exchanges\": {\"x\": {\"name\": \"X\", "
        + "\"probability\": 0.5, \"delayDays\": 1, \(text)}}",
      at: "/exchanges/x\(pointer)", found: found, allowed: allowed, hint: hint)
  }

  static let intelligence = [
    intelligence(
      "\"lifetimeDays\": 0, \"hazardFactor\": 2", at: "/lifetimeDays", found: "0",
      allowed: "in days"),
    intelligence(
      "\"lifetimeDays\": 9, \"hazardFactor\": 0.5", at: "/hazardFactor", found: "0.5",
      allowed: "a number from 1 to 1000"),
    intelligence(
      "\"lifetimeDays\": 9, \"hazardFactor\": 2, \"falseLeadFactor\": 2",
      at: "/falseLeadFactor", found: "2", allowed: "from 0 to 1"),
    intelligence(
      "\"lifetimeDays\": 9, \"hazardFactor\": 2, \"sources\": "
        + "{\"s\": {\"name\": \"S\", \"leadsPerYear\": 9}}",
      at: "/sources/s", found: "agency", allowed: "agency"),
    intelligence(
      "\"lifetimeDays\": 9, \"hazardFactor\": 2, \"sources\": "
        + "{\"s\": {\"name\": \"S\", \"leadsPerYear\": 9, \"agency\": \"tjk-polise\"}}",
      at: "/sources/s/agency", found: "tjk-polise", allowed: "agency", hint: "tjk-police"),
    intelligence(
      "\"lifetimeDays\": 9, \"hazardFactor\": 2, \"sources\": "
        + "{\"s\": {\"name\": \"S\", \"leadsPerYear\": 9, \"exchange\": \"y\"}}",
      at: "/sources/s/exchange", found: "\"y\"", allowed: "exchange"),
    exchange(
      "\"form\": \"star\", \"members\": [\"tjk-police\", \"rus-police\"]", at: "/form",
      found: "star", allowed: "platform"),
    exchange(
      "\"form\": \"platform\", \"members\": [\"tjk-police\"]", at: "/members", found: "1",
      allowed: "2"),
    exchange(
      "\"form\": \"platform\", \"members\": [\"tjk-police\", \"tjk-police\"]", at: "/members",
      found: "an agency named twice", allowed: "every member once"),
    exchange(
      "\"form\": \"platform\", \"members\": [\"tjk-police\", \"rus-polise\"]", at: "/members/1",
      found: "rus-polise", allowed: "agency", hint: "rus-police"),
    exchange(
      "\"form\": \"platform\", \"trust\": 1.2, \"members\": [\"tjk-police\", \"rus-police\"]",
      at: "/trust", found: "1.2", allowed: "from 0 to 1"),
    exchange(
      "\"form\": \"platform\", \"members\": [\"tjk-police\", \"rus-police\"], "
        + "\"jointOperations\": {\"perSharedLead\": 0.5, \"preparationDays\": 9, "
        + "\"cellsArrested\": 0}",
      at: "/jointOperations/cellsArrested", found: "0", allowed: "from 1 to 100000"),
  ]
}
