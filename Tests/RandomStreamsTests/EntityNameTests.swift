import RandomStreams
import Testing

@Suite("Entity names")
struct EntityNameTests {
  @Test(
    "the hash of an identifier is FNV-1a by its published vectors",
    arguments: [
      ("", 0xCBF2_9CE4_8422_2325), ("a", 0xAF63_DC4C_8601_EC8C),
      ("foobar", 0x8594_4171_F739_67E8),
    ] as [(String, UInt64)])
  func hashIsFNV(identifier: String, expected: UInt64) {
    #expect(EntityName.hash(identifier) == expected)
  }

  @Test("the hash reads UTF-8 bytes, not characters")
  func hashReadsBytes() {
    // é as one scalar and as two: equal strings to Swift, two identifiers in a file.
    #expect(EntityName.hash("\u{E9}") != EntityName.hash("e\u{301}"))
  }

  @Test("members are the outputs of SplitMix64 by its published vectors")
  func membersAreSplitMix() {
    #expect(
      (0..<3).map { EntityName.member($0, of: 0) }
        == [0xE220_A839_7B1D_CDAF, 0x6E78_9E6A_A1B9_65F4, 0x06C4_5D18_8009_454F])
    #expect(
      (0..<3).map { EntityName.member($0, of: 1_234_567) }
        == [6_457_827_717_110_365_317, 3_203_168_211_198_807_973, 9_817_491_932_198_370_423])
  }

  @Test("members of many parents and members of members all have names of their own")
  func membersAreDistinct() {
    var names: Set<UInt64> = []
    var count = 0
    for parent in 0..<100 {
      let parentName = EntityName.hash("supply-\(parent)")
      for ordinal in 0..<100 as Range<UInt64> {
        let member = EntityName.member(ordinal, of: parentName)
        names.insert(member)
        for part in 0..<3 as Range<UInt64> {
          names.insert(EntityName.member(part, of: member))
        }
        count += 4
      }
    }
    #expect(names.count == count)
  }
}
