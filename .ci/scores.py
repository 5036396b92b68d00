"""Runs the scores and compares them with the floors in .ci/scores.json.

  python3 .ci/scores.py PROGRAM SHARED

Prints what the scores print; ends with status 1 and one sentence a loss where a figure is worse than
its floor, or where a score printed no figure.
"""

import json
import pathlib
import re
import subprocess
import sys


def share(found, of):
    return int(found) / max(1, int(of))


def measured(program, shared):
    """The figures, by the names that .ci/scores.json gives them."""

    def score(mode, *paths):
        command = [sys.executable, str(shared / "tools" / "score.py"), mode, "--bin", str(program), *map(str, paths)]
        run = subprocess.run(command, stdin=subprocess.DEVNULL, stdout=subprocess.PIPE, encoding="utf-8")
        print(f"{mode}:\n{run.stdout}", end="", flush=True)
        return run.stdout

    figures = {}
    differences = re.findall(r" claims, \d+ findings, (\d+) differences$", score("reports", shared / "reports"), re.M)
    if differences:
        figures["reportDifferences"] = sum(map(int, differences))
    text = score("cases", *sorted((shared / "cases").glob("*.jsonl")))
    if found := re.search(r"^recall (\d+)/(\d+) = .*; false alarms in (\d+) of (\d+) clean texts", text, re.M):
        figures["casesRecall"] = share(found[1], found[2])
        figures["casesFalse"] = share(found[3], found[4])
    if found := re.search(r"^altered figures caught (\d+)/(\d+)", score("mutate", shared / "reports"), re.M):
        figures["mutateCaught"] = share(found[1], found[2])
    return figures


def losses(figures, floors):
    for name, floor in floors.items():
        figure = figures.get(name)
        if figure is None:
            yield f"{name} was not measured: its score printed no figure."
            continue
        less_is_better = name in ("casesFalse", "reportDifferences")
        if figure > floor + 1e-9 if less_is_better else figure < floor - 1e-9:
            bound = "at most" if less_is_better else "at least"
            yield f"{name} was {bound} {floor:g} and is now {figure:.4g}: a loss; see the lines above."


def main():
    program, shared = (pathlib.Path(argument) for argument in sys.argv[1:])
    floors = json.loads(pathlib.Path(__file__).with_name("scores.json").read_text(encoding="utf-8"))
    figures = measured(program.resolve(), shared)
    print("scores:", ", ".join(f"{name} {figure:.4g}" for name, figure in sorted(figures.items())))
    lost = list(losses(figures, floors))
    for sentence in lost:
        print(sentence, file=sys.stderr)
    sys.exit(1 if lost else 0)


main()
