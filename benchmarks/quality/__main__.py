"""`python -m benchmarks.quality`: measure, print, and hold against the floors in floors.json.

A figure below its floor fails the run. `--raise` writes better figures into the floors; nothing lowers them but an
editor's hand, with the reason in the commit.
"""

import argparse
import json
import sys
from pathlib import Path

from benchmarks.quality.measures import LOWER_IS_BETTER, MEASURES, Figures, SkippedError

FLOORS = Path(__file__).with_name("floors.json")
README = Path(__file__).parents[1] / "README.md"
START, END = "<!-- figures -->", "<!-- end of figures -->"
SLACK = 0.0005
"""Half of the last digit that the scorers print."""


def main() -> int:
    arguments = _arguments()
    floors: dict[str, float] = json.loads(FLOORS.read_text()) if FLOORS.exists() else {}
    failed = False
    measured: dict[str, Figures] = {}
    for name in arguments.measure or MEASURES:
        try:
            figures = MEASURES[name](arguments.shared)
        except SkippedError as reason:
            print(f"{name}: skipped: {reason}")
            continue
        print(f"{name}: {first_line(name)}")
        for figure, value in figures.items():
            failed |= _hold(f"{name}.{figure}", value, floors)
        measured[name] = figures
        if arguments.raise_floors:
            _raise(name, figures, floors)
    if arguments.raise_floors:
        FLOORS.write_text(json.dumps(floors, indent=1, sort_keys=True) + "\n")
    if arguments.table:
        _write_table(measured)
    return int(failed)


def _arguments() -> argparse.Namespace:
    parser = argparse.ArgumentParser(prog="python -m benchmarks.quality", description=__doc__)
    parser.add_argument("measure", nargs="*", help=f"some of: {' '.join(MEASURES)}; default: all")
    parser.add_argument("--shared", type=Path, default=Path("../shared"), help="the folder with data and scorers")
    parser.add_argument("--raise", dest="raise_floors", action="store_true", help="pin better figures as new floors")
    parser.add_argument("--table", action="store_true", help="write the figures into benchmarks/README.md")
    arguments = parser.parse_args()
    unknown = set(arguments.measure) - set(MEASURES)
    if unknown:
        parser.error(f"no such measure: {', '.join(sorted(unknown))}")
    return arguments


def _hold(key: str, value: float, floors: dict[str, float]) -> bool:
    floor = floors.get(key)
    worse = floor is not None and _better(key, floor, value + 0.0) and abs(floor - value) > SLACK
    mark = "  BELOW ITS FLOOR" if worse else ""
    print(f"  {key:28s} {value:8.3f}   floor {floor if floor is not None else '-'}{mark}")
    return worse


def _write_table(measured: dict[str, Figures]) -> None:
    """Replace the table between the two marks of the README with what was measured now."""
    rows = [
        f"| {name} | {first_line(name)} | "
        + ", ".join(f"{figure} {value:.3f}" for figure, value in figures.items())
        + " |"
        for name, figures in measured.items()
    ]
    text = README.read_text(encoding="utf-8")
    before, _, rest = text.partition(START)
    _, _, after = rest.partition(END)
    table = "\n".join(["", "| measure | what and on what | figures |", "|---|---|---|", *rows, ""])
    README.write_text(before + START + table + END + after, encoding="utf-8")


def first_line(name: str) -> str:
    """What a measure says of itself."""
    return (MEASURES[name].__doc__ or "").splitlines()[0]


def _raise(name: str, figures: dict[str, float], floors: dict[str, float]) -> None:
    for figure, value in figures.items():
        key = f"{name}.{figure}"
        if key not in floors or _better(key, value, floors[key]):
            floors[key] = round(value, 4)


def _better(key: str, new: float, old: float) -> bool:
    return new < old if key in LOWER_IS_BETTER else new > old


if __name__ == "__main__":
    sys.exit(main())
