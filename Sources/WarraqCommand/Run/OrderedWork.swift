/// Work on tasks by several threads, whose results come in the order of the tasks.
///
/// The queue takes whatever it is given; that it stays small is the part of who gives: ``weight`` tells
/// how much is in it.
final class OrderedWork<Task: Sendable, Result: Sendable>: @unchecked Sendable {
  private let monitor = Monitor()
  private let body: @Sendable (Task) -> Result
  private let resultWeight: @Sendable (Result) -> Int
  private var threads: [WorkThread] = []

  // All of these are touched inside of the monitor only.
  private var tasks: [(task: Task, weight: Int)?] = []
  private var results: [Int: (result: Result, weight: Int)] = [:]
  /// Tasks taken from the front of `tasks` and thrown away there.
  private var dropped = 0
  private var nextTask = 0
  private var nextResult = 0
  private var inFlight = 0
  private var isClosed = false

  /// Begins threads.
  ///
  /// - Parameters:
  ///   - workers: How many threads; fewer where the system gives fewer.
  ///   - weight: The bytes that a result takes.
  ///   - body: The work; called on any thread.
  init(
    workers: Int, weight: @escaping @Sendable (Result) -> Int,
    _ body: @escaping @Sendable (Task) -> Result
  ) {
    self.body = body
    resultWeight = weight
    for _ in 0..<workers {
      guard let thread = WorkThread({ [self] in work() }) else { break }
      threads.append(thread)
    }
  }

  /// Whether there are threads at all.
  var hasWorkers: Bool { !threads.isEmpty }

  /// Gives a task that weighs some bytes.
  func submit(_ task: Task, weight: Int) {
    monitor.locked {
      tasks.append((task, weight))
      inFlight += weight
      monitor.wakeAll()
    }
  }

  /// Bytes of tasks and results that have not been taken yet.
  var weight: Int { monitor.locked { inFlight } }

  /// Whether every result has been taken.
  var isEmpty: Bool { monitor.locked { nextResult == dropped + tasks.count } }

  /// Takes the next result in the order of tasks.
  ///
  /// - Parameter waiting: Whether to wait a moment for it.
  /// - Returns: `nil` where it is not there yet.
  func next(waiting: Bool) -> Result? {
    monitor.locked {
      guard nextResult < dropped + tasks.count else { return nil }
      if waiting, results[nextResult] == nil { monitor.waitShortly() }
      guard let (result, weight) = results.removeValue(forKey: nextResult) else { return nil }
      nextResult += 1
      inFlight -= weight
      return result
    }
  }

  /// Takes back the tasks that no thread has begun.
  func cancelPending() {
    monitor.locked {
      while dropped + tasks.count > nextTask {
        if let last = tasks.removeLast() { inFlight -= last.weight }
      }
    }
  }

  /// Ends the threads, as soon as each has done the task at work.
  func close() {
    cancelPending()
    monitor.locked {
      isClosed = true
      monitor.wakeAll()
    }
    for thread in threads { thread.join() }
    threads = []
  }

  private func work() {
    while let (index, task, weight) = take() {
      let result = body(task)
      let resultWeight = resultWeight(result)
      monitor.locked {
        results[index] = (result, resultWeight)
        inFlight += resultWeight - weight
        monitor.wakeAll()
      }
    }
  }

  /// Takes a task, waiting for one; `nil` where no more will come.
  private func take() -> (Int, Task, Int)? {
    monitor.locked {
      while nextTask == dropped + tasks.count {
        if isClosed { return nil }
        monitor.wait()
      }
      let place = nextTask - dropped
      guard let (task, weight) = tasks[place] else {
        preconditionFailure("each task is taken once")
      }
      let index = nextTask
      tasks[place] = nil
      nextTask += 1
      // What has been taken is thrown away in larger parts.
      if place >= 1024 {
        tasks.removeFirst(place + 1)
        dropped += place + 1
      }
      return (index, task, weight)
    }
  }
}
