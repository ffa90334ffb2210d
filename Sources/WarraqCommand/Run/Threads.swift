internal import Glibc

/// A lock with a condition, as POSIX has them.
@safe
final class Monitor: @unchecked Sendable {
  private let lock: UnsafeMutablePointer<pthread_mutex_t>
  private let condition: UnsafeMutablePointer<pthread_cond_t>

  init() {
    // SAFETY: both are initialized before their first use and live as long as the object; all calls
    // on them are made for any thread.
    unsafe lock = .allocate(capacity: 1)
    unsafe condition = .allocate(capacity: 1)
    unsafe pthread_mutex_init(lock, nil)
    unsafe pthread_cond_init(condition, nil)
  }

  deinit {
    unsafe pthread_cond_destroy(condition)
    unsafe pthread_mutex_destroy(lock)
    unsafe condition.deallocate()
    unsafe lock.deallocate()
  }

  /// Runs something that no other thread runs at the same time.
  func locked<Result>(_ body: () -> Result) -> Result {
    unsafe pthread_mutex_lock(lock)
    defer { unsafe pthread_mutex_unlock(lock) }
    return body()
  }

  /// Waits until another thread calls ``wakeAll()``; may return before. To be called inside of
  /// ``locked(_:)``, which other threads may enter meanwhile.
  func wait() {
    unsafe pthread_cond_wait(condition, lock)
  }

  /// As ``wait()``, for a tenth of a second at most.
  func waitShortly() {
    var time = timespec()
    // SAFETY: the structure lives through both calls.
    unsafe clock_gettime(CLOCK_REALTIME, &time)
    time.tv_nsec += 100_000_000
    if time.tv_nsec >= 1_000_000_000 {
      time.tv_nsec -= 1_000_000_000
      time.tv_sec += 1
    }
    _ = unsafe pthread_cond_timedwait(condition, lock, &time)
  }

  /// Lets all threads go on that wait.
  func wakeAll() {
    unsafe pthread_cond_broadcast(condition)
  }
}

/// What a thread does, behind the pointer that C hands to it.
private final class ThreadBody {
  let run: @Sendable () -> Void

  init(_ run: @escaping @Sendable () -> Void) {
    self.run = run
  }
}

/// Where a thread begins. A top-level function, as C calls it on a thread of its own.
private nonisolated func runThread(_ body: UnsafeMutableRawPointer?) -> UnsafeMutableRawPointer? {
  guard let body = unsafe body else { return nil }
  // SAFETY: the pointer was made from a retained object for this call alone.
  unsafe Unmanaged<ThreadBody>.fromOpaque(body).takeRetainedValue().run()
  return nil
}

/// A thread with the stack of a main thread. Signals go to other threads.
struct WorkThread {
  private let handle: pthread_t

  /// Bytes of the stack: rules may call each other deeply.
  private static let stackSize = 16 << 20

  /// Begins a thread; `nil` where the system gives none.
  init?(_ body: @escaping @Sendable () -> Void) {
    var attributes = pthread_attr_t()
    var (all, before) = (sigset_t(), sigset_t())
    var handle = pthread_t()
    // SAFETY: all structures live through the calls. The new thread takes over the signal mask of this
    // one, which gets its own back at once; the body is released by the thread, or here where there is
    // none.
    unsafe sigfillset(&all)
    unsafe pthread_attr_init(&attributes)
    unsafe pthread_attr_setstacksize(&attributes, Self.stackSize)
    unsafe pthread_sigmask(SIG_SETMASK, &all, &before)
    let object = unsafe Unmanaged.passRetained(ThreadBody(body))
    let result = unsafe pthread_create(&handle, &attributes, runThread, object.toOpaque())
    if result != 0 { unsafe object.release() }
    unsafe pthread_sigmask(SIG_SETMASK, &before, nil)
    unsafe pthread_attr_destroy(&attributes)
    guard result == 0 else { return nil }
    self.handle = handle
  }

  /// Waits for the thread's end.
  func join() {
    // Each thread is joined once, by the queue that began it.
    pthread_join(handle, nil)
  }
}
