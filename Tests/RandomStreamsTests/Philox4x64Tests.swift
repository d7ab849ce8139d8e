import RandomStreams
import Testing

@Suite("Philox4x64-10")
struct Philox4x64Tests {
  struct KnownAnswer {
    var counter: SIMD4<UInt64>
    var key: SIMD2<UInt64>
    var words: SIMD4<UInt64>
  }

  /// The three vectors that Random123 publishes for philox4x64 with 10 rounds.
  static let knownAnswers = [
    KnownAnswer(
      counter: SIMD4(repeating: 0), key: SIMD2(repeating: 0),
      words: SIMD4(
        0x1655_4D9E_CA36_314C, 0xDB20_FE9D_672D_0FDC, 0xD7E7_72CE_E186_176B,
        0x7E68_B68A_EC7B_A23B)),
    KnownAnswer(
      counter: SIMD4(repeating: .max), key: SIMD2(repeating: .max),
      words: SIMD4(
        0x87B0_92C3_013F_E90B, 0x438C_3C67_BE8D_0224, 0x9CC7_D7C6_9CD7_77B6,
        0xA09C_AEBF_594F_0BA0)),
    KnownAnswer(
      counter: SIMD4(
        0x243F_6A88_85A3_08D3, 0x1319_8A2E_0370_7344, 0xA409_3822_299F_31D0,
        0x082E_FA98_EC4E_6C89),
      key: SIMD2(0x4528_21E6_38D0_1377, 0xBE54_66CF_34E9_0C6C),
      words: SIMD4(
        0xA528_F454_03E6_1D95, 0x38C7_2DBD_566E_9788, 0xA5A1_610E_72FD_18B5,
        0x57BD_43B5_E52B_7FE6)),
  ]

  @Test("the known answers of Random123")
  func knownAnswers() {
    for answer in Self.knownAnswers {
      #expect(Philox4x64.block(counter: answer.counter, key: answer.key) == answer.words)
    }
  }

  @Test("the stream of NumPy, which counts blocks from 1")
  func numPyStream() {
    let streams = [
      (NumPyValues.firstKey, NumPyValues.firstWords),
      (NumPyValues.secondKey, NumPyValues.secondWords),
    ]
    for (key, expected) in streams {
      var words: [UInt64] = []
      for block in 1...UInt64(expected.count / 4) {
        let next = Philox4x64.block(counter: SIMD4(block, 0, 0, 0), key: key)
        words += [next.x, next.y, next.z, next.w]
      }
      #expect(words == expected)
    }
  }

  @Test("every bit of counter and key changes about half of the bits of the output")
  func avalanche() {
    let counter = SIMD4<UInt64>(1, 2, 3, 4)
    let key = SIMD2<UInt64>(5, 6)
    let base = Philox4x64.block(counter: counter, key: key)
    func changed(_ other: SIMD4<UInt64>) -> Int {
      let difference = base ^ other
      return (0..<4).reduce(0) { $0 + difference[$1].nonzeroBitCount }
    }
    // Binomial(256, 1/2) has standard deviation 8; 6 of them fail a good generator in 384 trials
    // with a chance below 1e-6.
    for bit in 0..<256 {
      var flipped = counter
      flipped[bit / 64] ^= 1 << UInt64(bit % 64)
      #expect((changed(Philox4x64.block(counter: flipped, key: key)) - 128).magnitude <= 48)
    }
    for bit in 0..<128 {
      var flipped = key
      flipped[bit / 64] ^= 1 << UInt64(bit % 64)
      #expect((changed(Philox4x64.block(counter: counter, key: flipped)) - 128).magnitude <= 48)
    }
  }
}
