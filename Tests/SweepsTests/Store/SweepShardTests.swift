import Sweeps
import Testing

@Suite("Shards of a sweep")
struct SweepShardTests {
  @Test("a shard is written and read as its number and how many there are")
  func text() {
    #expect(SweepShard("3/8") == SweepShard(number: 3, count: 8))
    #expect(SweepShard(number: 3, count: 8).description == "3/8")
    #expect(SweepShard("1/1")?.isWhole == true)
  }

  @Test(
    "what is no shard is not read as one",
    arguments: ["", "3", "0/8", "9/8", "-1/8", "3/8/2", "a/b", "1/10001", "3/", "/8", "3 / 8"])
  func wrongText(text: String) {
    #expect(SweepShard(text) == nil)
  }
}
