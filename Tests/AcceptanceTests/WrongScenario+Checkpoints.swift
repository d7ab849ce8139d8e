/// Faults of checkpoints.
extension WrongScenario {
  /// The corridor over the bridge, on which a checkpoint may stand.
  private static let passage = (
    "\"layers\": {\"tjk-customs\": 0.05},\n      \"closed\": [\"winter\"]",
    "\"layers\": {\"tjk-customs\": 0.05},\n      \"checkpoint\": \"bridge\",\n      "
      + "\"closed\": [\"winter\"]"
  )

  /// The section of one checkpoint.
  private static func bridge(_ numbers: String) -> String {
    "\"checkpoints\": {\n      \"bridge\": {\"name\": \"Bridge\", \(numbers)}\n    }"
  }

  /// A checkpoint that a corridor names.
  private static func checkpoint(
    _ numbers: String, at key: String, mark: String? = nil, found: String, allowed: String,
    hint: String? = nil
  ) -> WrongScenario {
    section(
      bridge(numbers), besides: passage, at: "/checkpoints/bridge" + key, mark: mark ?? numbers,
      found: found, allowed: allowed, hint: hint)
  }

  static let checkpoints = [
    checkpoint(
      "\"lanes\": 0, \"inspectionMinutes\": 30", at: "/lanes", found: "found 0",
      allowed: "a whole number from 1 to 1000"),
    checkpoint(
      "\"lanes\": 1.5, \"inspectionMinutes\": 30", at: "/lanes", found: "found 1.5",
      allowed: "a whole number from 1 to 1000"),
    checkpoint(
      "\"inspectionMinutes\": 30", at: "/lanes", mark: "\"bridge\": {",
      found: "no key \"lanes\"", allowed: "the key \"lanes\""),
    checkpoint(
      "\"lanes\": 2, \"inspectionMinutes\": 0", at: "/inspectionMinutes", found: "found 0",
      allowed: "in minutes"),
    checkpoint(
      "\"lanes\": 2, \"inspectionMinutes\": {\"exponential\": {\"mean\": -5}}",
      at: "/inspectionMinutes/exponential/mean", found: "found -5", allowed: "a number from"),
    checkpoint(
      "\"lanes\": 2, \"inspectionMinutes\": 30, \"inspectedShare\": 1.2", at: "/inspectedShare",
      found: "found 1.2", allowed: "from 0 to 1"),
    checkpoint(
      "\"lanes\": 2, \"inspectionMinutes\": 30, \"queueLimit\": -1", at: "/queueLimit",
      found: "found -1", allowed: "a whole number from 0 to 100000"),
    checkpoint(
      "\"lanes\": 2, \"inspectionMinutes\": 30, \"licitVehiclesPerDay\": -3",
      at: "/licitVehiclesPerDay", found: "found -3", allowed: "from 0 to 100000"),
    checkpoint(
      "\"lanes\": 2, \"inspectionMinutes\": 30, \"licitVehicles\": 3", at: "/licitVehicles",
      found: "the unknown key \"licitVehicles\"", allowed: "\"licitVehiclesPerDay\"",
      hint: "did you mean \"licitVehiclesPerDay\"?"),
    checkpoint(
      "\"lanes\": 2, \"inspectionMinutes\": 30, \"licitVehiclesPerDay\": 96", at: "",
      mark: "\"bridge\": {",
      found: "found 96.0 licit vehicles a day to inspect for 30.0 minutes in 2 lanes",
      allowed: "fewer than 96.0 a day, or a limit to the queue", hint: "\"queueLimit\""),
    section(
      bridge("\"lanes\": 2, \"inspectionMinutes\": 30"), at: "/checkpoints/bridge",
      mark: "\"bridge\": {",
      found: "a checkpoint that no corridor passes",
      allowed: "a checkpoint that some corridor names"),
    WrongScenario(
      passage.0, passage.1.replacing("bridge", with: "bridgehead"),
      at: "/corridors/badakhshan--khatlon-bridge/checkpoint", mark: "\"bridgehead\"",
      found: "\"bridgehead\"", allowed: "a checkpoint, a key of /checkpoints"),
    section(
      bridge("\"lanes\": 2, \"inspectionMinutes\": 30") + """
        ,
        "policies": {
          "p": {
            "name": "P", "from": "2023-03-01",
            "changes": {
              "c": {"parameter": "/checkpoints/bridge/licitVehiclesPerDay", "set": 500}
            }
          }
        }
        """, besides: passage, at: "/checkpoints/bridge", mark: "\"bridge\": {",
      found: "found 500.0 licit vehicles a day", allowed: "a limit to the queue",
      hint: "under the policies in force on 2023-03-01"),
  ]
}
