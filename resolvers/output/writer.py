"""Writes the source of one projection function, line by line."""

from typing import Any


class Slot:
    """A line that may be filled in later."""

    __slots__ = ("_indentation", "text")

    def __init__(self, depth: int) -> None:
        self._indentation = "    " * depth
        self.text: str | None = None

    def fill(self, text: str) -> None:
        """Writes the line."""
        self.text = f"{self._indentation}{text}"


class Writer:
    """Lines of Python at the current indentation, fresh variable names, and the constants the code refers to."""

    def __init__(self) -> None:
        self.lines: list[str | Slot] = []
        self.constants: dict[str, Any] = {}
        self._depth = 1
        self._count = 0
        self._known: dict[int, str] = {}
        self._values: list[dict[str, str]] = [{}]
        self._assumed: list[tuple[object, str, Any]] = []

    def line(self, text: str) -> None:
        """Adds a line."""
        self.lines.append("    " * self._depth + text)

    def slot(self) -> Slot:
        """Reserves a line whose text depends on the code that follows."""
        slot = Slot(self._depth)
        self.lines.append(slot)
        return slot

    def indent(self) -> None:
        """Opens a block."""
        self._depth += 1
        self._values.append({})

    def dedent(self) -> None:
        """Closes a block."""
        self._depth -= 1
        self._values.pop()

    def name(self, prefix: str = "v") -> str:
        """Returns an unused variable name."""
        self._count += 1
        return f"{prefix}{self._count}"

    def once(self, expression: str, prefix: str = "v") -> str:
        """Returns a variable with the expression's value. Reuses one from this block or an enclosing block."""
        for values in self._values:
            if expression in values:
                return values[expression]
        variable = self._values[-1][expression] = self.name(prefix)
        self.line(f"{variable} = {expression}")
        return variable

    def constant(self, value: Any) -> str:
        """Returns the name by which the code refers to this object."""
        known = self._known.get(id(value))
        if known is None:
            known = self._known[id(value)] = f"C{len(self.constants)}"
            self.constants[known] = value
        return known

    def assume(self, thing: object, attribute: str, value: Any) -> None:
        """Records that the written code requires this attribute to keep its value. Does nothing for None."""
        if thing is not None:
            self._assumed.append((thing, attribute, value))

    def holds(self) -> bool:
        """True if all assumed attributes have kept their values."""
        return all(getattr(thing, attribute) == value for thing, attribute, value in self._assumed)

    def function(self, arguments: str, result: str) -> Any:
        """Compiles the lines and returns the finished function."""
        lines = [line.text if isinstance(line, Slot) else line for line in self.lines]
        source = "\n".join([f"def project({arguments}):", *filter(None, lines), f"    return {result}"])
        namespace = dict(self.constants)
        exec(compile(source, "<projection>", "exec"), namespace)  # noqa: S102  # generated without any user input
        return namespace["project"]
