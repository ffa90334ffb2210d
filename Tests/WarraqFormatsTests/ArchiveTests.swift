import Foundation
import Testing
import Warraq

@testable import WarraqFormats

@Suite("WARC and WET")
struct ArchiveTests {
  private func record(
    _ type: String, _ block: [UInt8], content: String = "application/http; msgtype=response",
    uri: String? = "https://example.org/a", length: Int? = nil
  ) -> [UInt8] {
    var header = "WARC/1.0\r\nWARC-Type: \(type)\r\nContent-Type: \(content)\r\n"
    header += "WARC-Date: 2024-05-01T10:00:00Z\r\nWARC-Record-ID: <urn:uuid:1>\r\n"
    if let uri { header += "warc-target-uri: \(uri)\r\n" }
    header += "Content-Length: \(length ?? block.count)\r\n\r\n"
    return Array(header.utf8) + block + [0x0D, 0x0A, 0x0D, 0x0A]
  }

  private func response(_ headers: String, _ body: [UInt8]) -> [UInt8] {
    Array("HTTP/1.1 200 OK\r\n\(headers)\r\n\r\n".utf8) + body
  }

  private func read(
    _ bytes: [UInt8], name: String = "a.warc", limit: Int = 1 << 20
  ) throws -> (results: [Result<InputDocument, InputFault>], skipped: Int) {
    let folder = try TemporaryFolder()
    try folder.write(name, bytes)
    var plan = InputPlan(format: nil)
    plan.add(FilePath(folder.path))
    guard case .input(let input) = plan.items[0] else { return ([], 0) }
    var reader = try DocumentReader(input, options: ReadingOptions(maximumDocumentBytes: limit))
    var results: [Result<InputDocument, InputFault>] = []
    while !reader.isFinished {
      do throws(InputFault) {
        if let document = try reader.next() { results.append(.success(document)) }
      } catch {
        results.append(.failure(error))
      }
    }
    return (results, reader.skippedRecords)
  }

  private func text(_ result: Result<InputDocument, InputFault>) throws -> String {
    String(decoding: try result.get().text.utf8, as: UTF8.self)
  }

  private func message(_ result: Result<InputDocument, InputFault>?) -> String? {
    if case .failure(let fault) = result { fault.message } else { nil }
  }

  @Test("Pages and conversions are documents; other records are counted")
  func kinds() throws {
    let page = response("Content-Type: text/html; charset=utf-8", Array("<h1>قمة</h1><p>نص".utf8))
    let image = response("Content-Type: image/png", [1, 2, 3])
    let bytes =
      record(
        "warcinfo", Array("software: x\r\n".utf8), content: "application/warc-fields", uri: nil)
      + record("request", Array("GET / HTTP/1.1\r\n\r\n".utf8))
      + record("response", page) + record("response", image)
      + record("conversion", Array("نص محول".utf8), content: "text/plain", uri: "<https://b.org/>")
      + record("metadata", [], content: "application/warc-fields")
    for packed in [bytes, Compression.gzip.compressed(bytes)] {
      let (results, skipped) = try read(packed, name: "a.warc.gz")
      #expect(try results.map(text) == ["قمة\nنص", "نص محول"])
      #expect(skipped == 4)
      #expect(try results.map { try $0.get().id } == ["https://example.org/a", "https://b.org/"])
      #expect(try results[0].get().markup != nil && results[1].get().markup == nil)
      #expect(
        try results[0].get().meta
          == Array(#"{"WARC-Date":"2024-05-01T10:00:00Z","WARC-Record-ID":"<urn:uuid:1>"}"#.utf8))
    }
  }

  @Test("Chunks are joined, compressed bodies decoded, wherever the header is still right")
  func encodings() throws {
    let body = Array("<p>قال إن القمة</p>".utf8)
    let packed = Compression.gzip.compressed(body)
    func chunked(_ bytes: [UInt8]) -> [UInt8] {
      let half = bytes.count / 2
      return Array("\(String(half, radix: 16));x=y\r\n".utf8) + bytes[..<half]
        + Array("\r\n\(String(bytes.count - half, radix: 16).uppercased())\r\n".utf8)
        + bytes[half...] + Array("\r\n0\r\n\r\n".utf8)
    }
    let html = "Content-Type: text/html\r\n"
    for (headers, content) in [
      (html + "Transfer-Encoding: chunked", chunked(body)),
      (html + "Transfer-Encoding: chunked", body),
      (html + "Content-Encoding: gzip", packed), (html + "Content-Encoding: gzip", body),
      (html + "content-encoding: GZIP\r\ntransfer-encoding: chunked", chunked(packed)),
      (html + "Content-Encoding: deflate", Array(packed[10..<(packed.count - 8)])),
      (html + "Content-Encoding: br", body),
    ] {
      let (results, _) = try read(record("response", response(headers, content)))
      #expect(try results.map(text) == ["قال إن القمة"], "\(headers)")
    }
  }

  @Test("The charset of the HTTP header counts before that of the page")
  func charset() throws {
    // «سعر» of few letters in windows-1256.
    let body = Array("<meta charset=iso-8859-6><p>".utf8) + [0xD3, 0xDA, 0xD1]
    let header = "Content-Type: text/html; Charset=\"windows-1256\""
    let (results, _) = try read(record("response", response(header, body)))
    #expect(try results[0].get().encoding.name == "windows-1256")
    #expect(try text(results[0]) == "سعر")
  }

  @Test("Bad records are told, and those after them read where that is possible")
  func faults() throws {
    let page = response("Content-Type: text/html", Array("<p>نص".utf8))
    let good = record("response", page)
    let bomb = response(
      "Content-Type: text/html\r\nContent-Encoding: gzip",
      Compression.gzip.compressed([UInt8](repeating: 0x61, count: 1 << 20)))
    let brotli = response("Content-Type: text/html\r\nContent-Encoding: br", [1, 2])
    let broken = response("Content-Type: text/html\r\nContent-Encoding: gzip", [0x1F, 0x8B, 8, 0])
    let long = record("response", [UInt8](repeating: 0x20, count: 5000))
    let bytes =
      record("response", bomb) + record("response", brotli) + record("response", broken) + long
      + good
    let (results, _) = try read(bytes, limit: 4000)
    #expect(results.count == 5)
    #expect(message(results[0]) == "the page is longer than 4000 bytes (--max-document-bytes)")
    #expect(message(results[1]) == "the content encoding br is not supported")
    #expect(message(results[2]) == "the page's compressed data is damaged")
    #expect(message(results[3])?.hasPrefix("the record is longer than 4000 bytes") == true)
    #expect(try text(results[4]) == "نص")
    for (tail, expected) in [
      (Array("no record".utf8), "no WARC record"),
      (Array(good.dropLast(6)), "the record breaks off"),
      (Array(good[..<40]), "the record breaks off"),
      (record("request", [], length: 1 << 40), "the record breaks off"),
      (Array("WARC/1.0\r\nWARC-Type: response\r\n\r\n".utf8), "a record without its length"),
    ] as [([UInt8], String)] {
      let (results, _) = try read(good + tail)
      #expect(results.count == 2)
      #expect(try text(results[0]) == "نص")
      #expect(message(results[1]) == "\(expected) at byte offset \(good.count)")
      guard case .failure(let fault) = results[1] else { continue }
      #expect(fault.kind == .rejected)
    }
  }
}
