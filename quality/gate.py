"""The quality gate: newsx must score no lower on the shared corpora than it did when a floor was last raised.

    python quality/gate.py           # exit 1, with one line for each score below its floor
    python quality/gate.py --raise   # raise floors to the scores of now; none is ever lowered

It always runs on the golden pages of ``fixtures/``, and on what the weights file says of sites that were left out of
its training. The corpora and the scoring stand beside the checkout, in ``../shared``; without them the gate says that
they are skipped. The pages of the corpora are pages that newsx was trained on, so that their scores tell of harm alone:
how good newsx is elsewhere, the figures by site tell. Floors are in ``floors.toml``, by corpus and score. Times are
printed and have no floor: they tell of the machine too.
"""

from __future__ import annotations

import argparse
import importlib
import json
import math
import sys
from pathlib import Path

if sys.version_info >= (3, 11):
    import tomllib
else:
    import tomli as tomllib

Scores = dict[str, float]

SHARED = Path(__file__).resolve().parent.parent.parent / "shared"
FLOORS = Path(__file__).with_name("floors.toml")
ROOT = Path(__file__).resolve().parent.parent
WEIGHTS = ROOT / "newsx" / "label" / "weights-page.json"
CORPORA = (
    "hindi", "hindi-dumps", "real2", "fundus", "misinfo", "daniel", "newspaper4k", "cleanportaleval", "readability",
    "mercury", "wcxb", "wcxb-more", "non-articles", "non-articles2", "wcxb-others",
)  # fmt: skip
LOWER_IS_BETTER = frozenset({"errors", "empty", "leaks"})
WITHOUT_FLOOR = frozenset({"pages", "ms", "ms_max", "pages_s"})
SCALE = 1000  # floors have three decimals
_HEAD = """\
# Written by `python quality/gate.py --raise`, which raises floors and lowers none. Of errors, empty and leaks less is
# better, so that theirs are ceilings. To loosen one by hand is to promise less: the commit has to say why."""


def measure(corpora: tuple[str, ...]) -> dict[str, Scores]:
    """All scores of newsx by corpus, as ``../shared/eval/run.py`` makes them."""
    sys.path.insert(0, str(SHARED / "eval"))
    run, corpus, peers = (importlib.import_module(name) for name in ("run", "corpus", "peers"))
    measured: dict[str, Scores] = {}
    for name in corpora:
        measured[name] = run.summary(run.run_peer(peers.PEERS["newsx"], list(corpus.load(SHARED / "corpus" / name))))
        print(f"\n{name}\n\n{run.table({'newsx': measured[name]})}", flush=True)
    return measured


def by_site() -> dict[str, Scores]:
    """What the weights file says of each corpus, by models that saw no page of a site that they were asked about."""
    scored = json.loads(WEIGHTS.read_text("utf-8"))["scored"]
    return {
        f"by-site {corpus}": {name: value for name, value in scores.items() if name in ("F1", "told_right")}
        for corpus, scores in scored.items()
    }


def golden() -> dict[str, Scores]:
    """The share of the golden pages of ``fixtures/`` whose record is right."""
    sys.path.insert(0, str(ROOT))
    pages = importlib.import_module("tests.golden")
    cases = pages.fixtures()
    right = [not pages.difference(case.record, pages.extract(case.page, case.options)) for case in cases]
    return {"fixtures": {"right": sum(right) / len(right)}}


def failures(floors: dict[str, Scores], measured: dict[str, Scores]) -> list[str]:
    """One line for each score that is worse than its floor or no longer there, and for each corpus without floors."""
    lines = [f"{corpus}: it has no floors; run with --raise" for corpus in measured if corpus not in floors]
    for corpus, scores in floors.items():
        for name, floor in scores.items():
            found = measured.get(corpus, {}).get(name)
            if found is None:
                lines.append(f"{corpus} {name}: not measured, the floor is {floor}")
            elif _is_better(name, floor, _rounded(name, found)):
                lines.append(f"{corpus} {name}: {found:.4f}, the {_bound(name)} is {floor}")
    return lines


def raised(floors: dict[str, Scores], measured: dict[str, Scores]) -> dict[str, Scores]:
    """The floors, each raised to what was measured where that is better, and with floors for new scores."""
    merged = {corpus: dict(scores) for corpus, scores in floors.items()}
    for corpus, scores in measured.items():
        kept = merged.setdefault(corpus, {})
        for name, found in scores.items():
            value = _rounded(name, found)
            if name not in WITHOUT_FLOOR and (name not in kept or _is_better(name, value, kept[name])):
                kept[name] = value
    return merged


def to_toml(floors: dict[str, Scores]) -> str:
    """The text of ``floors.toml``."""
    tables = []
    for corpus, scores in floors.items():
        tables.append("\n".join([f"[{_key(corpus)}]", *(f"{name} = {floor}" for name, floor in scores.items())]))
    return "\n\n".join([_HEAD, *tables]) + "\n"


def _key(corpus: str) -> str:
    return f'"{corpus}"' if " " in corpus else corpus


def _rounded(name: str, value: float) -> float:
    """To three decimals, to the side on which the score of now passes."""
    up = name in LOWER_IS_BETTER
    scaled = round(value * SCALE, 6)  # takes the noise of binary fractions off before it decides a digit
    return (math.ceil(scaled) if up else math.floor(scaled)) / SCALE


def _is_better(name: str, one: float, other: float) -> bool:
    return one < other if name in LOWER_IS_BETTER else one > other


def _bound(name: str) -> str:
    return "ceiling" if name in LOWER_IS_BETTER else "floor"


def main() -> int:
    """Runs the gate; the exit code."""
    parser = argparse.ArgumentParser(description="Hold newsx to the scores that it had.")
    parser.add_argument("--raise", dest="raises", action="store_true", help="raise floors to the scores of now")
    arguments = parser.parse_args()
    floors: dict[str, Scores] = tomllib.loads(FLOORS.read_text("utf-8")) if FLOORS.is_file() else {}
    measured = golden() | by_site()
    if (SHARED / "eval" / "run.py").is_file():
        measured |= measure(CORPORA)
    else:
        print(f"the corpora are skipped: there are none in {SHARED}")
        floors = {name: scores for name, scores in floors.items() if name in measured}
    if arguments.raises:
        floors = raised(floors, measured)
        FLOORS.write_text(to_toml(floors), "utf-8")
    below = failures(floors, measured)
    print("\n" + ("\n".join(below) if below else "quality gate passed: no score is below its floor"))
    return 1 if below else 0


if __name__ == "__main__":
    sys.exit(main())
