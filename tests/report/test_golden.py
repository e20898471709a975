"""What is drawn, kept word for word: a report made by hand in every format, and the seeds through the whole way as text.

`pytest tests/report/test_golden.py --regenerate` (or `make golden`) writes the files anew; read the difference.
"""

from pathlib import Path

import pytest

from discrepancy import Report, check, read_articles
from tests.report.stories import FINDINGS, report

GOLDEN = Path(__file__).parent / "golden"
SEEDS = Path(__file__).parents[2] / "seeds"
DRAWN = {
    "story.txt": Report.to_text,
    "story.md": Report.to_markdown,
    "story.html": Report.to_html,
    "story.json": Report.to_json,
    "story.pairs.csv": Report.to_csv,
    "story.claims.csv": lambda made: made.to_csv("claims"),
    "explanation.txt": lambda made: f"{made.explain(FINDINGS[2])}\n",
    "notebook.html": lambda made: f"{made._repr_html_()}\n{FINDINGS[0]._repr_html_()}\n",
    "timeline.svg": lambda made: f"{made.timeline(FINDINGS[2])}\n",
}


@pytest.mark.parametrize("name", DRAWN)
def test_a_report_made_by_hand(name, golden):
    golden(GOLDEN / name, DRAWN[name](report()))


def test_the_seeds_through_the_whole_way(golden):
    golden(GOLDEN / "seeds.txt", check(read_articles(SEEDS)).to_text())
