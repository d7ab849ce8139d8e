import ElementaryFunctions
import Testing

@Suite("Sine and cosine of fractions of a turn")
struct TurnsTests {
  /// (part, whole, cosine, sine), computed in arithmetic of 50 digits.
  private static let values: [(part: Int, whole: Int, cosine: Double, sine: Double)] = [
    (1, 3, -0.5, 0.8660254037844386),
    (1, 5, 0.30901699437494745, 0.9510565162951535),
    (1, 7, 0.6234898018587335, 0.7818314824680298),
    (2, 7, -0.2225209339563144, 0.9749279121818236),
    (3, 8, -0.7071067811865476, 0.7071067811865476),
    (1, 8, 0.7071067811865476, 0.7071067811865476),
    (1, 12, 0.8660254037844386, 0.5),
    (5, 257, 0.9925378730050517, 0.12193674856501545),
    (128, 257, -0.9999252866697326, 0.012223791492543134),
    (64, 257, 0.006112009909491508, 0.9999813214929898),
    (100, 1025, 0.8179293607667176, 0.5753186602186205),
    (511, 4097, 0.7083257045632367, 0.705885752976354),
    (1, 1048576, 0.9999999999820472, 5.9921124526424275e-06),
    (1, 1125899906842624, 1.0, 5.580589596813811e-15),
    (281474976710657, 1125899906842624, -5.580589596813811e-15, 1.0),
    (140737488355329, 1125899906842624, 0.7071067811865436, 0.7071067811865515),
    (-3, 11, -0.14231483827328514, -0.9898214418809327),
    (-1000000007, 999983, 0.9942959066788777, -0.10665669206209548),
    (123456789012345, 1000003, -0.6223498195911855, -0.7827392299194023),
  ]

  @Test("both are within one unit in the last place of values with 50 digits")
  func knownValues() {
    for value in Self.values {
      let cosine = Portable.cosineOfTurns(value.part, of: value.whole)
      let sine = Portable.sineOfTurns(value.part, of: value.whole)
      #expect(unitsApart(cosine, value.cosine) <= 1, "cosine of \(value.part)/\(value.whole)")
      #expect(unitsApart(sine, value.sine) <= 1, "sine of \(value.part)/\(value.whole)")
    }
  }

  @Test("multiples of a quarter turn are exact, however many turns they make")
  func quarters() {
    for turns in [-1_000_000_007, -1, 0, 1, 3, 1 << 40] {
      let cosines = (0..<4).map { Portable.cosineOfTurns(4 * turns + $0, of: 4) }
      let sines = (0..<4).map { Portable.sineOfTurns(4 * turns + $0, of: 4) }
      #expect(cosines == [1, 0, -1, 0])
      #expect(sines == [0, 1, 0, -1])
    }
  }

  @Test("adding turns or enlarging both parts changes no bit")
  func periodic() {
    for part in 0..<97 {
      let value = Portable.cosineOfTurns(part, of: 97)
      #expect(Portable.cosineOfTurns(part - 97_000_000, of: 97) == value)
      #expect(Portable.cosineOfTurns(1024 * part, of: 1024 * 97) == value)
      #expect(Portable.sineOfTurns(-part, of: 97) == -Portable.sineOfTurns(part, of: 97))
      #expect(Portable.cosineOfTurns(-part, of: 97) == value)
    }
  }

  @Test("the squares of both add up to 1")
  func pythagoras() {
    for part in 0..<1025 {
      let cosine = Portable.cosineOfTurns(part, of: 1025)
      let sine = Portable.sineOfTurns(part, of: 1025)
      #expect((cosine * cosine + sine * sine - 1).magnitude < 4e-16)
    }
  }

  @Test("a turn without parts is a programming error")
  func noParts() async {
    await #expect(processExitsWith: .failure) { _ = Portable.cosineOfTurns(1, of: 0) }
  }
}
