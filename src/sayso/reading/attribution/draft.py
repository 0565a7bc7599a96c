"""A first version of an attribution, before overlaps are settled."""

import msgspec

from sayso.model.flow import TokenRange
from sayso.model.record import Stance


class Draft(msgspec.Struct, frozen=True):
    """What a finder proposes. `rule` is `ENTRY:FRAME`; `weight` decides between drafts with the same cue."""

    cue: tuple[TokenRange, ...]
    cue_head: int | None
    source: TokenRange | None
    source_head: int | None
    content: tuple[TokenRange, ...]
    stance: Stance
    rule: str
    weight: float = 1.0
    speaker_of: int | None = None
