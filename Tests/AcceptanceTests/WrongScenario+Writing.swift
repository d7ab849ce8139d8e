/// Faults of writing: the text, the keys, the kinds of values.
extension WrongScenario {
  static let syntax = [
    WrongScenario(
      "\"opium\": {\"name\": \"Opium\"}", "\"heroin\": {\"name\": \"Opium\"}",
      at: "/commodities/heroin", found: "the key \"heroin\" a second time",
      allowed: "each key once", hint: "remove or rename"),
    WrongScenario(
      "\"RUS\": {\"name\": \"Russia\"}", "\"RUS\": {\"name\": \"Russia\"},", at: "/countries",
      found: "a comma before the closing \"}\"", allowed: "a comma only between two items",
      hint: "remove this comma"),
    WrongScenario(
      "\"costPerKilogram\": 20,", "\"costPerKilogram\": 20",
      at: "/corridors/kunduz--khatlon-river", mark: "\"section\": \"lowland\"",
      found: "found \"\"\"", allowed: "a comma or the closing \"}\"", hint: "is a comma missing?"),
    WrongScenario(
      "\"mode\": \"trail\",", "\"mode\": \"trail\", // on foot",
      at: "/corridors/kunduz--khatlon-river", found: "found \"/\"",
      allowed: "a key in double quotation marks", hint: "JSON has no comments"),
    WrongScenario(
      "\"trail\": {", "'trail': {", at: "/modes", found: "\"'\"",
      allowed: "a key in double quotation marks", hint: "use double quotation marks"),
    WrongScenario(
      "\"share\": 0.75", "\"share\": NaN", at: "/corridors/kunduz--khatlon-river/share",
      found: "found \"NaN\"", allowed: "a value", hint: "JSON has no such number"),
    WrongScenario(
      "\"share\": 0.75", "\"share\": .75", at: "/corridors/kunduz--khatlon-river/share",
      found: "found \".\"", allowed: "a value", hint: "write a digit before the point"),
    WrongScenario(
      "\"share\": 0.75", "\"share\": 1e999", at: "/corridors/kunduz--khatlon-river/share",
      found: "1e999", allowed: "of magnitude below 1.8e308"),
    WrongScenario(
      "\"name\": \"Pass\"", "\"name\": \"Pa\nss\"",
      at: "/frontiers/tjk-kgz/sections/pass/name", mark: "\"Pa\n",
      found: "a line break inside a string", allowed: "a closing quotation mark"),
  ]

  static let keys = [
    WrongScenario(
      "\"concealment\": 0.5", "\"concealmant\": 0.5", at: "/organisations/b/concealmant",
      found: "the unknown key \"concealmant\"", allowed: "\"concealment\"",
      hint: "did you mean \"concealment\"?"),
    WrongScenario(
      "\"kilometresPerDay\": 25,", "\"kilometresPerDay\": 25, \"comment\": \"slow\",",
      at: "/modes/trail/comment", found: "the unknown key \"comment\"",
      allowed: "one of the keys \"name\"", hint: "put remarks into \"note\""),
    WrongScenario(
      "\"kilometresPerDay\": 25,", "", at: "/modes/trail/kilometresPerDay", mark: "\"trail\": {",
      found: "no key \"kilometresPerDay\"", allowed: "a number from 0.1 to 100000, in km/day"),
    WrongScenario(
      "\"panj-scenario/1\"", "\"panj-scenario/2\"", at: "/format", found: "\"panj-scenario/2\"",
      allowed: "\"panj-scenario/1\""),
    WrongScenario(
      "\"osh\": {\n      \"name\"", "\"Osh market\": {\n      \"name\"", at: "/markets/Osh market",
      mark: "\"Osh market\"", found: "\"Osh market\"", allowed: "an identifier",
      hint: "write \"osh-market\""),
    WrongScenario(
      "\"RUS\": {\"name\": \"Russia\"}",
      "\"RUS\": {\"name\": \"Russia\"}, \"UZ\": {\"name\": \"U\"}",
      at: "/countries/UZ", found: "\"UZ\"", allowed: "exactly 3 of the characters A-Z"),
    WrongScenario(
      "\"harvest\": {\"may\"", "\"harvest\": {\"mai\"", at: "/supplies/kunduz-heroin/harvest/mai",
      found: "\"mai\"", allowed: "\"may\""),
    WrongScenario(
      "\"section\": \"pass\",", "", at: "/corridors/dushanbe--osh/crossing",
      mark: "\"crossing\": \"checkpoint\",\n      \"layers\": {\"kgz",
      found: "\"crossing\" without \"section\"", allowed: "all of \"section\" and \"crossing\""),
    WrongScenario(
      "\"crossingDays\": 0.5,", "", at: "/frontiers/tjk-afg/sections/lowland/bandWidthKilometres",
      mark: "\"bandWidthKilometres\"", found: "without \"crossingDays\"", allowed: "or none"),
    WrongScenario(
      "\"upland\": {\"name\": \"Upland\", \"lengthKilometres\": 120}",
      """
      "upland": {"name": "Upland", "lengthKilometres": 60},
      "pass": {"name": "Highland", "lengthKilometres": 60}
      """,
      at: "/frontiers/tjk-kgz/sections/pass", mark: "\"pass\": {\"name\": \"Pass\"",
      found: "\"pass\" defined twice", allowed: "once in the document"),
  ]

  static let values = [
    WrongScenario(
      "\"costPerKilogram\": 20", "\"costPerKilogram\": [20]",
      at: "/corridors/kunduz--khatlon-river/costPerKilogram", found: "an array of 1 value",
      allowed: "a number from 0 to 1000000000, in USD/kg"),
    WrongScenario(
      "\"crossingDays\": 0.5", "\"crossingDays\": \"0.5\"",
      at: "/frontiers/tjk-afg/sections/lowland/crossingDays", found: "\"0.5\"",
      allowed: "a number from 0.001 to 1000, in days", hint: "remove the quotation marks"),
    WrongScenario(
      "\"crossingDays\": 0.5", "\"crossingDays\": \"12 hours\"",
      at: "/frontiers/tjk-afg/sections/lowland/crossingDays", found: "\"12 hours\"",
      allowed: "in days", hint: "without unit"),
    WrongScenario(
      "{\"tjk-police\": 0.05}", "{\"tjk-police\": 1.2}",
      at: "/corridors/khatlon--dushanbe/layers/tjk-police", found: "found 1.2",
      allowed: "a probability per passage of at least 0 and below 1"),
    WrongScenario(
      "{\"tjk-police\": 0.05}", "{\"tjk-police\": 1}",
      at: "/corridors/khatlon--dushanbe/layers/tjk-police", found: "found 1",
      allowed: "of at least 0 and below 1"),
    WrongScenario(
      "\"share\": 0.2, \"detectionProbability\"", "\"share\": 20, \"detectionProbability\"",
      at: "/frontiers/tjk-afg/sections/lowland/sensors/share", found: "found 20",
      allowed: "a share of the section's length from 0 to 1", hint: "20 % is 0.2"),
    WrongScenario(
      "\"lengthKilometres\": 60,", "\"lengthKilometres\": -60,",
      at: "/corridors/kunduz--khatlon-river/lengthKilometres", found: "found -60",
      allowed: "a number from 0.001 to 100000, in km"),
    WrongScenario(
      "\"visibility\": 1.25", "\"visibility\": 0", at: "/modes/road/visibility", found: "found 0",
      allowed: "above 0 and at most 1000", hint: "0 itself is excluded"),
    WrongScenario(
      "\"value\": 30,", "\"value\": 30.5,", at: "/period/warmUpDays/value", found: "found 30.5",
      allowed: "a whole number", hint: "leave the fraction out"),
    WrongScenario(
      "\"riskAversion\": 2", "\"riskAversion\": null", at: "/organisations/b/riskAversion",
      found: "null", allowed: "a number from 0 to 1000000000", hint: "leave the key out"),
    WrongScenario(
      "\"name\": \"Organisation A\"", "\"name\": \"\"", at: "/organisations/a/name",
      found: "text of 0 characters", allowed: "text of 1 to 200 characters"),
    WrongScenario(
      "\"name\": \"Organisation A\"", "\"name\": 7", at: "/organisations/a/name", found: "found 7",
      allowed: "text of 1 to 200", hint: "put it in quotation marks"),
    WrongScenario(
      "\"layer\": \"borderGuard\"", "\"layer\": \"borderguard\"",
      at: "/agencies/tjk-border-guard/layer", found: "\"borderguard\"",
      allowed: "\"borderGuard\", \"customs\", \"police\" or \"drugControl\"",
      hint: "did you mean \"borderGuard\"?"),
    WrongScenario(
      "\"routing\": \"recursiveLogit\"", "\"routing\": \"recursivelogit\"", at: "/routing",
      found: "\"recursivelogit\"", allowed: "\"fixed\" or \"recursiveLogit\"",
      hint: "did you mean \"recursiveLogit\"?"),
    WrongScenario(
      "\"crossing\": \"green\"", "\"crossing\": \"river\"",
      at: "/corridors/kunduz--khatlon-river/crossing", found: "\"river\"",
      allowed: "\"green\" or \"checkpoint\""),
    WrongScenario(
      "\"end\": \"2023-06-01\"", "\"end\": \"2023-02-29\"", at: "/period/end",
      found: "\"2023-02-29\"", allowed: "a date such as", hint: "that month has 28 days"),
    WrongScenario(
      "\"end\": \"2023-06-01\"", "\"end\": \"1.6.2023\"", at: "/period/end", found: "\"1.6.2023\"",
      allowed: "a date such as \"2024-01-31\"", hint: "write year-month-day"),
    WrongScenario(
      "\"from\": \"11-15\"", "\"from\": \"02-30\"", at: "/closures/winter/from",
      found: "\"02-30\"", allowed: "a day of the year"),
    WrongScenario(
      "\"from\": \"11-15\"", "\"from\": \"2023-11-15\"", at: "/closures/winter/from",
      found: "\"2023-11-15\"", allowed: "a day of the year", hint: "leave the year out"),
    WrongScenario(
      "\"between\": [\"TJK\", \"KGZ\"]", "\"between\": [\"TJK\"]", at: "/frontiers/tjk-kgz/between",
      found: "1 value", allowed: "exactly 2 values"),
    WrongScenario(
      "\"between\": [\"TJK\", \"KGZ\"]", "\"between\": \"TJK\"", at: "/frontiers/tjk-kgz/between",
      found: "\"TJK\"", allowed: "an array of exactly 2 values", hint: "put it in brackets"),
    WrongScenario(
      "\"latitude\": 40.5", "\"latitude\": 140.5", at: "/places/osh/latitude", found: "140.5",
      allowed: "from -90 to 90"),
  ]
}
