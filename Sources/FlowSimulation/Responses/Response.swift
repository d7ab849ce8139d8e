/// What a replication is asked about: one case per quantity, with everything that tables, files and
/// documentation say of it.
public enum Response: String, CaseIterable, Sendable {
  case dispatchedKilograms = "dispatched_kg"
  case dispatchedConsignments = "dispatched_consignments"
  case deliveredKilograms = "delivered_kg"
  case deliveredKilogramsByMarket = "delivered_kg_by_market"
  case seizedKilograms = "seized_kg"
  case seizures = "seizures"
  case meanSeizedConsignmentKilograms = "mean_seized_consignment_kg"
  case interdictionRate = "interdiction_rate"
  case borderShareOfSeizures = "border_share_of_seizures"
  case seizedKilogramsByCountry = "seized_kg_by_country"
  case seizuresByCountry = "seizures_by_country"
  case seizedKilogramsByLayer = "seized_kg_by_layer"
  case attemptedKilogramsBySection = "attempted_kg_by_section"
  case seizedKilogramsBySection = "seized_kg_by_section"
  case attemptedKilogramsByFrontier = "attempted_kg_by_frontier"
  case shareOfCrossingsByFrontier = "share_of_crossings_by_frontier"
  case routeKilograms = "route_kg"
  case routeShare = "route_share"
  case routeInterdictionRate = "route_interdiction_rate"
  case daysToMarket = "days_to_market"
  case inTransitKilograms = "in_transit_kg"
  case stockKilograms = "stock_kg"
  case revenueByOrganisation = "revenue_usd_by_organisation"
  case policyCost = "cost_usd_by_policy"
  case incidents = "incidents"
  case clashesBySection = "clashes_by_section"
  case corruptlyPassedKilograms = "corruptly_passed_kg"
  case convertedKilograms = "converted_kg"
  case laboratoryOutput = "made_kg_by_laboratory"
  case inputStockKilograms = "input_stock_kg"
  case inspectionsByCheckpoint = "inspections_by_checkpoint"
  case wavedThroughByCheckpoint = "waved_through_by_checkpoint"
  case meanWaitMinutes = "mean_wait_minutes_by_checkpoint"
  case meanNumberPresent = "mean_number_present_by_checkpoint"
  case meanPrice = "mean_price_usd_per_kg"
  case chanceOfDispatches = "chance_of_dispatches"
  case chanceOfRelease = "chance_of_release_kg"
  case chanceOfMasses = "chance_of_masses_kg"
  case chanceOfDetections = "chance_of_detections"
  case chanceOfDetectedKilograms = "chance_of_detected_kg"

  /// What a response is broken down by.
  public enum Dimension: String, Sendable, CaseIterable {
    case commodity
    case country
    case market
    case layer
    case section
    case frontier
    case route
    case organisation
    case policy
    case incident
    case laboratory
    case checkpoint
  }

  /// What the response is broken down by, outermost first.
  public var dimensions: [Dimension] {
    switch self {
    case .dispatchedKilograms, .dispatchedConsignments, .deliveredKilograms, .seizedKilograms,
      .seizures, .meanSeizedConsignmentKilograms, .interdictionRate, .borderShareOfSeizures,
      .daysToMarket, .inTransitKilograms, .stockKilograms, .chanceOfDispatches, .chanceOfRelease,
      .chanceOfMasses, .chanceOfDetections, .chanceOfDetectedKilograms:
      [.commodity]
    case .deliveredKilogramsByMarket: [.market, .commodity]
    case .seizedKilogramsByCountry, .seizuresByCountry: [.country, .commodity]
    case .seizedKilogramsByLayer: [.layer, .commodity]
    case .attemptedKilogramsBySection, .seizedKilogramsBySection: [.section]
    case .attemptedKilogramsByFrontier: [.frontier, .commodity]
    case .shareOfCrossingsByFrontier: [.frontier]
    case .routeKilograms, .routeShare, .routeInterdictionRate: [.route, .commodity]
    case .revenueByOrganisation: [.organisation]
    case .policyCost: [.policy]
    case .incidents: [.incident]
    case .clashesBySection: [.section]
    case .corruptlyPassedKilograms, .convertedKilograms, .inputStockKilograms: [.commodity]
    case .laboratoryOutput: [.laboratory]
    case .inspectionsByCheckpoint, .wavedThroughByCheckpoint, .meanWaitMinutes,
      .meanNumberPresent:
      [.checkpoint]
    case .meanPrice: [.market, .commodity]
    }
  }

  /// The unit of its values.
  public var unit: String {
    switch self {
    case .dispatchedConsignments, .seizures, .seizuresByCountry, .incidents, .clashesBySection,
      .inspectionsByCheckpoint, .wavedThroughByCheckpoint, .chanceOfDispatches,
      .chanceOfDetections:
      "count"
    case .meanWaitMinutes: "minutes"
    case .meanNumberPresent: "vehicles"
    case .meanPrice: "USD/kg"
    case .interdictionRate, .borderShareOfSeizures, .shareOfCrossingsByFrontier, .routeShare,
      .routeInterdictionRate:
      "fraction"
    case .daysToMarket: "days"
    case .revenueByOrganisation, .policyCost: "USD"
    default: "kg"
    }
  }

  /// A short title for a table.
  public var title: String {
    switch self {
    case .dispatchedKilograms: "Dispatched"
    case .dispatchedConsignments: "Consignments dispatched"
    case .deliveredKilograms: "Delivered"
    case .deliveredKilogramsByMarket: "Delivered, by market"
    case .seizedKilograms: "Seized"
    case .seizures: "Seizures"
    case .meanSeizedConsignmentKilograms: "Mean seizure"
    case .interdictionRate: "Interdiction"
    case .borderShareOfSeizures: "Border share"
    case .seizedKilogramsByCountry: "Seized, by country"
    case .seizuresByCountry: "Seizures, by country"
    case .seizedKilogramsByLayer: "Seized, by layer"
    case .attemptedKilogramsBySection: "Crossings attempted, by section"
    case .seizedKilogramsBySection: "Seized, by section"
    case .attemptedKilogramsByFrontier: "Crossings attempted, by frontier"
    case .shareOfCrossingsByFrontier: "Share of crossings, by frontier"
    case .routeKilograms: "Left the country of origin, by route"
    case .routeShare: "Share of flow, by route"
    case .routeInterdictionRate: "Interdiction, by route"
    case .daysToMarket: "Days to market"
    case .inTransitKilograms: "On the way at the end"
    case .stockKilograms: "In stock at the end"
    case .revenueByOrganisation: "Revenue, by organisation"
    case .policyCost: "Cost, by policy"
    case .incidents: "Incidents"
    case .clashesBySection: "Clashes, by section"
    case .corruptlyPassedKilograms: "Let pass for money"
    case .convertedKilograms: "Used up by laboratories"
    case .laboratoryOutput: "Made, by laboratory"
    case .inputStockKilograms: "In laboratories at the end"
    case .inspectionsByCheckpoint: "Inspections, by checkpoint"
    case .wavedThroughByCheckpoint: "Waved through, by checkpoint"
    case .meanWaitMinutes: "Mean wait, by checkpoint"
    case .meanNumberPresent: "Vehicles present, by checkpoint"
    case .meanPrice: "Mean price"
    case .chanceOfDispatches: "Chance of dispatches"
    case .chanceOfRelease: "Chance of release"
    case .chanceOfMasses: "Chance of masses"
    case .chanceOfDetections: "Chance of detections"
    case .chanceOfDetectedKilograms: "Chance of detections, by mass"
    }
  }

  /// What exactly is counted, in one sentence. All refer to the reported period.
  public var definition: String {
    switch self {
    case .dispatchedKilograms: "Mass that left a supply."
    case .dispatchedConsignments: "Consignments that left a supply, before any division at hubs."
    case .deliveredKilograms:
      "Mass that reached the market it was meant for, the markets of laboratories included."
    case .deliveredKilogramsByMarket:
      "Mass that reached a market, for use there or in a laboratory."
    case .seizedKilograms: "Mass seized by any layer of enforcement."
    case .seizures: "Consignments seized, parts of a divided one counted singly."
    case .meanSeizedConsignmentKilograms: "Mass seized over number of seizures."
    case .interdictionRate: "Mass seized over mass seized or delivered."
    case .borderShareOfSeizures:
      "Share of seized mass that border guards or customs seized, the rest being police and drug "
        + "control."
    case .seizedKilogramsByCountry: "Mass seized by the agencies of a country."
    case .seizuresByCountry: "Consignments seized by the agencies of a country."
    case .seizedKilogramsByLayer: "Mass seized by a layer of enforcement, all countries."
    case .attemptedKilogramsBySection:
      "Mass that set out across a border section in either direction, seized there or not."
    case .seizedKilogramsBySection: "Mass seized on a crossing of a border section."
    case .attemptedKilogramsByFrontier:
      "Mass that set out across a frontier in either direction, seized there or not."
    case .shareOfCrossingsByFrontier:
      "Mass that set out across a frontier over the mass that set out across any."
    case .routeKilograms: "Mass that set out across the first frontier of a route."
    case .routeShare: "Mass that took a route over the mass that took any."
    case .routeInterdictionRate:
      "Of what took a route: mass seized over mass seized or delivered, wherever that happened."
    case .daysToMarket: "Mean time from dispatch to delivery, over deliveries."
    case .inTransitKilograms: "Mass on the way when the period ended."
    case .stockKilograms: "Mass in the stocks of the supplies when the period ended."
    case .revenueByOrganisation: "Mass delivered times the price at the market."
    case .policyCost: "What a policy costs: its first day, if reported, and its days in force."
    case .incidents: "How often something happened, by kind of incident."
    case .clashesBySection: "Detections on a border section that carriers resisted with arms."
    case .corruptlyPassedKilograms: "Mass detected and let pass for money."
    case .convertedKilograms: "Mass that laboratories used up."
    case .laboratoryOutput: "Mass of product that a laboratory made."
    case .inputStockKilograms:
      "Mass delivered to laboratories and not used up when the period ended."
    case .inspectionsByCheckpoint:
      "Vehicles whose inspection began, licit ones and consignments."
    case .wavedThroughByCheckpoint: "Selected vehicles that were waved through a full queue."
    case .meanWaitMinutes: "Mean time from arrival to inspection, over inspected vehicles."
    case .meanNumberPresent: "Mean number of vehicles waiting or under inspection."
    case .meanPrice: "Price at a market, averaged over time."
    case .chanceOfDispatches:
      "Consignments due by chance beyond the rates of their supplies; 0 in expectation."
    case .chanceOfRelease:
      "Mass that the luck of the months sets free beyond what is expected; 0 in expectation."
    case .chanceOfMasses:
      "Mass drawn for consignments beyond the mean of its distribution; 0 in expectation."
    case .chanceOfDetections:
      "Passages whose draw lay below their hazard, less these hazards; 0 in expectation."
    case .chanceOfDetectedKilograms:
      "The same, each passage weighted by its mass; 0 in expectation."
    }
  }

  /// The expected value, where it is known whatever the scenario: such a response is a control
  /// variate for the others.
  public var expectedValue: Double? {
    switch self {
    case .chanceOfDispatches, .chanceOfRelease, .chanceOfMasses, .chanceOfDetections,
      .chanceOfDetectedKilograms:
      0
    default: nil
    }
  }

  /// Whether it belongs on the first page of a report.
  public var isMain: Bool {
    switch self {
    case .dispatchedKilograms, .deliveredKilograms, .seizedKilograms, .seizures,
      .meanSeizedConsignmentKilograms, .interdictionRate, .borderShareOfSeizures, .daysToMarket:
      true
    default: false
    }
  }
}
