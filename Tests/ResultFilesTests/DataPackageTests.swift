import Foundation
import ResultFiles
import TestSupport
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
                "primaryKey": ["replication"],
                "missingValues": [""]
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
