/// Faults of numbers: their ranges and sources, and the distributions.
extension WrongScenario {
  static let annotations = [
    WrongScenario(
      "{\"value\": 200, \"low\": 100,", "{\"value\": 200, \"low\": 300,",
      at: "/modes/road/kilometresPerDay/low", found: "\"low\" 300, above \"value\" 200",
      allowed: "that do not decrease"),
    WrongScenario(
      "\"low\": 100, \"high\": 400}", "\"low\": 100, \"high\": 150}",
      at: "/modes/road/kilometresPerDay/high", found: "\"high\" 150, below \"value\" 200",
      allowed: "that do not decrease"),
    WrongScenario(
      "\"low\": 100, \"high\": 400}", "\"low\": 100}", at: "/modes/road/kilometresPerDay/low",
      found: "\"low\" without \"high\"", allowed: "both \"low\" and \"high\", or neither"),
    WrongScenario(
      "\"low\": 0.05, \"high\": 0.2}", "\"low\": 0.05, \"high\": 1}",
      at: "/corridors/kunduz--khatlon-bridge/layers/tjk-customs/high", found: "found 1",
      allowed: "below 1"),
    WrongScenario(
      "\"low\": 100, \"high\": 400}",
      "\"low\": 100, \"high\": 400, \"distribution\": {\"uniform\": {\"lower\": 1, \"upper\": 2}}}",
      at: "/modes/road/kilometresPerDay/distribution", found: "\"distribution\" beside \"low\"",
      allowed: "either"),
    WrongScenario(
      "{\"value\": 200, \"low\"", "{\"valeu\": 200, \"low\"",
      at: "/modes/road/kilometresPerDay/valeu", found: "the unknown key \"valeu\"",
      allowed: "\"value\"", hint: "did you mean \"value\"?"),
    WrongScenario(
      "{\"value\": 300, \"source\": \"survey\"}", "{\"value\": 300, \"source\": \"surveys\"}",
      at: "/frontiers/tjk-afg/lengthKilometres/source", found: "\"surveys\"",
      allowed: "a key of /sources", hint: "did you mean \"survey\"?"),
    WrongScenario(
      "\"source\": \"assumption\",\n", "\"source\": \"guesswork\",\n", at: "/source",
      mark: "\"guesswork\"", found: "\"guesswork\"",
      allowed: "a key of /sources", hint: "the document defines \"assumption\" and \"survey\""),
    WrongScenario(
      "\"year\": 2020", "\"year\": {\"value\": 2020, \"low\": 2019, \"high\": 2021}",
      at: "/sources/survey/year", found: "an object",
      allowed: "a whole number from 1900 to 2100"),
    WrongScenario(
      "\"year\": 2020,", "\"year\": 202,", at: "/sources/survey/year", found: "found 202",
      allowed: "from 1900 to 2100"),
  ]

  static let distributions = [
    WrongScenario(
      "{\"gamma\": {\"shape\": 4, \"mean\": 1}}",
      "{\"gamma\": {\"shape\": 4, \"mean\": 1}, \"exponential\": {\"mean\": 1}}",
      at: "/modes/road/delay/exponential", found: "\"exponential\" beside \"gamma\"",
      allowed: "exactly one of the keys", hint: "remove all but one"),
    WrongScenario(
      "{\"gamma\": {\"shape\": 4, \"mean\": 1}}", "{}", at: "/modes/road/delay",
      mark: "\"delay\": {}", found: "none of the keys",
      allowed: "exactly one of the keys \"uniform\""),
    WrongScenario(
      "{\"gamma\": {\"shape\": 4, \"mean\": 1}}", "{\"weibull\": {\"shape\": 4, \"mean\": 1}}",
      at: "/modes/road/delay/weibull", found: "the unknown key \"weibull\"",
      allowed: "\"uniform\", \"exponential\", \"gamma\", \"lognormal\""),
    WrongScenario(
      "{\"gamma\": {\"shape\": 4, \"mean\": 1}}", "{\"gamma\": {\"shape\": 0, \"mean\": 1}}",
      at: "/modes/road/delay/gamma/shape", found: "found 0", allowed: "from 0.05"),
    WrongScenario(
      "{\"gamma\": {\"shape\": 4, \"mean\": 1}}", "{\"gamma\": {\"shape\": 4, \"mean\": 0}}",
      at: "/modes/road/delay/gamma/mean", found: "found 0", allowed: "a number from"),
    WrongScenario(
      "{\"gamma\": {\"shape\": 4, \"mean\": 1}}", "0", at: "/modes/road/delay",
      mark: "\"delay\": 0", found: "found 0", allowed: "a number from"),
    WrongScenario(
      "{\"mean\": 8, \"coefficientOfVariation\": 1}", "{\"mean\": 8}",
      at: "/supplies/badakhshan-opium/consignmentKilograms/lognormal/mean",
      found: "\"mean\" without \"coefficientOfVariation\"", allowed: "all of"),
    WrongScenario(
      "{\"mean\": 8, \"coefficientOfVariation\": 1}",
      """
      {"mean": 8, "coefficientOfVariation": 1, "logMean": 2, "logStandardDeviation": 1}
      """,
      at: "/supplies/badakhshan-opium/consignmentKilograms/lognormal/logMean",
      found: "\"logMean\" beside \"mean\"", allowed: "at most one of"),
    WrongScenario(
      "{\"mean\": 8, \"coefficientOfVariation\": 1}", "{\"note\": \"unknown\"}",
      at: "/supplies/badakhshan-opium/consignmentKilograms/lognormal",
      found: "none of \"mean\" or \"logMean\"", allowed: "at least one of"),
    WrongScenario(
      "{\"lower\": 2, \"mode\": 4, \"upper\": 9}", "{\"lower\": 2, \"mode\": 1, \"upper\": 9}",
      at: "/corridors/dushanbe--moscow/transitDays/triangular/mode",
      found: "\"mode\" 1, below \"lower\" 2", allowed: "do not decrease"),
    WrongScenario(
      "{\"triangular\": {\"lower\": 2, \"mode\": 4, \"upper\": 9}}",
      "{\"uniform\": {\"lower\": 2, \"upper\": 2}}",
      at: "/corridors/dushanbe--moscow/transitDays/uniform/upper",
      found: "\"upper\" 2, equal to \"lower\" 2", allowed: "values that increase"),
    WrongScenario(
      "\"minimum\": 0.1, \"tailFrom\": 20", "\"minimum\": 30, \"tailFrom\": 20",
      at: "/supplies/kunduz-heroin/consignmentKilograms/paretoTailedLognormal/tailFrom",
      found: "\"tailFrom\" 20, below \"minimum\" 30", allowed: "values that increase"),
    WrongScenario(
      "\"logMean\": 0.2, \"logStandardDeviation\": 1.5",
      "\"logMean\": -14, \"logStandardDeviation\": 0.01",
      at: "/supplies/kunduz-heroin/consignmentKilograms/paretoTailedLognormal/minimum",
      mark: "\"minimum\": 0.1", found: "which the body practically never exceeds",
      allowed: "an appreciable part of the distribution", hint: "logarithms are natural"),
    WrongScenario(
      "\"logMean\": 0.2, \"logStandardDeviation\": 1.5, \"minimum\": 0.1, \"tailFrom\": 20",
      """
      "logMean": 20, "logStandardDeviation": 0.01, "minimum": 0.1, "tailFrom": 199.99999999999997
      """,
      at: "/supplies/kunduz-heroin/consignmentKilograms/paretoTailedLognormal/maximum",
      mark: "\"maximum\": 200", found: "found 200.0, below which there is practically nothing",
      allowed: "an appreciable part of the distribution"),
  ]
}
