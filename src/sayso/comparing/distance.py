"""How far places are from each other."""

import math
from typing import Final

_DIAMETER: Final = 12742.0


def km(a: tuple[float, float], b: tuple[float, float]) -> float:
    """Kilometres along the great circle between two points, as latitude and longitude in degrees."""
    lat1, lon1, lat2, lon2 = (math.radians(x) for x in (*a, *b))
    h = math.sin((lat2 - lat1) / 2) ** 2 + math.cos(lat1) * math.cos(lat2) * math.sin((lon2 - lon1) / 2) ** 2
    return _DIAMETER * math.asin(min(1.0, math.sqrt(h)))
