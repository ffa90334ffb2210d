#if canImport(Glibc)
  import Glibc
#elseif canImport(Darwin)
  import Darwin
#endif

/// Prints a message and ends the process with status 1.
func fail(_ message: String) -> Never {
  print(message)
  exit(1)
}
