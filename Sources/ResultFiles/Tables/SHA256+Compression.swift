extension SHA256 {
  /// The function that takes one block of 64 bytes into the state.
  struct Compression: Sendable {
    /// Section 5.3.3: the first 32 bits of the fractional parts of the square roots of the first
    /// eight primes.
    private(set) var state: SIMD8<UInt32> = [
      0x6a09_e667, 0xbb67_ae85, 0x3c6e_f372, 0xa54f_f53a,
      0x510e_527f, 0x9b05_688c, 0x1f83_d9ab, 0x5be0_cd19,
    ]

    /// Section 6.2.2: takes in one block of 64 bytes.
    mutating func compress(_ bytes: Span<UInt8>, from start: Int) {
      let constants = Self.constants
      var schedule = InlineArray<64, UInt32>(repeating: 0)
      for place in 0..<16 {
        let at = start + 4 * place
        schedule[place] =
          UInt32(bytes[at]) << 24 | UInt32(bytes[at + 1]) << 16 | UInt32(bytes[at + 2]) << 8
          | UInt32(bytes[at + 3])
      }
      for place in 16..<64 {
        let early = schedule[place - 15]
        let late = schedule[place - 2]
        let small = Self.rotated(early, 7) ^ Self.rotated(early, 18) ^ (early >> 3)
        let large = Self.rotated(late, 17) ^ Self.rotated(late, 19) ^ (late >> 10)
        schedule[place] = schedule[place - 16] &+ small &+ schedule[place - 7] &+ large
      }
      var (a, b, c, d) = (state[0], state[1], state[2], state[3])
      var (e, f, g, h) = (state[4], state[5], state[6], state[7])
      // Eight rounds at a time, so that no word has to move to the next letter.
      for round in stride(from: 0, to: 64, by: 8) {
        func input(_ place: Int) -> UInt32 { constants[round + place] &+ schedule[round + place] }
        Self.round(a, b, c, &d, e, f, g, &h, input(0))
        Self.round(h, a, b, &c, d, e, f, &g, input(1))
        Self.round(g, h, a, &b, c, d, e, &f, input(2))
        Self.round(f, g, h, &a, b, c, d, &e, input(3))
        Self.round(e, f, g, &h, a, b, c, &d, input(4))
        Self.round(d, e, f, &g, h, a, b, &c, input(5))
        Self.round(c, d, e, &f, g, h, a, &b, input(6))
        Self.round(b, c, d, &e, f, g, h, &a, input(7))
      }
      state = state &+ SIMD8(a, b, c, d, e, f, g, h)
    }

    /// One round; its `d` and `h` are the next round's `e` and `a`.
    @inline(__always)
    private static func round(
      _ a: UInt32, _ b: UInt32, _ c: UInt32, _ d: inout UInt32, _ e: UInt32, _ f: UInt32,
      _ g: UInt32, _ h: inout UInt32, _ input: UInt32
    ) {
      let sum = rotated(e, 6) ^ rotated(e, 11) ^ rotated(e, 25)
      let choice = (e & f) ^ (~e & g)
      let first = h &+ sum &+ choice &+ input
      let other = rotated(a, 2) ^ rotated(a, 13) ^ rotated(a, 22)
      let majority = (a & b) ^ (a & c) ^ (b & c)
      d = d &+ first
      h = first &+ other &+ majority
    }

    @inline(__always)
    private static func rotated(_ word: UInt32, _ count: UInt32) -> UInt32 {
      (word &>> count) | (word &<< (32 - count))
    }

    /// Section 4.2.2: the first 32 bits of the fractional parts of the cube roots of the first 64
    /// primes.
    private static let constants: InlineArray<64, UInt32> = [
      0x428a_2f98, 0x7137_4491, 0xb5c0_fbcf, 0xe9b5_dba5, 0x3956_c25b, 0x59f1_11f1, 0x923f_82a4,
      0xab1c_5ed5, 0xd807_aa98, 0x1283_5b01, 0x2431_85be, 0x550c_7dc3, 0x72be_5d74, 0x80de_b1fe,
      0x9bdc_06a7, 0xc19b_f174, 0xe49b_69c1, 0xefbe_4786, 0x0fc1_9dc6, 0x240c_a1cc, 0x2de9_2c6f,
      0x4a74_84aa, 0x5cb0_a9dc, 0x76f9_88da, 0x983e_5152, 0xa831_c66d, 0xb003_27c8, 0xbf59_7fc7,
      0xc6e0_0bf3, 0xd5a7_9147, 0x06ca_6351, 0x1429_2967, 0x27b7_0a85, 0x2e1b_2138, 0x4d2c_6dfc,
      0x5338_0d13, 0x650a_7354, 0x766a_0abb, 0x81c2_c92e, 0x9272_2c85, 0xa2bf_e8a1, 0xa81a_664b,
      0xc24b_8b70, 0xc76c_51a3, 0xd192_e819, 0xd699_0624, 0xf40e_3585, 0x106a_a070, 0x19a4_c116,
      0x1e37_6c08, 0x2748_774c, 0x34b0_bcb5, 0x391c_0cb3, 0x4ed8_aa4a, 0x5b9c_ca4f, 0x682e_6ff3,
      0x748f_82ee, 0x78a5_636f, 0x84c8_7814, 0x8cc7_0208, 0x90be_fffa, 0xa450_6ceb, 0xbef9_a3f7,
      0xc671_78f2,
    ]
  }
}
