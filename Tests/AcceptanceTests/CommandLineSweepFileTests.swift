import Foundation
import Testing

/// What a sweep writes, read by programs of other people, each in one line.
@Suite("The command line: the files of a sweep")
struct CommandLineSweepFileTests {
  private let sweep: CommandLineSweepFolder

  init() throws { sweep = try CommandLineSweepFolder() }

  private func table(_ name: String) throws -> CommandLineTable {
    try CommandLineTable(#require(sweep.folder.text("sweep/\(name).csv")))
  }

  @Test(
    "The folder is a valid data package, foreign keys among its tables included",
    .enabled(if: PythonModules.hasPackageValidator, PythonModules.skip("frictionless")))
  func dataPackage() throws {
    let script = """
      import sys
      from frictionless import Package
      package = Package(sys.argv[1])
      keys = {r.name: len(r.schema.foreign_keys) for r in package.resources if r.schema.fields}
      assert keys == {"design": 0, "replications": 1, "summary": 1, "contrasts": 2}, keys
      report = package.validate()
      for error in report.flatten(["title", "message"])[:10]: print(error)
      sys.exit(0 if report.valid else 1)
      """
    let ending = try PythonModules.run(script, [sweep.path + "/datapackage.json"])
    #expect(ending.status == 0, "\(ending.text)")
  }

  @Test("Foreign keys name points of design.csv")
  func foreignKeys() throws {
    let points = Set(try table("design").column("point_id"))
    #expect(points.count == 8)
    for (name, columns) in [
      ("replications", ["point_id"]), ("summary", ["point_id"]),
      ("contrasts", ["point_id", "versus_point_id"]),
    ] {
      for column in columns { #expect(points.isSuperset(of: try table(name).column(column))) }
    }
  }

  @Test(
    "DuckDB reads every table, joins them by the point and finds the means of the summary",
    .enabled(if: PythonModules.hasDuckDB, PythonModules.skip("duckdb")))
  func duckDB() throws {
    let script = """
      import os, sys, duckdb
      os.chdir(sys.argv[1])
      for name in ["design", "replications", "summary", "contrasts"]:
          print(name, duckdb.execute(f"SELECT count(*) FROM '{name}.csv'").fetchall()[0][0])
      rows = duckdb.execute(
          "SELECT point_id, scenario, sensors, avg(seized_kg), any_value(mean) "
          "FROM 'replications.csv' JOIN 'design.csv' USING (point_id) "
          "JOIN (FROM 'summary.csv' WHERE response = 'seized_kg') USING (point_id, scenario) "
          "GROUP BY ALL").fetchall()
      assert len(rows) == 8
      assert all(abs(row[3] - row[4]) < 1e-9 * max(1, row[4]) for row in rows), rows
      """
    let ending = try PythonModules.run(script, [sweep.path])
    #expect(ending.status == 0, "\(ending.text)")
    #expect(ending.outputText == "design 8\nreplications 24\nsummary 24\ncontrasts 30\n")
  }

  @Test(
    "pandas reads every table with numbers as numbers and missing values as missing",
    .enabled(if: PythonModules.hasPandas, PythonModules.skip("pandas")))
  func pandas() throws {
    let script = """
      import os, sys, pandas as pd
      os.chdir(sys.argv[1])
      names = ["design", "replications", "summary", "contrasts"]
      tables = {name: pd.read_csv(name + ".csv") for name in names}
      for name, table in tables.items(): print(name, len(table))
      r = tables["replications"]
      assert r[["seized_kg", "mean_seizure_kg", "spring_kg"]].dtypes.eq("float64").all()
      means = r.groupby("point_id").seized_kg.mean()
      s = tables["summary"].query("response == 'seized_kg'").set_index("point_id")["mean"]
      assert (abs(means - s) < 1e-9 * s.clip(lower=1)).all()
      assert tables["design"].routing.isin(["recursiveLogit", "fixed"]).all()
      """
    let ending = try PythonModules.run(script, [sweep.path])
    #expect(ending.status == 0, "\(ending.text)")
  }

  @Test("R reads every table in one line", .enabled(if: PythonModules.hasR, PythonModules.skipR))
  func r() throws {
    let script = """
      setwd(commandArgs(TRUE)[1])
      r <- read.csv("replications.csv"); s <- read.csv("summary.csv"); d <- read.csv("design.csv")
      stopifnot(nrow(r) == 24, nrow(d) == 8, nrow(read.csv("contrasts.csv")) == 30)
      m <- aggregate(seized_kg ~ point_id, r, mean)
      stopifnot(all.equal(m$seized_kg, s$mean[s$response == "seized_kg"]))
      """
    let ending = try CommandLineProcess(
      ["Rscript", "-e", script, sweep.path], program: "/usr/bin/env", limit: 120
    ).ending()
    #expect(ending.status == 0, "\(ending.text)")
  }

  @Test("panj validate takes an experiment for one, and says what is wrong in it")
  func validate() throws {
    let path = sweep.folder.path("experiment.json")
    let sound = try CommandLineProcess.panj("validate", path, sweep.folder.path("small.json"))
    #expect(sound.status == 0)
    #expect(sound.outputText.components(separatedBy: ": valid\n").count == 3)
    let text = try #require(sweep.folder.text("experiment.json"))
    try sweep.folder.put("wrong.json", try text.replacingOnce("\"fixed\"", with: "\"fxed\""))
    let wrong = try CommandLineProcess.panj("validate", sweep.folder.path("wrong.json"))
    #expect(wrong.status == 65, "\(wrong.text)")
    #expect(wrong.errors.contains("did you mean \"fixed\"?"), "\(wrong.errors)")
    #expect(wrong.errors.contains("wrong.json:"))
  }
}
