"""A file as a reader sees it, what a reader gives back, and what becomes of its problems."""

import warnings
from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass, field

from discrepancy.errors import ReadError, ReadWarning
from discrepancy.model import Article
from discrepancy.read.encodings import decode
from discrepancy.settings import Limits

Item = Article | ReadError | ReadWarning
OnError = Callable[[ReadError], object]
OnWarning = Callable[[ReadWarning], object]
MAX_WARNINGS = 20  # of one reading that go to Python's warnings; what is beyond is counted


@dataclass(frozen=True, slots=True)
class File:
    """One file to read.

    Attributes:
        path: Where it stands, for messages ("<stdin>" for standard input).
        name: What its article is called where the file gives no id.
        data: Its bytes.
        columns: The user's own names of the fields: {"text": "content"}.
        limits: How much is read.
    """

    path: str
    name: str
    data: bytes
    columns: Mapping[str, str] = field(default_factory=dict)
    limits: Limits = field(default_factory=Limits)

    @property
    def text(self) -> str:
        """The bytes as text, without a byte order mark.

        Raises:
            ReadError: They are no text, or in an encoding that cannot be told.
        """
        return self.decoded()[0]

    def decoded(self, declared: str = "") -> tuple[str, list[ReadWarning]]:
        """The bytes as text, and what was done to read it, where that is worth saying.

        Args:
            declared: The encoding that the file itself says it is in.

        Raises:
            ReadError: They are no text, or in an encoding that cannot be told.
        """
        remedy = "save it as UTF-8"
        try:
            found = decode(self.data, declared)
        except ValueError as error:
            raise ReadError(str(error), self.path, remedy=f"{remedy} text") from error
        return found.text, [ReadWarning(found.how, self.path, remedy=f"{remedy} to be sure")] if found.how else []


Reader = Callable[[File], Iterable[Item]]


def collect(items: Iterable[Item], on_error: OnError | None, on_warning: OnWarning | None) -> list[Article]:
    """Keep the articles and hand on the problems; one bad file never sinks the rest.

    Args:
        items: Articles, problems and remarks, in the order of reading.
        on_error: Called with each problem. If None, each is a `ReadWarning`.
        on_warning: Called with each remark. If None, each is given to Python's warnings.

    Raises:
        ReadError: There were problems and not one article, and `on_error` is None.
    """
    articles: list[Article] = []
    problems: list[ReadError] = []
    remarks: list[ReadWarning] = []
    for item in items:
        if isinstance(item, Article):
            articles.append(item)
        elif isinstance(item, ReadError):
            (on_error or problems.append)(item)
        else:
            (on_warning or remarks.append)(item)
    if problems and not articles:
        for other in problems[1:10]:
            problems[0].add_note(str(other))
        raise problems[0]
    _warn([*(ReadWarning(f"left out: {problem}") for problem in problems), *remarks])
    return articles


def _warn(remarks: list[ReadWarning]) -> None:
    for remark in remarks[:MAX_WARNINGS]:
        warnings.warn(remark, stacklevel=4)
    if len(remarks) > MAX_WARNINGS:
        more = len(remarks) - MAX_WARNINGS
        warnings.warn(ReadWarning(f"and {more} more; on_error and on_warning are given them all"), stacklevel=4)


def with_own_ids(articles: Iterable[Article]) -> Iterator[Article]:
    """Give a second article of one id the id with "#2" behind it, and so on."""
    taken: set[str] = set()
    times: dict[str, int] = {}
    for article in articles:
        name = article.id
        while name in taken:
            times[article.id] = times.get(article.id, 1) + 1
            name = f"{article.id}#{times[article.id]}"
        taken.add(name)
        yield article if name == article.id else article.model_copy(update={"id": name})
