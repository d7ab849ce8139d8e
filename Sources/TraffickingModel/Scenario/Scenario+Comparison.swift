extension Scenario {
  /// The first day on which this scenario and another one, whose simulation starts on the same day,
  /// say anything different; `nil` if they never do.
  ///
  /// Asked of the numbers in force day by day, not of the policies that have set them.
  public func firstDifference(from other: Scenario) -> CivilDate? {
    let start = contents.period.simulationStart
    guard contents.withoutPolicies == other.contents.withoutPolicies else { return start }
    let days = Set((stages + other.stages).map(\.from.dayNumber)).sorted()
    return days.lazy.map { CivilDate(dayNumber: $0) }.first { day in
      self.contents(on: day).withoutPolicies != other.contents(on: day).withoutPolicies
    }
  }

  /// The numbers in force on a day.
  private func contents(on day: CivilDate) -> ScenarioContents {
    (stages.last { $0.from <= day } ?? stages[0]).contents
  }
}

extension ScenarioContents {
  /// All that a simulation may use of them: neither policies nor what is written for people.
  public var withoutPolicies: ScenarioContents {
    var contents = self
    contents.title = ""
    contents.description = ""
    contents.policies = []
    return contents
  }
}
