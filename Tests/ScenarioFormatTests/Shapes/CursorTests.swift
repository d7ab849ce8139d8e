import ScenarioFormat
import Testing
import TraffickingModel

@Suite("Reading valid documents")
struct CursorTests {
  private func root() throws -> Cursor {
    Cursor(try ExampleFormat.document(), shape: ExampleFormat.shape)
  }

  @Test("Scalars are read by what they are")
  func scalars() throws {
    let root = try root()
    #expect(root["title"].text == "Example")
    #expect(root["start"].date == CivilDate(year: 2024, month: 2, day: 29))
    #expect(root["places"]["khorog"]["isCrossing"].boolean)
    #expect(root["places"]["khorog"]["lanes"].integer == 3)
    #expect(root["places"]["osh"]["closedFrom"].monthDay == MonthDay(month: 11, day: 15))
    #expect(root["places"]["osh"]["note"].text == "the town")
    #expect(root["source"].text == "mfa")
  }

  @Test("An annotated number is read like a plain one")
  func annotated() throws {
    let place = try root()["places"]["khorog"]
    #expect(place["latitude"].number == 37.5)
    #expect(place["latitude"].isNumber)
  }

  @Test("An absent quantity has its default, and is still seen to be absent")
  func defaults() throws {
    let corridor = try root()["corridors"]["osh-khorog"]
    #expect(corridor["detection"].number == 0.1)
    #expect(corridor["detection"].pointer == "/corridors/osh-khorog/detection")
    #expect(corridor.optional("detection") == nil)
    #expect(!corridor.contains("detection"))
    let document = try ExampleFormat.document(
      "/corridors/x", #"{"from": "osh", "to": "osh", "mode": "road"}"#)
    let bare = Cursor(document, shape: ExampleFormat.shape)["corridors"]["x"]["delay"]
    #expect(bare.isNumber && bare.number == 1)
  }

  @Test("Maps and lists are read in the order of the document")
  func order() throws {
    let root = try root()
    #expect(root["places"].entries.map(\.key) == ["khorog", "osh"])
    #expect(root["places"].entries.map { $0.value["country"].text } == ["TJK", "KGZ"])
    let via = root["corridors"]["khorog-osh"]["via"].list
    #expect(via.map(\.text) == ["osh"])
    #expect(via[0].pointer.description == "/corridors/khorog-osh/via/0")
  }

  @Test("A number and its alternatives are told apart")
  func alternatives() throws {
    let corridors = try root()["corridors"]
    #expect(corridors["osh-khorog"]["delay"].number == 1.5)
    let delay = corridors["khorog-osh"]["delay"]
    #expect(!delay.isNumber)
    #expect(delay.alternative.key == "lognormal")
    #expect(delay.alternative.value["mean"].number == 3)
  }

  @Test("A problem found later has the place of its value")
  func problems() throws {
    let cursor = try root()["places"]["osh"]["country"]
    let problem = cursor.problem(found: "found KGZ", allowed: "TJK", hint: "write TJK")
    #expect(problem.pointer == "/places/osh/country")
    #expect(problem.location == cursor.location)
    #expect(problem.hint == "write TJK")
  }

  @Test("Asking for what the shape does not have is a programming error")
  func misuse() async {
    await #expect(processExitsWith: .failure) {
      _ = Cursor(try ExampleFormat.document(), shape: ExampleFormat.shape)["titel"]
    }
    await #expect(processExitsWith: .failure) {
      _ = Cursor(try ExampleFormat.document(), shape: ExampleFormat.shape)["title"].number
    }
  }
}
