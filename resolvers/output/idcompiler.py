"""Compiles ids, and the facts that identify the objects around an object."""

from graphql import GraphQLObjectType

from resolvers.declare.source import PARTS, Identity, Part, Parts
from resolvers.output.code import Code
from resolvers.output.leafcompiler import Cursors, Facts, cursor_of


class Ids:
    """Writes the code for ids."""

    def __init__(self, code: Code) -> None:
        self._code = code

    def of(self, identity: Identity, cursors: Cursors, facts: Facts) -> str:
        """Returns the expression of an object's id."""
        code = self._code
        values = [self._part(part, cursors, facts) for part in identity.parts]
        for value, part in zip(values, identity.parts, strict=True):
            if not part.optional:
                code.writer.line(f"if {value} is None: {code.fall_back}")
        if cursors:
            code.reads_text(next(iter(cursors)))
        return f"{code.writer.constant(identity)}.of({', '.join(values)})"

    def below(self, object_type: GraphQLObjectType, cursors: Cursors, facts: Facts) -> Facts:
        """Returns the facts for the objects below one of this type: its own id parts, then the facts around it."""
        named: Parts = object_type.extensions[PARTS]
        if not named:
            return facts
        return lambda name: self._part(named[name], cursors, facts) if name in named else facts(name)

    def _part(self, part: Part, cursors: Cursors, facts: Facts) -> str:
        """Returns a variable with the value of a part: the object's own, or else the fact around it."""
        writer = self._code.writer
        usable = [source for source in part.sources if source.endpoint is None or source.endpoint in cursors]
        found = [source.kind.compiled_plain(self._code, cursor_of(source, cursors)) for source in usable]
        if part.name is not None:
            found.append(facts(part.name))
        variable = writer.once(found[0]) if found else "None"
        for other in found[1:]:
            variable = writer.once(f"({other} if {variable} is None else {variable})")
        return variable
