"""The few thresholds that a user may turn, in one frozen object; each with its reason."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Settings:
    """What a user may turn; every field has a default that was fitted on gold stories or stated by a source."""
