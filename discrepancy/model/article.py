"""Article: one text as given in. The pydantic door through which everything enters."""

from datetime import date

from pydantic import AwareDatetime, BaseModel, ConfigDict, Field


class Article(BaseModel):
    """One article, exactly as it was given in.

    All offsets in the package are half-open and count characters of `text`.

    Attributes:
        id: A name that is unique in one run.
        text: The body.
        title: The headline, "" if unknown.
        source: The outlet that published it, "" if unknown.
        url: Where it stands, "" if unknown.
        published: The day of publication; None if unknown, never guessed.
        language: An ISO 639 code; only English is read.
        published_at: The moment of publication with its zone, where it is stated.
        modified: The day of the last change, where it is stated.
        modified_at: The moment of the last change with its zone, where it is stated.

    Raises:
        pydantic.ValidationError: A field has another type.
    """

    model_config = ConfigDict(frozen=True, extra="forbid")

    id: str = Field(min_length=1)
    text: str
    title: str = ""
    source: str = ""
    url: str = ""
    published: date | None = None
    language: str = "en"
    published_at: AwareDatetime | None = None
    modified: date | None = None
    modified_at: AwareDatetime | None = None
