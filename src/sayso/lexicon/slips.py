"""Words one slip of the pen away from a known form: a letter dropped, added, changed or swapped with its neighbour."""

from collections.abc import Mapping

MIN_LENGTH = 4
MAX_LENGTH = 20


class Slips:
    """Known forms, indexed by themselves less one letter, so that a look-up tries a dozen keys and no alphabet."""

    __slots__ = ("_forms", "_less")

    def __init__(self, forms: Mapping[str, str]) -> None:
        self._forms = dict(forms)
        self._less: dict[str, tuple[str, ...]] = {}
        for form in sorted(forms):
            for key in _keys(form):
                self._less[key] = (*self._less.get(key, ()), form)

    def near(self, form: str) -> str | None:
        """What the nearest known form stands for; None when none is one slip away, or `form` itself is known."""
        if not MIN_LENGTH <= len(form) <= MAX_LENGTH or not form.isalpha() or form in self._forms:
            return None
        for key in sorted(_keys(form)):
            for known in self._less.get(key, ()):
                if one_slip(form, known):
                    return self._forms[known]
        return None


def _keys(form: str) -> set[str]:
    return {form, *(form[:k] + form[k + 1 :] for k in range(len(form)))}


def one_slip(a: str, b: str) -> bool:
    """Whether one edit (a swap of neighbours is one) turns `a` into `b`; the first letter must stay."""
    if a[:1] != b[:1] or abs(len(a) - len(b)) > 1:
        return False
    if len(a) != len(b):
        short, long = sorted((a, b), key=len)
        return any(long[:k] + long[k + 1 :] == short for k in range(len(long)))
    wrong = [k for k in range(len(a)) if a[k] != b[k]]
    if len(wrong) == 2 and wrong[1] == wrong[0] + 1:
        return a[wrong[0]] == b[wrong[1]] and a[wrong[1]] == b[wrong[0]]
    return len(wrong) <= 1
