/// The shapes of the trade: organisations, supplies, markets.
extension ScenarioShape {
  static let organisation = Shape.object([
    .required("name", .label, "A neutral name: organisations are synthetic."),
    .required(
      "choiceSensitivity", .quantity(Quantity("per USD/kg", QuantityRange(from: 1e-12, to: 1e6))),
      "The scale of the link logit: small chooses blindly, large chooses the best route."),
    .required(
      "riskAversion", .quantity(Quantity("", .closed(0...1e9))),
      "The weight of an expected loss against its money value; 1 is risk neutral."),
    .required(
      "timeValuePerKilogramDay", .quantity(Quantity("USD per kg and day", price)),
      "The cost of time."),
    .optional(
      "concealment", .quantity(factor),
      "What every detection hazard is multiplied with; below 1 is better hidden."),
    .optional(
      "markets",
      .map(key: .reference(.markets), of: .quantity(Quantity("", .closed(0...1e9)))),
      "The markets it serves, with the weights that multiply their demand; absent for all."),
    .optional("learning", learning, "How it learns from experience; absent for not at all."),
    .optional(
      "armament", .quantity(.probability("confrontation", defaultValue: 0)),
      "The probability that its carriers resist with arms."),
    .optional(
      "structure", structure, "What arrests and losses do to it; absent for nothing."),
  ])

  private static let structure = Shape.object([
    .required(
      "cells", .quantity(.count("cells", atLeast: 1, atMost: 100_000)),
      "Its cells at full strength: it dispatches in proportion to those it has, and is dismantled "
        + "when none is left."),
    .required(
      "replacementDays", DistributionShape.positive("days"), "How long a lost cell is missing."),
    .required(
      "reformingDays", DistributionShape.positive("days"),
      "How long it takes until it forms anew after it was dismantled."),
    .optional(
      "successionShare", .quantity(Quantity("share", .fraction, defaultValue: 1)),
      "Of what it fails to dispatch, how much others take over; the rest stays in stock."),
    .optional(
      "finances", finances,
      "What it trades with: without capital it is dismantled; absent for without limit."),
  ])

  private static let finances = Shape.object([
    .required(
      "capitalUSD", .quantity(Quantity("USD", amount)),
      "The capital at the start and when it forms anew."),
    .required(
      "margin", .quantity(Quantity("share of the price", .fraction)),
      "What is left over of the price at the market; the rest is the outlay, which a seizure "
        + "costs."),
    .optional(
      "spendingUSDPerYear", .quantity(Quantity("USD/year", amount, defaultValue: 0)),
      "What is spent regardless of trade."),
  ])

  private static let learning = Shape.object([
    .required(
      "reviewDays", .quantity(Quantity("days", .closed(1...3650))),
      "The time between two reviews of beliefs and routes."),
    .required(
      "memoryDays", .quantity(Quantity("days", .closed(1...36_500))),
      "The time in which experience fades to 1/e of its weight."),
    .required(
      "priorPassages", .quantity(Quantity("passages", .closed(0.01...1e6))),
      "How many passages the initial belief about a corridor weighs."),
    .optional(
      "hearsay", .quantity(Quantity("", .fraction, defaultValue: 0)),
      "What an experience of other learners weighs against one's own."),
  ])

  static let supply = Shape.object([
    .required("place", .reference(.places), "Where it is."),
    .required("commodity", .reference(.commodities), "Of what."),
    .required(
      "initialStockKilograms", .quantity(Quantity("kg", amount)),
      "The stock when the simulation starts, before the warm-up."),
    .required(
      "productionKilogramsPerYear", .quantity(Quantity("kg/year", amount)),
      "What is added to the stock."),
    .optional(
      "harvest",
      .map(
        key: .choice(monthChoices), of: .quantity(Quantity("", .closed(0...1e9))), count: 1...12),
      "Weights of the months in which production comes in; absent for evenly."),
    .required(
      "releasePerYear",
      .quantity(Quantity("share of the stock per year", QuantityRange(from: 0, to: 1000))),
      "The release rule: stock times this leaves per year, in expectation."),
    .optional(
      "releaseElasticity", .quantity(Quantity("", .closed(0...10), defaultValue: 0)),
      "How release answers to prices: times the mean ratio of price to stated price at the "
        + "markets served, to this power."),
    .required(
      "clusteringShape", .quantity(Quantity("", QuantityRange(from: 0.01, to: 1e6))),
      "The gamma shape of the monthly intensity: monthly counts have a variance of "
        + "1 + mean / shape times their mean."),
    .required(
      "consignmentKilograms", DistributionShape.positive("kg"), "The mass of a consignment."),
    .required(
      "organisations",
      .map(
        key: .reference(.organisations), of: .quantity(Quantity("", .closed(0...1e9))),
        minimumCount: 1),
      "Who dispatches: shares relative to each other."),
  ])

  private static let monthChoices = zip(
    monthKeys,
    [
      "January", "February", "March", "April", "May", "June", "July", "August", "September",
      "October", "November", "December",
    ]
  ).map { Choice($0, $1) }

  /// The keys of a harvest, January first.
  static let monthKeys = [
    "jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec",
  ]

  /// Far above anything real, and such that no sum or square of money and masses overflows.
  static let amount = QuantityRange(from: 0, to: 1e15)
  /// Money per kilogram, as far above anything real.
  static let price = QuantityRange(from: 0, to: 1e9)

  static let market = Shape.object([
    .required("name", .label, "The name, for people."),
    .required("place", .reference(.places), "Where it is."),
    .required(
      "commodities", .map(key: .reference(.commodities), of: demand, minimumCount: 1),
      "What it takes."),
  ])

  private static let demand = Shape.object([
    .required(
      "demandKilogramsPerYear", .quantity(Quantity("kg/year", amount)),
      "How much; flow is shared out between markets by these figures."),
    .required(
      "pricePerKilogram", .quantity(Quantity("USD/kg", price)),
      "The wholesale price."),
    .optional(
      "priceResponse", priceResponse,
      "How the price answers to what is delivered; absent for not at all."),
  ])

  private static let priceResponse = Shape.object([
    .required(
      "elasticity",
      .quantity(Quantity("per cent of demand per per cent of price", .closed(-100 ... -0.01))),
      "The elasticity of demand: the price is the stated one times (delivered / demanded) to the "
        + "power 1 / elasticity."),
    .required(
      "memoryDays", .quantity(Quantity("days", .closed(1...3650))),
      "The time over which deliveries are averaged."),
    .optional(
      "limitFactor",
      .quantity(Quantity("", QuantityRange(from: 1, to: 1000), defaultValue: 4)),
      "The price stays within the stated one over and times this."),
  ])

  static let laboratory = Shape.object([
    .required("name", .label, "The name, for people."),
    .required("market", .reference(.markets), "The market to which its inputs are delivered."),
    .required(
      "supply", .reference(.supplies), "The supply, at the same place, that its product goes to."),
    .required(
      "recipe",
      .map(
        key: .reference(.commodities),
        of: .quantity(Quantity("kg per kg of product", QuantityRange(from: 1e-6, to: 1e6))),
        count: 1...20),
      "What a kilogram of product takes."),
    .required(
      "capacityKilogramsPerDay", .quantity(Quantity("kg/day", amount)), "The most it makes."),
    .optional(
      "batchDays", .quantity(Quantity("days", .closed(0.1...365), defaultValue: 7)),
      "The time between two batches."),
  ])
}
