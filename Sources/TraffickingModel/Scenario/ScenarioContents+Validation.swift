/// Checks across entities. What a single value may be (type, range, spelling) is the decoder's
/// business; here stands what only makes sense together.
extension ScenarioContents {
  /// Everything that is wrong, empty when nothing is.
  ///
  /// Pointers follow the scenario format: `/corridors/<id>/section` and so on.
  public func problems() -> [ScenarioProblem] {
    var problems = periodProblems()
    problems += closureProblems()
    problems += frontierProblems()
    problems += placeProblems()
    problems += corridorProblems()
    problems += supplyProblems()
    problems += mechanismProblems()
    // Reachability is asked only of a network that is sound so far.
    if problems.isEmpty {
      switch routing {
      case .fixed: problems += fixedRoutingProblems()
      case .recursiveLogit: problems += reachabilityProblems()
      }
    }
    return problems
  }

  private func periodProblems() -> [ScenarioProblem] {
    if period.end <= period.start {
      return [
        ScenarioProblem(
          pointer: "/period/end", found: "found \(period.end), not after the start",
          allowed: "a date after \(period.start)",
          hint: "the end is the first day that is not reported any more")
      ]
    }
    if period.end > CivilDate.latestEnd {
      return [
        ScenarioProblem(
          pointer: "/period/end", found: "found \(period.end)",
          allowed: "a date not after \(CivilDate.latestEnd)")
      ]
    }
    if period.simulatedDays > Period.maximumDays {
      return [
        ScenarioProblem(
          pointer: "/period", found: "found \(period.simulatedDays) simulated days",
          allowed: "at most \(Period.maximumDays) days, warm-up included")
      ]
    }
    if period.warmUpDays >= period.start.dayNumber - CivilDate.earliestSimulated.dayNumber {
      return [
        ScenarioProblem(
          pointer: "/period/start", found: "found \(period.start)",
          allowed: "a period that starts, warm-up included, after \(CivilDate.earliestSimulated)")
      ]
    }
    return []
  }

  private func closureProblems() -> [ScenarioProblem] {
    closures.filter { $0.from == $0.until }.map { closure in
      ScenarioProblem(
        pointer: "/closures/\(closure.id)/until", found: "found the day on which it begins",
        allowed: "another day: the first that is open again",
        hint: "corridors that are never open are better left out")
    }
  }

  private func frontierProblems() -> [ScenarioProblem] {
    var problems = [ScenarioProblem]()
    for (offset, frontier) in frontiers.enumerated() {
      let pointer = "/frontiers/\(frontier.id)"
      if Set(frontier.countries).count != 2 {
        problems.append(
          ScenarioProblem(
            pointer: "\(pointer)/between", found: "found the same country twice",
            allowed: "two different countries"))
      }
      let own = sections.filter { $0.frontier == Frontier.Index(offset) }
      let sum = own.reduce(0) { $0 + $1.lengthKilometres }
      if abs(sum - frontier.lengthKilometres) > 0.005 * frontier.lengthKilometres {
        problems.append(
          ScenarioProblem(
            pointer: "\(pointer)/lengthKilometres",
            found: "found \(frontier.lengthKilometres) km, but its sections add up to \(sum) km",
            allowed: "a length within 0.5 per cent of the sum of the sections",
            hint: "correct the length or a section's length"))
      }
      for section in own { problems += surveillanceProblems(of: section, in: frontier) }
    }
    return problems
  }

  private func surveillanceProblems(
    of section: FrontierSection, in frontier: Frontier
  ) -> [ScenarioProblem] {
    guard let surveillance = section.surveillance else { return [] }
    let pointer = "/frontiers/\(frontier.id)/sections/\(section.id)"
    var watchers = surveillance.patrols.map {
      (agencies[$0.agency], "\(pointer)/patrols/\(agencies[$0.agency].id)")
    }
    if let sensors = surveillance.sensors {
      watchers.append((agencies[sensors.agency], "\(pointer)/sensors/agency"))
    }
    let neighbours = frontier.countries.map { countries[$0].id }
    return watchers.compactMap { agency, pointer in
      if frontier.countries.contains(agency.country) { return nil }
      return ScenarioProblem(
        pointer: pointer,
        found: "found \"\(agency.id)\", an agency of \(countries[agency.country].id)",
        allowed: "an agency of \(neighbours.joined(separator: " or "))")
    }
  }

  private func placeProblems() -> [ScenarioProblem] {
    places.compactMap { place in
      guard let split = place.split, split.partKilograms > split.aboveKilograms else { return nil }
      return ScenarioProblem(
        pointer: "/places/\(place.id)/split/partKilograms",
        found: "found \(split.partKilograms) kg, more than aboveKilograms",
        allowed: "at most aboveKilograms, \(split.aboveKilograms) kg",
        hint: "parts must not be divided again")
    }
  }

  private func corridorProblems() -> [ScenarioProblem] {
    var problems = [ScenarioProblem]()
    for corridor in corridors {
      let pointer = "/corridors/\(corridor.id)"
      if corridor.from == corridor.to {
        problems.append(
          ScenarioProblem(
            pointer: "\(pointer)/to", found: "found the place where the corridor starts",
            allowed: "another place"))
      }
      if let crossing = corridor.crossing {
        problems += crossingProblems(of: corridor, crossing, pointer)
      }
    }
    return problems
  }

  private func crossingProblems(
    of corridor: Corridor, _ crossing: Corridor.Crossing, _ pointer: String
  ) -> [ScenarioProblem] {
    var problems = [ScenarioProblem]()
    let section = sections[crossing.section]
    let frontier = frontiers[section.frontier]
    let ends = [places[corridor.from].country, places[corridor.to].country]
    if Set(ends) != Set(frontier.countries) {
      let crossed = ends.map { countries[$0].id }.joined(separator: " to ")
      problems.append(
        ScenarioProblem(
          pointer: "\(pointer)/section",
          found: "found \"\(section.id)\" of frontier \"\(frontier.id)\", but the corridor goes "
            + "from \(crossed)",
          allowed: "a section of a frontier between the countries of the corridor's two places"))
    }
    if crossing.isGreen, section.surveillance == nil {
      problems.append(
        ScenarioProblem(
          pointer: "\(pointer)/crossing",
          found: "found \"green\", but section \"\(section.id)\" has no band to search",
          allowed: "\"checkpoint\", or a section with bandWidthKilometres and crossingDays",
          hint: "add them to /frontiers/\(frontier.id)/sections/\(section.id)"))
    }
    return problems
  }

  private func supplyProblems() -> [ScenarioProblem] {
    supplies.compactMap { supply in
      let total = supply.organisationShares.reduce(0) { $0 + $1.share }
      if total > 0 { return nil }
      return ScenarioProblem(
        pointer: "/supplies/\(supply.id)/organisations", found: "found shares that are all zero",
        allowed: "at least one organisation with a share above 0")
    }
  }
}

extension CivilDate {
  /// No simulation starts before this day.
  static let earliestSimulated = CivilDate(dayNumber: -719_162)

  /// No period ends after this day: the month after the last reported one has a name of its own.
  static let latestEnd = CivilDate(dayNumber: 2_932_866)
}
