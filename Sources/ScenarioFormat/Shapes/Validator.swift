public import TraffickingModel

/// Compares a document with its shape.
public enum Validator {
  /// The most problems that are listed; what is beyond is only counted.
  public static let problemLimit = 100

  /// All problems of a document at once, in the order in which a reader meets them.
  ///
  /// Empty when the document has the shape. Beyond `problemLimit` one more entry says how many
  /// were left out. The cost is linear in the size of the document; a name that is wrong is
  /// compared with those that are right, up to 20,000 of them.
  public static func problems(in document: JSONNode, shape: Shape) -> [ScenarioProblem] {
    var validation = Validation(document: document)
    validation.check(document, shape)
    validation.checkCatalogues(of: shape)
    var problems = validation.problems
    if validation.omittedCount > 0 {
      problems.append(
        ScenarioProblem(
          pointer: "", found: "found \(validation.omittedCount) more problems",
          allowed: "a document without problems",
          hint: "mend the first ones; the others may vanish with them"))
    }
    return problems
  }

  /// Whether the objects at some pointers have no problems, with all that is in them.
  ///
  /// Where there is none, or none that the shape has, the answer is no. The cost is that of these
  /// objects, and of the catalogues that they refer to.
  static func isSound(
    _ document: JSONNode, shape: Shape, inObjectsAt pointers: [JSONPointer]
  ) -> Bool {
    var validation = Validation(document: document)
    for pointer in pointers {
      var (node, place) = (document, shape)
      for token in pointer.tokens {
        guard let next = JSONPointer(tokens: [token]).resolve(in: node),
          let step = place.step(by: token)
        else { return false }
        (node, place) = (next, step.shape)
      }
      validation.pointer = pointer
      validation.check(node, place)
    }
    return validation.problems.isEmpty
  }

  /// Throws all problems of a document, if it has any.
  public static func check(_ document: JSONNode, shape: Shape) throws(ScenarioError) {
    let problems = problems(in: document, shape: shape)
    if !problems.isEmpty { throw ScenarioError(problems: problems) }
  }
}
