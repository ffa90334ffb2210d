import Foundation
import Testing

@Suite("Boilerplate of a site")
struct BoilerplateTests {
  private func site(_ scratch: Scratch, pages: Int) throws {
    let places = ["صيدا", "حلب", "طنجة", "عدن", "الموصل"]
    for page in 0..<pages {
      let place = places[page % places.count]
      try scratch.write(
        "site/\(page).txt",
        """
        رواق الأفكار – نافذتك على العالم

        مقال عن \(place)

        تبدأ الحكاية في \(place) من ميناء صغير لا يزوره أحد، ثم تمتد إلى مدن كثيرة لا تعرف بعضها بعضًا.

        المشاهدات: \(page * 31)
        """)
    }
  }

  @Test("Learned, written, given back: lines are marked, nothing else changes")
  func roundTrip() throws {
    let scratch = try Scratch()
    try site(scratch, pages: 4)
    let learned = try scratch.run("boilerplate", "learn", "site", "-o", "profile", "--quiet")
    #expect(learned.code == 0 && learned.output.isEmpty && learned.errors.isEmpty)
    let profile = try scratch.read("profile")
    #expect(
      profile == """
        # warraq.boilerplate/1
        # documents: 4
        kind\tplace\tdocuments\tshare\tlines\tkey\texample
        interface\ttail\t4\t1.000\t4\tالمشاهدات #\tالمشاهدات: 31
        interface\thead\t4\t1.000\t4\tرواق الافكار نافذتك علي العالم\tرواق الأفكار – نافذتك على العالم

        """)
    // The same from one file of records, and again.
    let lines = try (0..<4).map { page in
      let text = try scratch.read("site/\(page).txt")
      let json = try JSONSerialization.data(withJSONObject: ["id": "\(page)", "text": text])
      return String(decoding: json, as: UTF8.self)
    }
    try scratch.write("site.jsonl", lines.joined(separator: "\n"))
    #expect(try scratch.run("boilerplate", "learn", "site.jsonl", "--quiet").text == profile)

    let record = try scratch.run("article", "--boilerplate", "profile", "site/2.txt").records()[0]
    let article = try #require(record["article"] as? [String: Any])
    let regions = try #require(article["regions"] as? [[String: Any]])
    #expect(
      regions.map { $0["kind"] as? String } == ["interface", "title", "body", "interface"])
    let annotated = try scratch.run("annotate", "--boilerplate", "profile", "site/2.txt").records()
    let whole = try #require(annotated[0]["article"] as? [String: Any])
    #expect(NSDictionary(dictionary: whole) == NSDictionary(dictionary: article))
    let title = try #require(article["title"] as? [String: Any])
    #expect(title["text"] as? String == "مقال عن طنجة")
  }

  @Test("Few documents, an output that exists, a file that is no profile")
  func faults() throws {
    let scratch = try Scratch()
    try site(scratch, pages: 2)
    let few = try scratch.run("boilerplate", "learn", "site", "-o", "profile", "--quiet")
    #expect(few.code == 3)
    #expect(
      few.errors
        == "warraq: error: 2 documents; a profile needs at least 3 (--min-documents)\n")
    #expect(try !scratch.names().contains("profile"))
    let allowed = try scratch.run(
      "boilerplate", "learn", "site", "--min-documents", "2", "-o", "profile", "--quiet")
    #expect(allowed.code == 0)
    let exists = try scratch.run("boilerplate", "learn", "site", "-o", "profile")
    #expect(exists.code == 3 && exists.errors.contains("profile: error: already exists"))
    let input = try scratch.run("boilerplate", "learn", "site", "-o", "site/0.txt", "--force")
    #expect(input.code == 2 && input.errors.contains("is one of the inputs"))

    try scratch.write("bad", "# warraq.boilerplate/1\ninterface\tmiddle\t1\t1.000\t1\tكلمة\t-\n")
    let bad = try scratch.run("annotate", "--boilerplate", "bad", "site/0.txt")
    #expect(bad.code == 3 && bad.output.isEmpty)
    #expect(bad.errors == "bad:2: error: place has to be head, tail or anywhere\n")
    let other = try scratch.run("article", "--boilerplate", "site/0.txt", "site/1.txt")
    #expect(other.code == 3 && other.errors.hasPrefix("site/0.txt:1: error: no profile"))
    let none = try scratch.run("article", "--boilerplate", "nothing", "site/1.txt")
    #expect(none.code == 3 && none.errors.hasPrefix("nothing: error: "))
    for wrong in [["--min-share", "0"], ["--min-share", "1.5"], ["--min-documents", "1"]] {
      #expect(try Tool.run(["boilerplate", "learn"] + wrong).code == 2)
    }
  }

  @Test("A document that cannot be read is told, and the others are learned from")
  func broken() throws {
    let scratch = try Scratch()
    try site(scratch, pages: 3)
    try scratch.write("site/z.txt", Data([0xFF, 0x41]))
    let result = try scratch.run(
      "boilerplate", "learn", "site", "--on-invalid", "fail", "--quiet")
    #expect(result.code == 1 && result.errors.contains("site/z.txt:1: error: "))
    #expect(result.text.contains("# documents: 3\n"))
  }
}
