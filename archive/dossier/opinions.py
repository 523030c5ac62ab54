"""The public's opinions, each with its answer, and the sum that accounts for all of them."""

from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from archive.dossier.chronicle import Chronicle, Done
from archive.dossier.values import compact, paragraphs
from decisions.models import Answer, Comment, CommentAnswering

WAITING = "尚未处理"


@dataclass(frozen=True)
class Count:
    """How many of one kind."""

    label: str
    number: int


@dataclass(frozen=True)
class Opinion:
    """One opinion and what became of it. Basis: 条例第十八条."""

    number: int
    name: str
    way: str
    day: str
    seq: int
    draft: str
    stance: str
    text: tuple[str, ...]
    disposition: str
    reason: tuple[str, ...]
    answered: str


@dataclass(frozen=True)
class Opinions:
    """All opinions; the counts of each way of counting add up to the total."""

    total: int
    dispositions: tuple[Count, ...]
    ways: tuple[Count, ...]
    stances: tuple[Count, ...]
    opinions: tuple[Opinion, ...]
    sittings: tuple[tuple[str, tuple[str, ...]], ...]
    """What was written on each sitting of answering, under when and who."""


def opinions(chronicle: Chronicle) -> Opinions:
    """Return the opinions in the order in which they came in."""
    found = tuple(_opinions(chronicle))
    return Opinions(
        total=len(found),
        dispositions=_counts([opinion.disposition for opinion in found]),
        ways=_counts([opinion.way for opinion in found]),
        stances=_counts([opinion.stance for opinion in found]),
        opinions=found,
        sittings=tuple(_sittings(chronicle)),
    )


def _counts(labels: Sequence[str]) -> tuple[Count, ...]:
    return tuple(Count(label, number) for label, number in Counter(labels).most_common())


def _answers(chronicle: Chronicle) -> Iterator[tuple[Answer, Done]]:
    for done in chronicle.done:
        for rows in chronicle.rows(done).values():
            yield from ((row, done) for row in rows if isinstance(row, Answer))


def _opinions(chronicle: Chronicle) -> Iterator[Opinion]:
    answers = {answer.comment_id: (answer, done) for answer, done in _answers(chronicle)}
    for number, comment in enumerate(chronicle.of(Comment), 1):
        yield _opinion(number, comment, *answers.get(comment.pk, (None, None)))


def _opinion(number: int, comment: Comment, answer: Answer | None, done: Done | None) -> Opinion:
    """Return one opinion; whoever did not consent to being named is not, and nobody's contact."""
    return Opinion(
        number=number,
        name=comment.shown_name(),
        way=str(comment.get_way_display()),
        day=compact(comment.at),
        seq=comment.seq,
        draft=f"第{comment.draft.version}版" if comment.draft else "",
        stance=str(comment.get_stance_display()),
        text=paragraphs(comment.text),
        disposition=str(answer.get_disposition_display()) if answer else WAITING,
        reason=paragraphs(answer.reason) if answer else (),
        answered=f"{compact(done.entry.at)}　第{done.entry.seq}条" if done else "",
    )


def _sittings(chronicle: Chronicle) -> Iterator[tuple[str, tuple[str, ...]]]:
    for sitting in chronicle.of(CommentAnswering):
        entry = chronicle.entry(sitting)
        said = paragraphs(sitting.summary)
        if said:
            yield f"{compact(entry.at)}　{entry.unit}　{entry.actor}　第{entry.seq}条", said
