"""How a measured time stands to its goal, said alike by every benchmark that has one."""


def against(took: float, goal: float, unit: str) -> str:
    """A time with its goal and the part of the goal that it takes: `7 ms (goal 50 ms, ratio 0.14)`.

    Above 1 the goal is missed; how fast the machine is today the other ratio of the same benchmark shows.
    """
    digits = 0 if unit == "ms" else 2
    return f"{took:.{digits}f} {unit} (goal {goal} {unit}, ratio {took / goal:.2f})"
