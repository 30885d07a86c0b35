"""What was typed on the page of a calculator, as the calculator takes it; its errors in the page's words."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import Any

from court_app.web.calculator_forms import FIELDS, YES_NO, Field
from court_app.web.calculator_lines import Item, Lines, read_lines, typed_number, write_lines
from workflows.errors import CalculationError
from workflows.text import Text


@dataclass(frozen=True, slots=True)
class Typed:
    """What was typed: for the calculator, and on which line each item of a list stands."""

    question: Item
    places: Mapping[str, int]


def read(name: str, typed: Mapping[str, str]) -> Typed:
    """What was typed, as the calculator takes it.

    Raises:
        CalculationError: naming the line that cannot be taken apart.
    """
    question: Item = {}
    places: dict[str, int] = {}
    for field in FIELDS[name]:
        text = typed.get(field.name, "").strip()
        if not text:
            continue
        if field.widget == "lines":
            lines = read_lines(typed[field.name], field.columns, field.name)
            value, where = NESTED.get(field.name, flat)(field.name, lines)
            places |= where
        else:
            value = value_of(field, text)
        put(question, field.name, value)
    if question.get("deadline"):
        question = {key: question[key] for key in ("from", "deadline") if key in question}
    return Typed(question, places)


def value_of(field: Field, text: str) -> Any:
    """One field as the calculator takes it."""
    if field.choices in {YES_NO, YES_NO[::-1]}:
        return {"yes": True, "no": False}.get(text, text)
    typed = typed_number(text)
    return int(typed) if field.whole and typed.isdecimal() and len(typed) < 20 else typed


def put(question: Item, path: str, value: Any) -> None:
    """Put a value where its path says."""
    outer, _, inner = path.rpartition(".")
    (question.setdefault(outer, {}) if outer else question)[inner] = value


def flat(name: str, lines: Lines) -> tuple[list[Item], dict[str, int]]:
    """A list in which each line is an item."""
    return lines.items, {f"{name}.{n}": place for n, place in enumerate(lines.places)}


def by_asset(name: str, lines: Lines) -> tuple[list[Item], dict[str, int]]:
    """Lines of secured claims, put together by their asset; each says again what the asset brought.

    Raises:
        CalculationError: if two lines of one asset say different things.
    """
    assets: dict[Any, Item] = {}
    where: dict[str, int] = {}
    for line, place in zip(lines.items, lines.places, strict=True):
        asset: Item = {key: line[key] for key in ("asset", "proceeds", "cost") if key in line}
        known = assets.setdefault(line.get("asset"), {**asset, "claims": []})
        n = list(assets).index(line.get("asset"))
        if any(asset.get(key) != known.get(key) for key in ("proceeds", "cost")):
            wrong = Text("第{line}行：同一财产的变价款和费用前后不一致。", line=place)
            raise CalculationError("bad_line", wrong, f"{name}.{n}")
        claim = {key: line[key] for key in ("id", "amount", "priority") if key in line}
        where |= {f"{name}.{n}.claims.{len(known['claims'])}": place}
        where.setdefault(f"{name}.{n}", place)
        known["claims"].append(claim)
    return list(assets.values()), where


def with_second(name: str, lines: Lines) -> tuple[list[Item], dict[str, int]]:
    """Lines of classes; the second vote, if there was one, is an object of its own."""
    for item in lines.items:
        more = {key.removeprefix("second."): item.pop(key) for key in list(item) if key.startswith("second.")}
        if more:
            item["second"] = {"present": item.get("second"), **more}
        elif isinstance(item.get("second"), int):
            item["second"] = {"present": item["second"]}
    return flat(name, lines)


NESTED: dict[str, Callable[[str, Lines], tuple[list[Item], dict[str, int]]]] = {
    "secured": by_asset,
    "classes": with_second,
}


def filled(name: str, example: Mapping[str, Any], language: str) -> dict[str, str]:
    """An example as a person would have typed it."""
    typed = {}
    for field in FIELDS[name]:
        value = get(example, field.name)
        if value is None:
            continue
        if field.widget == "lines":
            typed[field.name] = write_lines(flattened(field.name, value), field.columns, language)
        else:
            typed[field.name] = {True: "yes", False: "no"}[value] if isinstance(value, bool) else str(value)
    return typed


def get(example: Mapping[str, Any], path: str) -> Any:
    """What stands at a path."""
    outer, _, inner = path.rpartition(".")
    held = example.get(outer, {}) if outer else example
    return held.get(inner)


def flattened(name: str, items: list[Any]) -> list[Item]:
    """Items as their lines: an asset's claims one a line, a second vote behind the first."""
    if name == "secured":
        return [{**item, **claim} for item in items for claim in item["claims"]]
    if name == "classes":
        return [second_behind(item) for item in items]
    return items


def second_behind(item: Item) -> Item:
    """A class with its second vote on the same line."""
    second = item.get("second")
    if not isinstance(second, Mapping):
        return item
    more = {f"second.{key}": value for key, value in second.items() if key != "present"}
    return {**item, "second": second["present"], **more}


@dataclass(frozen=True, slots=True)
class Trouble:
    """What cannot be calculated, as the page says it: at which field, on which line, in which words."""

    field: str | None
    line: int | None
    message: Text


def trouble(name: str, error: CalculationError, places: Mapping[str, int]) -> Trouble:
    """An error in the words of the page: fields by their labels, items by their lines."""
    path = error.field or ""
    field = next((one for one in FIELDS[name] if path == one.name or path.startswith(f"{one.name}.")), None)
    if field is None:
        return Trouble(None, None, error.message)
    parts = path.split(".")
    above = (".".join(parts[:n]) for n in range(len(parts), 0, -1))
    line = next((places[at] for at in above if at in places), None)
    return Trouble(field.name, line, in_words(error.message, name, field, parts[-1]))


def in_words(message: Text, name: str, field: Field, at: str) -> Text:
    """A message with the words of the page in the place of the names of the input."""
    labels: dict[str, Any] = {one.name.rpartition(".")[2]: one.label for one in FIELDS[name]}
    labels |= {one.name: one.label for one in field.columns}
    named = {**message.values}
    if "field" in named:
        named["field"] = labels.get(at, field.label)
    if "of" in named:
        named["of"] = labels.get(named["of"], named["of"])
    terms = next((one.terms for one in field.columns if one.name == at), ())
    if "choices" in named and terms:
        named["choices"] = list(terms)
    return Text(message.message, **named)
