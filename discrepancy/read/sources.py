"""A file as a reader sees it, what a reader gives back, and what becomes of its problems."""

import warnings
from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass, field

from discrepancy.errors import ReadError, ReadWarning
from discrepancy.model import Article

Item = Article | ReadError
OnError = Callable[[ReadError], None]


@dataclass(frozen=True, slots=True)
class File:
    """One file to read.

    Attributes:
        path: Where it stands, for messages ("<stdin>" for standard input).
        name: What its article is called where the file gives no id.
        data: Its bytes.
        columns: The user's own names of the fields: {"text": "content"}.
    """

    path: str
    name: str
    data: bytes
    columns: Mapping[str, str] = field(default_factory=dict)

    @property
    def text(self) -> str:
        """The bytes as UTF-8, without a byte order mark.

        Raises:
            ReadError: They are in another encoding.
        """
        try:
            return self.data.decode("utf-8-sig")
        except UnicodeDecodeError as error:
            line = self.data.count(b"\n", 0, error.start) + 1
            raise ReadError(f"not UTF-8 (byte {error.start})", self.path, line, "save it as UTF-8") from error


Reader = Callable[[File], Iterable[Item]]


def collect(items: Iterator[Item], on_error: OnError | None) -> list[Article]:
    """Keep the articles and hand on the problems; one bad file never sinks the rest.

    Args:
        items: Articles and problems, in the order of reading.
        on_error: Called with each problem. If None, each is a `ReadWarning`.

    Raises:
        ReadError: There were problems and not one article, and `on_error` is None.
    """
    articles: list[Article] = []
    problems: list[ReadError] = []
    for item in items:
        if isinstance(item, Article):
            articles.append(item)
        else:
            (on_error or problems.append)(item)
    if problems and not articles:
        for other in problems[1:10]:
            problems[0].add_note(str(other))
        raise problems[0]
    for problem in problems:
        warnings.warn(f"left out: {problem}", ReadWarning, stacklevel=3)
    return articles


def with_own_ids(articles: Iterable[Article]) -> list[Article]:
    """Give a second article of one id the id with "#2" behind it, and so on."""
    taken: set[str] = set()
    named = []
    for article in articles:
        name, times = article.id, 1
        while name in taken:
            times += 1
            name = f"{article.id}#{times}"
        taken.add(name)
        named.append(article if times == 1 else article.model_copy(update={"id": name}))
    return named
