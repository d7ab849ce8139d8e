/// The shapes of policies: dated measures made of a few general changes.
extension ScenarioShape {
  static let policy = Shape.object(
    [
      .required("name", .label, "The name, for people."),
      .optional("enabled", .boolean, "Whether it is switched on; absent for yes."),
      .required("from", .date, "The first day on which it has effect."),
      .optional("until", .date, "The first day on which it has none any more."),
      .optional(
        "rampDays", .quantity(.count("days", atMost: 36_525, defaultValue: 0)),
        "How long it takes until the full effect, rising linearly in steps of 30 days."),
      .optional("cost", cost, "What it costs."),
      .required(
        "changes", .map(key: .id, of: change, count: 1...1_000),
        "What it does, in this order."),
    ], rules: [.increasing(["from", "until"])])

  private static let cost = Shape.object([
    .optional(
      "startUpUSD", .quantity(Quantity("USD", amount, defaultValue: 0)),
      "What it costs on its first day."),
    .optional(
      "perYearUSD", .quantity(Quantity("USD/year", amount, defaultValue: 0)),
      "What it costs per year while in force."),
  ])

  private static let change = Shape.object(
    [
      .required(
        "parameter", .text(count: 2...500),
        "A JSON Pointer to numbers of the scenario; * stands for every key."),
      .optional(
        "where",
        .map(key: .name(.field), of: .text(count: 1...200), count: 1...10),
        "Only where the entity that the last * stands for has these values, such as "
          + "{\"country\": \"TJK\"}."),
      .optional(
        "set", .quantity(Quantity("")), "The number becomes this, in the unit of the parameter."),
      .optional(
        "scale", .quantity(Quantity("", amount)), "The number is multiplied with this."),
      .optional(
        "add", .quantity(Quantity("")), "This is added to the number, in its unit."),
    ],
    rules: [.atLeastOne(["set", "scale", "add"]), .exclusive(["set", "scale", "add"])])
}

extension NamePattern {
  /// The key of a field, such as `country`.
  public static let field = NamePattern(
    "a key", first: "abcdefghijklmnopqrstuvwxyz",
    rest: "abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ", count: 1...64,
    example: "country")
}
