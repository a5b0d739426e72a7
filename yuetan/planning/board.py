"""Placing: everybody gets an interviewer and a week, nobody over so many a week, as many as there is room for.

Who finds every seat taken asks those in it to move on (augmenting paths), so that somebody is left over only where
there really is no room.
"""

from __future__ import annotations

from collections import Counter, deque
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

Seat = tuple[str, int]
"""An interviewer and a week, by its index in the year."""


@dataclass(slots=True)
class Board:
    """Who sits where. `options` are the seats that each may take; `months` gives the month of every week."""

    per_week: int
    months: tuple[int, ...]
    options: Mapping[str, tuple[Seat, ...]]
    expected: Counter[str] = field(default_factory=Counter)
    """How many each interviewer will have in all, as far as known: by it months are filled evenly."""
    seat_of: dict[str, Seat] = field(default_factory=dict)
    taken: dict[Seat, list[str]] = field(default_factory=dict)
    monthly: Counter[tuple[str, int]] = field(default_factory=Counter)

    def place(self, who: str) -> bool:
        """Seat somebody: where the months stay even, else where there is room, else by others' moving on."""
        seat = self._pleasant(who)
        if seat is not None:
            self._sit(who, seat)
            return True
        return self._push(who)

    def force(self, who: str, seat: Seat) -> None:
        """Seat somebody where it was settled by hand, room or not."""
        self._sit(who, seat)

    def room(self, seat: Seat) -> bool:
        """Whether the interviewer has room in that week."""
        return len(self.taken.get(seat, ())) < self.per_week

    def _pleasant(self, who: str) -> Seat | None:
        """The best free seat: an interviewer with least to do, a month not yet full, the earliest and emptiest week."""
        free = [seat for seat in self.options.get(who, ()) if self.room(seat)]
        return min(free, key=self._rank) if free else None

    def _rank(self, seat: Seat) -> tuple[int, bool, int, int, int, str]:
        interviewer, week = seat
        month = self.months[week]
        full = self.monthly[interviewer, month] >= self._quota(interviewer)
        return self.expected[interviewer], full, month, len(self.taken.get(seat, ())), week, interviewer

    def _quota(self, interviewer: str) -> int:
        """Interviews a month so that the year is evenly filled."""
        return -(-max(self.expected[interviewer], 1) // len(set(self.months)))

    def _push(self, who: str) -> bool:
        """Follow whoever could move on, breadth first, until a free seat is found; then all of them move."""
        came: dict[Seat, tuple[str, Seat | None]] = {}
        queue: deque[Seat] = deque()
        self._reach(who, None, came, queue)
        while queue:
            seat = queue.popleft()
            if self.room(seat):
                self._shift(seat, came)
                return True
            for other in self.taken[seat]:
                self._reach(other, seat, came, queue)
        return False

    def _reach(
        self, who: str, origin: Seat | None, came: dict[Seat, tuple[str, Seat | None]], queue: deque[Seat]
    ) -> None:
        for seat in self.options.get(who, ()):
            if seat not in came:
                came[seat] = (who, origin)
                queue.append(seat)

    def _shift(self, seat: Seat, came: Mapping[Seat, tuple[str, Seat | None]]) -> None:
        target: Seat | None = seat
        while target is not None:
            who, origin = came[target]
            if origin is not None:
                self._rise(who, origin)
            self._sit(who, target)
            target = origin

    def _sit(self, who: str, seat: Seat) -> None:
        if who not in self.seat_of and len({one for one, _ in self.options.get(who, ())}) > 1:
            self.expected[seat[0]] += 1
        elif who in self.seat_of and self.seat_of[who][0] != seat[0]:
            self.expected[self.seat_of[who][0]] -= 1
            self.expected[seat[0]] += 1
        self.seat_of[who] = seat
        self.taken.setdefault(seat, []).append(who)
        self.monthly[seat[0], self.months[seat[1]]] += 1

    def _rise(self, who: str, seat: Seat) -> None:
        self.taken[seat].remove(who)
        self.monthly[seat[0], self.months[seat[1]]] -= 1


def expectations(options: Iterable[tuple[Seat, ...]]) -> Counter[str]:
    """How many each interviewer is certain to have: those whom nobody else may interview."""
    alone = ({interviewer for interviewer, _ in seats} for seats in options)
    return Counter(next(iter(people)) for people in alone if len(people) == 1)
