extension SweepResponse {
  /// What it adds up, in a sentence for the description of a table.
  public var summary: String {
    var times = scale == 1 ? "" : ", times \(scale)"
    switch threshold {
    case .above(let limit): times += "; 1 where that is above \(limit), else 0"
    case .below(let limit): times += "; 1 where that is below \(limit), else 0"
    case nil: break
    }
    switch source {
    case .columns(let columns):
      let names = columns.joined(separator: ", ")
      return (columns.count == 1 ? "The column \(names) of a run" : "The sum of \(names)")
        + times + "."
    case .series(let name, let member, let from, let until):
      var text = "The series \(name)"
      switch member {
      case .commodity(let id), .frontier(let id): text += " of \(id)"
      case .none: break
      }
      if let from { text += " from \(from)" }
      if let until { text += " until before \(until)" }
      return text + ", added up\(times)."
    }
  }
}
