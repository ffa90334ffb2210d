internal import Glibc
internal import Synchronization
internal import WarraqFormats

/// The signal that asked the run to stop; 0 while none has.
private let stopSignal = Atomic<Int32>(0)

/// Takes note of a signal. A top-level function, as C calls it on any thread.
///
/// A signal that comes just before a system call that waits would break nothing off, so an alarm
/// comes a second later, and again until the run has ended.
private nonisolated func noteStop(_ signal: Int32) {
  if signal != SIGALRM { stopSignal.store(signal, ordering: .relaxed) }
  alarm(1)
}

/// What the process does when signals come: the only place of the command that talks to the system.
enum Signals {
  /// Makes Ctrl-C and SIGTERM end the run at the next document, leaving no temporary file behind;
  /// a second one ends the process at once. Writing to a closed pipe becomes an error.
  static func install() {
    // The value is made before a handler may touch it.
    stopSignal.store(0, ordering: .relaxed)
    handle(SIGALRM, once: false)
    handle(SIGINT, once: true)
    handle(SIGTERM, once: true)
    signal(SIGPIPE, SIG_IGN)
  }

  private static func handle(_ signal: Int32, once: Bool) {
    var action = sigaction()
    // SAFETY: the handler is a C function that only stores to an atomic and sets an alarm, which is
    // safe in handlers; `action` and `mask` live through the calls. No SA_RESTART: a read that
    // waits is broken off.
    unsafe action.__sigaction_handler.sa_handler = noteStop
    action.sa_flags = once ? Int32(bitPattern: UInt32(truncatingIfNeeded: SA_RESETHAND)) : 0
    unsafe sigaction(signal, &action, nil)
    // A parent may have started the process with signals blocked.
    var mask = sigset_t()
    unsafe sigemptyset(&mask)
    unsafe sigaddset(&mask, signal)
    unsafe pthread_sigmask(SIG_UNBLOCK, &mask, nil)
  }

  /// Tells readers and writers whether to stop.
  static var interruption: Interruption {
    Interruption { stopSignal.load(ordering: .relaxed) != 0 }
  }

  /// The exit code of a run that a signal stopped; `nil` where none has come.
  static var exitCode: Int32? {
    let signal = stopSignal.load(ordering: .relaxed)
    return signal == 0 ? nil : 128 + signal
  }

  /// Ends the process.
  static func exit(_ code: Int32) -> Never {
    Glibc.exit(code)
  }
}
