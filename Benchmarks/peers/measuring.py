"""What the scripts that measure have in common: the tool, the texts, the machine."""
import json
import os
import pathlib
import platform
import re
import statistics
import subprocess
import sys
import time

ROOT = pathlib.Path(__file__).resolve().parent.parent.parent
SEED = 20240515
# One thread each: what is compared is work, not cores.
ENVIRONMENT = {
    **os.environ, "OMP_NUM_THREADS": "1", "RAYON_NUM_THREADS": "1", "TOKENIZERS_PARALLELISM": "false",
    "PYTHONWARNINGS": "ignore", "PYTHONDONTWRITEBYTECODE": "1",
}


def pin():
    """Keeps the process, and those it starts, on one core."""
    os.sched_setaffinity(0, {min(os.sched_getaffinity(0))})


def build():
    """Builds the tool and returns its path."""
    subprocess.run([ROOT / "Scripts/bootstrap"], check=True, stdout=sys.stderr)
    command = ["swift", "build", "-c", "release", "--product", "warraq"]
    subprocess.run(command, check=True, cwd=ROOT, stdout=sys.stderr)
    folder = subprocess.run(command[:4] + ["--show-bin-path"], check=True, cwd=ROOT,
                            capture_output=True, text=True).stdout.strip()
    return folder + "/warraq"


def documents(file, folder):
    """The texts to measure on, and what they are."""
    if file:
        source = str(file.name)
        lines = file.read_text(encoding="utf-8")
        if file.suffix not in (".jsonl", ".ndjson"):
            return [lines], source
        return [json.loads(line)["text"] for line in lines.splitlines() if line.strip()], source
    maker = ROOT / "Scripts/make-corpus"
    if maker.exists():
        made = folder / "corpus.jsonl"
        subprocess.run([maker, "--documents", "200", "--seed", str(SEED), "-o", made], check=True,
                       stdout=sys.stderr)
        texts, _ = documents(made, folder)
        return texts, f"Scripts/make-corpus --documents 200 --seed {SEED}"
    texts = [path.read_text(encoding="utf-8") for path in sorted((ROOT / "Corpus/articles").glob("*.txt"))]
    for path in sorted((ROOT / "Corpus/gold").glob("*.jsonl")):
        records = map(json.loads, path.read_text(encoding="utf-8").splitlines())
        texts += [record["text"] for record in records if record.get("text")]
    return texts, "the texts of Corpus/articles and Corpus/gold"


def sample(texts, size):
    """Whole documents, in order, to a size; the texts repeat where they are too short."""
    taken, count = [], 0
    while count < size:
        for text in texts:
            taken.append(text)
            count += len(text.encode())
            if count >= size:
                break
    return taken


def write_lines(path, texts):
    with open(path, "w", encoding="utf-8") as file:
        for number, text in enumerate(texts):
            file.write(json.dumps({"id": str(number), "text": text}, ensure_ascii=False) + "\n")


def quartiles(values):
    if len(values) < 2:
        return values[0], values[0], values[0]
    low, middle, high = statistics.quantiles(values, n=4, method="inclusive")
    return low, middle, high


def machine():
    model = "unknown"
    for line in open("/proc/cpuinfo"):
        if line.startswith(("model name", "Model")):
            model = line.split(":", 1)[1].strip()
            break
    compiler = subprocess.run(["swift", "--version"], capture_output=True, text=True).stdout.split("\n")[0]
    return {"processor": model, "cores": os.cpu_count(), "architecture": platform.machine(),
            "system": platform.freedesktop_os_release().get("PRETTY_NAME", platform.system()),
            "python": platform.python_version(), "swift": compiler}


def seconds(command):
    start = time.perf_counter()
    subprocess.run(command, check=True, stdout=subprocess.DEVNULL, env=ENVIRONMENT)
    return time.perf_counter() - start


def put(path, name, text):
    """Replaces what stands between two marks in a page."""
    page = path.read_text(encoding="utf-8")
    pattern = re.compile(f"(<!-- {name} -->\n).*?(<!-- end of {name} -->)", re.S)
    if not pattern.search(page):
        raise SystemExit(f"{path}: error: no place for {name}")
    path.write_text(pattern.sub(lambda match: match[1] + text + "\n" + match[2], page),
                    encoding="utf-8")
