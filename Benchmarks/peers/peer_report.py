"""Writes what Scripts/bench-peers found out: JSON, tables of Markdown, a chart."""
import json
import math

from measuring import put


def figure(value):
    """A number with three digits that count."""
    if value >= 100:
        return f"{value:,.0f}"
    return f"{value:.3g}" if value >= 0.001 else f"{value:.1e}"


def results(entry):
    """What was found, or whether the text that came out is ours."""
    if entry["same_text"] is None:
        return f"{entry['results']:,}"
    return "yes" if entry["same_text"] else "no"


def table(task):
    is_text = task["entries"][0]["same_text"] is not None
    found = "Text as ours" if is_text else "Results"
    lines = [
        f"**{task['task'].capitalize()}** ({task['bytes']:,} bytes in {task['documents']} documents, "
        f"{task['rounds']} rounds; the binary's start-up: {task['start_up_ms']:.0f} ms)", "",
        f"| | Version | What it does | {found} | MB/s | Spread | Warraq is |",
        "| --- | --- | --- | ---: | ---: | ---: | ---: |",
    ]
    for entry in task["entries"]:
        spread = (entry["seconds_high"] - entry["seconds_low"]) / entry["seconds"] * 100
        ratio = "-" if entry["name"].startswith("Warraq") else faster(entry["ratio"])
        lines.append(
            f"| {entry['name']} | {entry['version']} | {entry['does']} | {results(entry)} | "
            f"{figure(entry['mb_per_s'])} | {spread:.0f}% | {ratio} |")
    return lines + [""]


def faster(ratio):
    return f"{figure(ratio)} x as fast"


def markdown(report):
    """All tables."""
    machine = report["machine"]
    lines = [
        f"{machine['processor']}, one core; {machine['system']}, {machine['swift']}, "
        f"Python {machine['python']}. Input: {report['input']}.", ""]
    for task in report["tasks"]:
        lines += table(task)
    if report["not_measured"]:
        lines += ["Not measured:", ""]
        lines += [f"- {name}: {reason}" for name, reason in report["not_measured"].items()] + [""]
    return "\n".join(lines)


def summary(report):
    """The table of the README: how many times as fast we are, by task."""
    tasks = report["tasks"]
    names = []
    for task in tasks:
        for entry in task["entries"]:
            if not entry["name"].startswith("Warraq") and entry["name"] not in names:
                names.append(entry["name"])
    ours = {task["task"]: task["entries"][0] for task in tasks}
    lines = ["| Warraq is … times as fast as | " + " | ".join(task["task"] for task in tasks) + " |",
             "| --- |" + " ---: |" * len(tasks)]
    rows = []
    for name in names:
        cells = {}
        for task in tasks:
            for entry in task["entries"]:
                if entry["name"] == name:
                    cells[task["task"]] = entry["ratio"]
        rows.append((name, cells))
    rows.sort(key=lambda row: -len(row[1]))
    for name, cells in rows:
        lines.append(f"| {name} | " + " | ".join(
            figure(cells[task["task"]]) if task["task"] in cells else "" for task in tasks) + " |")
    lines.append("| *Warraq itself, MB/s* | " + " | ".join(
        figure(ours[task["task"]]["mb_per_s"]) for task in tasks) + " |")
    return "\n".join(lines)


def chart(report, path):
    """A chart of bars, drawn as SVG: speed by rival on a scale of powers of ten."""
    width, left, bar, gap = 760, 190, 15, 34
    ours, theirs = "#0b6e4f", "#b0b7bf"
    body, y = [], 16
    speeds = [entry["mb_per_s"] for task in report["tasks"] for entry in task["entries"]]
    low = min(-3, min(exponent(speed) for speed in speeds))
    high = max(exponent(speed) for speed in speeds) + 1

    def x(speed):
        return left + (math.log10(speed) - low) / (high - low) * (width - left - 70)

    for task in report["tasks"]:
        body.append(f'<text x="8" y="{y + 12}" class="task">{task["task"]}, MB/s</text>')
        y += 22
        for entry in sorted(task["entries"], key=lambda entry: -entry["mb_per_s"]):
            colour = ours if entry["name"].startswith("Warraq") else theirs
            end = x(entry["mb_per_s"])
            body.append(f'<text x="{left - 6}" y="{y + 11}" text-anchor="end">{entry["name"]}</text>')
            body.append(f'<rect x="{left}" y="{y}" width="{max(1, end - left):.1f}" height="{bar - 3}" '
                        f'fill="{colour}"/>')
            body.append(f'<text x="{end + 5:.1f}" y="{y + 11}">{figure(entry["mb_per_s"])}</text>')
            y += bar
        y += gap - bar
    for power in range(low, high + 1):
        place = x(10 ** power)
        body.insert(0, f'<line x1="{place:.1f}" x2="{place:.1f}" y1="10" y2="{y}" class="grid"/>')
        body.append(f'<text x="{place:.1f}" y="{y + 14}" text-anchor="middle">{10.0 ** power:g}</text>')
    path.write_text(
        f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {width} {y + 22}" '
        f'font-family="sans-serif" font-size="11">\n'
        '<style>.task{font-weight:bold;font-size:12px}.grid{stroke:#e3e6e8}'
        'text{fill:#222}</style>\n'
        f'<rect width="{width}" height="{y + 22}" fill="#fff"/>\n' + "\n".join(body) + "\n</svg>\n",
        encoding="utf-8")


def exponent(speed):
    return math.floor(math.log10(speed))


def write(root, report):
    docs = root / "docs"
    (docs / "bench-peers.json").write_text(
        json.dumps(report, ensure_ascii=False, indent=1) + "\n", encoding="utf-8")
    chart(report, docs / "bench-peers.svg")
    put(root / "README.md", "bench-peers", summary(report))
    put(docs / "PERFORMANCE.md", "bench-peers", markdown(report))
