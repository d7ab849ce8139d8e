import PlainStorage
import Testing

@Suite("Slab")
struct SlabTests {
  @Test("an element is what was written to it last, its neighbours are untouched")
  func writes() {
    var slab = Slab(repeating: 7, count: 3)
    slab[1] = 5
    slab[1] += 1
    let (first, second, third) = (slab[0], slab[1], slab[2])
    #expect([first, second, third] == [7, 6, 7])
  }

  @Test("a slab of an array has its elements in their order")
  func ofAnArray() {
    let slab = Slab([3, 1, 2])
    let elements = slab.indices.map { slab[$0] }
    #expect(elements == [3, 1, 2])
  }

  @Test("growing keeps what there is")
  func growing() {
    var slab = Slab(repeating: 1.5, count: 2)
    slab.grow(to: 4, filling: 2.5)
    let elements = [slab[0], slab[1], slab[2], slab[3]]
    #expect(elements == [1.5, 1.5, 2.5, 2.5])
  }

  @Test("elements move to where they overlap")
  func moving() {
    var slab = Slab(repeating: 0, count: 5)
    for index in 0..<5 { slab[index] = index }
    slab.move(3, from: 0, to: 2)
    let elements = [slab[0], slab[1], slab[2], slab[3], slab[4]]
    #expect(elements == [0, 1, 0, 1, 2])
  }

  @Test("a copy has the elements of the other, which stays what it is")
  func copying() {
    let other = Slab([1, 2, 3, 4])
    var slab = Slab(repeating: 9, count: 4)
    slab.copy(from: other)
    slab[0] = 7
    let elements = slab.indices.map { slab[$0] }
    let others = other.indices.map { other[$0] }
    #expect(elements == [7, 2, 3, 4])
    #expect(others == [1, 2, 3, 4])
  }

  @Test("a part is copied into a larger slab, whose rest stays, or into a smaller one, which grows")
  func copyingParts() {
    let other = Slab([1, 2, 3, 4])
    var larger = Slab(repeating: 9, count: 5)
    larger.copy(2, from: other, filling: 0)
    var smaller = Slab(repeating: 9, count: 1)
    smaller.copy(2, from: other, filling: 0)
    let (first, second) = (larger.indices.map { larger[$0] }, smaller.indices.map { smaller[$0] })
    #expect(first == [1, 2, 9, 9, 9])
    #expect(second == [1, 2, 0, 0])
  }

  @Test("filling makes all elements equal")
  func filling() {
    var slab = Slab(repeating: 0, count: 2)
    slab.fill(with: 9)
    let elements = [slab[0], slab[1]]
    #expect(elements == [9, 9])
  }

  @Test("an index beyond the end stops the program")
  func bounds() async {
    await #expect(processExitsWith: .failure) {
      var slab = Slab(repeating: 0, count: 2)
      slab[2] = 1
    }
    await #expect(processExitsWith: .failure) {
      let slab = Slab(repeating: 0, count: 2)
      _ = slab[-1]
    }
    await #expect(processExitsWith: .failure) {
      var slab = Slab(repeating: 0, count: 2)
      slab.move(2, from: 0, to: 1)
    }
  }
}
