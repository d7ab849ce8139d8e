import Foundation
import Reporting
import Testing

@Suite("The description of result files")
struct DataPackageTests {
  private func sample() -> FrictionlessPackage {
    var package = FrictionlessPackage(
      name: "baseline", title: "Baseline", summary: "Ten replications of the baseline.")
    package.add(
      DataPackageResource(
        name: "responses", path: "responses.csv", title: "Responses",
        fields: [
          DataPackageField("replication", .integer, "The index of the replication."),
          DataPackageField("seized", .number, "What was seized in a year.", unit: "kg"),
        ], primaryKey: ["replication"], content: Array("replication,seized\n1,2.5\n".utf8)))
    package.add(
      DataPackageResource(
        name: "flow", path: "figures/flow.svg", title: "Flows", summary: "A \"map\".",
        content: Array("<svg/>".utf8)))
    return package
  }

  @Test("the whole text, byte for byte")
  func text() {
    #expect(
      sample().jsonText() == """
        {
          "$schema": "https://datapackage.org/profiles/2.0/datapackage.json",
          "name": "baseline",
          "title": "Baseline",
          "description": "Ten replications of the baseline.",
          "resources": [
            {
              "name": "responses",
              "path": "responses.csv",
              "title": "Responses",
              "type": "table",
              "format": "csv",
              "mediatype": "text/csv",
              "encoding": "utf-8",
              "bytes": 25,
              "hash": "sha256:c22b28bb321e5eaf74ea46eab38b5e2219bcb278f2d3087552e2445733e9ec7d",
              "schema": {
                "$schema": "https://datapackage.org/profiles/2.0/tableschema.json",
                "fields": [
                  {
                    "name": "replication",
                    "type": "integer",
                    "description": "The index of the replication."
                  },
                  {
                    "name": "seized",
                    "type": "number",
                    "description": "What was seized in a year.",
                    "unit": "kg"
                  }
                ],
                "primaryKey": [
                  "replication"
                ],
                "missingValues": [
                  ""
                ]
              }
            },
            {
              "name": "flow",
              "path": "figures/flow.svg",
              "title": "Flows",
              "description": "A \\"map\\".",
              "format": "svg",
              "mediatype": "image/svg+xml",
              "encoding": "utf-8",
              "bytes": 6,
              "hash": "sha256:d4dc56669143034f31aa309635d4113d9ad76a02b1739da22c965ed2049be9e6"
            }
          ]
        }

        """)
  }

  @Test("it holds no time")
  func time() {
    #expect(!sample().jsonText().contains("created"))
  }
}

@Suite("JSON text")
struct JSONTextTests {
  @Test("members keep their order and empty values stay on one line")
  func order() {
    let json: JSONText = ["b": 1, "a": [true, nil, 2.5, "x"], "empty": [], "none": [:]]
    #expect(
      json.rendered() == """
        {
          "b": 1,
          "a": [
            true,
            null,
            2.5,
            "x"
          ],
          "empty": [],
          "none": {}
        }

        """)
  }

  @Test("what must be escaped in a string is, and nothing else", arguments: [
    ("a\"b\\c/d", #""a\"b\\c/d""#), ("\u{8}\t\n\u{c}\r", #""\u0008\t\n\u000c\r""#),
    ("\0\u{1f}\u{7f}", "\"\\u0000\\u001f\u{7f}\""), ("Панҷ 😀", "\"Панҷ 😀\""),
    ("e\u{301}\r\n", "\"e\u{301}\\r\\n\""),
  ])
  func escapes(text: String, expected: String) {
    #expect(JSONText.string(text).rendered() == expected + "\n")
  }

  @Test("another reader of JSON gets back what was written")
  func readBack() throws {
    let scalars = (0..<0x300).compactMap(Unicode.Scalar.init)
    var text = String.UnicodeScalarView()
    text.append(contentsOf: scalars)
    let json: JSONText = .object([
      (key: "text", value: .string(String(text))), (key: "number", value: .number(1.5e-7)),
      (key: "large", value: .number(1e300)), (key: "whole", value: .integer(.max)),
    ])
    let object = try JSONSerialization.jsonObject(with: Data(json.rendered().utf8))
    let members = try #require(object as? [String: Any])
    #expect((members["text"] as? String).map { Array($0.unicodeScalars) } == scalars)
    #expect(members["number"] as? Double == 1.5e-7)
    #expect(members["large"] as? Double == 1e300)
    #expect(members["whole"] as? Int == .max)
  }
}
