"""Runs one call of one rival over some documents, as often as it is told to.

usage: worker.py RIVAL TASK FILE       FILE: JSON Lines with "text"

Reads the documents, makes the rival ready, and warms it up with all of them. Writes a line of JSON,
{"version": …, "digest": …}, the latter of the texts that came out, null where lists did; then for each line read does all documents once and writes {"seconds": …,
"results": …, "peak": …}: the time, how many results there were, the process's peak of memory in bytes.
"""
import hashlib
import importlib.metadata
import json
import resource
import sys
import time
import warnings

import rivals


def main(name, task, path):
    warnings.simplefilter("ignore")
    rival = next(rival for rival in rivals.RIVALS if rival.name == name)
    call = next(call for call in rival.calls if call.task == task)
    with open(path, encoding="utf-8") as file:
        texts = [json.loads(line)["text"] for line in file]
    # What a rival prints is no answer.
    answers, sys.stdout = sys.stdout, sys.stderr
    scope = {}
    exec(call.code, scope)
    do = scope["do"]
    outputs = [do(text) for text in texts]
    digest = None
    if all(isinstance(output, str) for output in outputs):
        digest = hashlib.sha256("\n".join(outputs).encode()).hexdigest()
    del outputs
    print(json.dumps({"version": importlib.metadata.version(rival.package), "digest": digest}),
          file=answers, flush=True)
    for _ in sys.stdin:
        results = 0
        start = time.perf_counter()
        for text in texts:
            results += len(do(text))
        seconds = time.perf_counter() - start
        peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss * 1024
        print(json.dumps({"seconds": seconds, "results": results, "peak": peak}),
              file=answers, flush=True)


if __name__ == "__main__":
    main(*sys.argv[1:])
