"""Errors of the law's arithmetic: they name the field and the way out."""

from workflows.text import Text


class CalculationError(ValueError):
    """What was asked cannot be calculated; `field` names what to change."""

    def __init__(self, code: str, message: Text, field: str | None = None) -> None:
        self.code = code
        self.message = message
        self.field = field
        super().__init__(f"{code}: {message}")

    def within(self, path: str) -> "CalculationError":
        """The same error, its field named from the top: `amount` within `claims.2` is `claims.2.amount`."""
        field = f"{path}.{self.field}" if self.field else path
        values = self.message.values
        named = {**values, "field": field} if "field" in values else values
        return CalculationError(self.code, Text(self.message.message, **named), field)


class SettingError(ValueError):
    """A setting of a court has a value that it cannot have."""

    def __init__(self, name: str, message: Text) -> None:
        self.name = name
        self.message = message
        super().__init__(f"{name}: {message}")
