import ScenarioFormat
import Testing
import TraffickingModel

@Suite("JSON Merge Patch")
struct JSONMergePatchTests {
  @Test(
    "The test cases of RFC 7396, appendix A, hold",
    arguments: [
      (#"{"a":"b"}"#, #"{"a":"c"}"#, #"{"a":"c"}"#),
      (#"{"a":"b"}"#, #"{"b":"c"}"#, #"{"a":"b","b":"c"}"#),
      (#"{"a":"b"}"#, #"{"a":null}"#, #"{}"#),
      (#"{"a":"b","b":"c"}"#, #"{"a":null}"#, #"{"b":"c"}"#),
      (#"{"a":["b"]}"#, #"{"a":"c"}"#, #"{"a":"c"}"#),
      (#"{"a":"c"}"#, #"{"a":["b"]}"#, #"{"a":["b"]}"#),
      (#"{"a":{"b":"c"}}"#, #"{"a":{"b":"d","c":null}}"#, #"{"a":{"b":"d"}}"#),
      (#"{"a":[{"b":"c"}]}"#, #"{"a":[1]}"#, #"{"a":[1]}"#),
      (#"["a","b"]"#, #"["c","d"]"#, #"["c","d"]"#),
      (#"{"a":"b"}"#, #"["c"]"#, #"["c"]"#),
      (#"{"a":"foo"}"#, #"null"#, #"null"#),
      (#"{"a":"foo"}"#, #""bar""#, #""bar""#),
      (#"{"e":null}"#, #"{"a":1}"#, #"{"e":null,"a":1}"#),
      (#"[1,2]"#, #"{"a":"b","c":null}"#, #"{"a":"b"}"#),
      (#"{}"#, #"{"a":{"bb":{"ccc":null}}}"#, #"{"a":{"bb":{}}}"#),
    ])
  func appendixA(target: String, patch: String, result: String) throws {
    let merged = JSONMergePatch.apply(try node(patch), to: try node(target))
    #expect(CanonicalJSON.text(merged) == CanonicalJSON.text(try node(result)))
  }

  @Test("Every value keeps the location of the file it came from")
  func locations() throws {
    let base = try node("{\"a\": {\"b\": 1,\n \"c\": 2}, \"d\": 3}", file: "base")
    let patch = try node("{\"d\": {\"e\": 4},\n\"a\": {\"c\": 5}}", file: "patch")
    let merged = JSONMergePatch.apply(patch, to: base)
    func place(_ pointer: JSONPointer) -> String {
      pointer.resolve(in: merged)?.location?.description ?? "none"
    }
    #expect(place("") == "base:1:1")
    #expect(place("/a") == "base:1:7")
    #expect(place("/a/b") == "base:1:13")
    #expect(place("/a/c") == "patch:2:12")
    #expect(place("/d") == "patch:1:7")
    #expect(place("/d/e") == "patch:1:13")
    #expect(merged.object?.member("a")?.keyLocation?.description == "base:1:2")
    #expect(merged.object?.member("d")?.keyLocation?.description == "patch:1:2")
  }

  @Test("Members keep the order of the target, new ones follow")
  func order() throws {
    let base: JSONNode = ["z": 1, "m": 2, "a": 3]
    let merged = JSONMergePatch.apply(["new": 0, "a": 9, "m": .null], to: base)
    #expect(merged.object?.keys == ["z", "a", "new"])
  }
}
