import ScenarioFormat
import Testing

@Suite("JSON Pointer")
struct JSONPointerTests {
  /// The document of RFC 6901, section 5.
  static let document: JSONNode = [
    "foo": ["bar", "baz"], "": 0, "a/b": 1, "c%d": 2, "e^f": 3, "g|h": 4, #"i\j"#: 5,
    #"k"l"#: 6, " ": 7, "m~n": 8,
  ]

  @Test(
    "The examples of RFC 6901, section 5, resolve",
    arguments: [
      ("/foo", ["bar", "baz"]), ("/foo/0", "bar"), ("/", 0), ("/a~1b", 1), ("/c%d", 2),
      ("/e^f", 3), ("/g|h", 4), (#"/i\j"#, 5), (#"/k"l"#, 6), ("/ ", 7), ("/m~0n", 8),
    ] as [(String, JSONNode)])
  func examples(text: String, value: JSONNode) throws {
    let pointer = try #require(JSONPointer(parsing: text))
    #expect(pointer.resolve(in: Self.document) == value)
    #expect(pointer.description == text)
  }

  @Test("The empty pointer is the whole document")
  func root() {
    #expect(JSONPointer(parsing: "") == .root)
    #expect(JSONPointer.root.resolve(in: Self.document) == Self.document)
    #expect(JSONPointer.root.description == "")
  }

  @Test("Text that is not a pointer is refused", arguments: ["a", "foo/0", "/~", "/~2", "/a~"])
  func malformed(text: String) {
    #expect(JSONPointer(parsing: text) == nil)
  }

  @Test(
    "A pointer to nothing resolves to nothing",
    arguments: [
      "/nothing", "/foo/2", "/foo/-", "/foo/00", "/foo/01", "/foo/+1", "/foo/bar", "/foo/0/x",
      "/foo/99999999999999999999",
    ])
  func missing(text: String) throws {
    #expect(try #require(JSONPointer(parsing: text)).resolve(in: Self.document) == nil)
  }

  @Test("~01 is a tilde and a one, not a slash")
  func escapeOrder() throws {
    #expect(try #require(JSONPointer(parsing: "/~01")).tokens == ["~1"])
    #expect(JSONPointer(tokens: ["~1", "/"]).description == "/~01/~1")
  }

  @Test("Appending adds keys and indices")
  func appending() {
    #expect(JSONPointer.root.appending("a/b").appending(3).description == "/a~1b/3")
  }

  @Test("Replacing changes one value and nothing else")
  func replacing() throws {
    let pointer: JSONPointer = "/foo/1"
    let changed = try #require(pointer.replacing(in: Self.document, with: true))
    #expect(changed["foo"] == ["bar", true])
    #expect(changed.object?.keys == Self.document.object?.keys)
    #expect(JSONPointer(tokens: ["foo", "2"]).replacing(in: Self.document, with: true) == nil)
    #expect(JSONPointer(tokens: ["x"]).replacing(in: Self.document, with: true) == nil)
    #expect(JSONPointer.root.replacing(in: Self.document, with: 1) == 1)
  }
}
