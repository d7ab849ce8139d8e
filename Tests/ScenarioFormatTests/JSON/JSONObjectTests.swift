import ScenarioFormat
import Testing

@Suite("JSON objects")
struct JSONObjectTests {
  @Test("Members set, replaced and removed stay findable and in order", arguments: [3, 20])
  func mutation(count: Int) {
    var object = JSONObject()
    for index in 0..<count { object.append(JSONMember(key: "k\(index)", node: .number(index))) }
    object.set(JSONMember(key: "k1", node: "changed"))
    object.remove("k0")
    object.remove("unknown")
    object.set(JSONMember(key: "new", node: true))
    #expect(object.keys == (1..<count).map { "k\($0)" } + ["new"])
    #expect(object["k1"] == "changed")
    #expect(object["k0"] == nil)
    #expect((2..<count).allSatisfy { object["k\($0)"] == .number($0) })
    #expect(object.contains("new"))
  }

  @Test("A key that is present is not added again")
  func duplicate() {
    var object = JSONObject()
    #expect(object.append(JSONMember(key: "a", node: 1)) == nil)
    #expect(object.append(JSONMember(key: "a", node: 2))?.node == 1)
    #expect(object.count == 1)
  }

  @Test("Equality ignores the order of members and nothing else")
  func equality() {
    let one: JSONNode = ["a": 1, "b": [true]]
    #expect(one == ["b": [true], "a": 1])
    #expect(one != ["a": 1])
    #expect(one != ["a": 1, "b": [false]])
    #expect(one != ["a": 1, "c": [true]])
    #expect(JSONNode.array([1, 2]) != [2, 1])
    #expect(JSONNode.null != false)
  }
}
