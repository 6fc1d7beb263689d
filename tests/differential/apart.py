"""How far a value is from what it must be: the one measure of difference of all scripts here."""
import math

FLOOR = 1e-3  # below it the difference is weighed against this: what cancels to nearly 0 keeps the rounding of its parts


def apart(got, want):
    """The difference relative to what it must be; 0 if both are undefined, infinite if one is."""
    if got is None or want is None:
        return 0 if got is want else math.inf
    return abs(got - float(want)) / max(FLOOR, abs(float(want)))
