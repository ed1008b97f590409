"""How many findings of each kind there are, by comparison and by the releases that are compared."""

from dataclasses import dataclass, field

from app.queries.reconciliation.findings import Finding, Lacking, Verdict


@dataclass(slots=True)
class Count:
    """The findings of one comparison between the same releases."""

    comparison: str
    releases: tuple[str, ...]
    verdicts: dict[str, int] = field(default_factory=lambda: {str(verdict): 0 for verdict in Verdict})
    causes: dict[str, int] = field(default_factory=dict)


@dataclass(slots=True)
class Tally:
    """Counts in the order in which they were met, and what comparisons lack."""

    counts: dict[tuple[str, tuple[str, ...]], Count] = field(default_factory=dict)
    lacking: list[Lacking] = field(default_factory=list)

    def add(self, found: Finding | Lacking) -> None:
        """Count a finding, or note what is lacking."""
        if isinstance(found, Lacking):
            self.lacking.append(found)
            return
        key = (found.comparison, found.releases)
        count = self.counts.setdefault(key, Count(*key))
        count.verdicts[found.outcome.verdict] += 1
        if found.outcome.cause is not None:
            cause = str(found.outcome.cause)
            count.causes[cause] = count.causes.get(cause, 0) + 1

    def of(self, verdict: Verdict) -> int:
        """How many findings of all comparisons have a verdict."""
        return sum(count.verdicts[verdict] for count in self.counts.values())
