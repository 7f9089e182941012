"""Compiles ids, and the names of the objects around an object."""

from graphql import GraphQLObjectType

from resolvers.declare.source import PARTS, Identity, Part, Parts, Source
from resolvers.output.cursor import Cursor, read
from resolvers.output.leafcompiler import Cursors, Facts, LeafCompiler, NotCompilableError, cursor_of


class IdCompiler(LeafCompiler):
    """Writes the code for ids."""

    def _id(self, identity: Identity, cursors: Cursors, facts: Facts) -> str:
        """Returns the expression of an object's id."""
        values = [self._part(part, cursors, facts) for part in identity.parts]
        for value, part in zip(values, identity.parts, strict=True):
            if not part.optional:
                self.writer.line(f"if {value} is None: {self.surprise}")
        if cursors:
            self.texts[next(iter(cursors))] += 1
        return f"{self.writer.constant(identity)}.of({', '.join(values)})"

    def _below(self, object_type: GraphQLObjectType, cursors: Cursors, facts: Facts) -> Facts:
        """Returns the facts for the objects below one of this type: its own id parts, then the facts around it."""
        named: Parts = object_type.extensions[PARTS]
        if not named:
            return facts
        return lambda name: self._part(named[name], cursors, facts) if name in named else facts(name)

    def _part(self, part: Part, cursors: Cursors, facts: Facts) -> str:
        """Returns a variable with the value of a part: the object's own, or else the fact around it."""
        usable = [source for source in part.sources if source.endpoint is None or source.endpoint in cursors]
        found = [self._own(source, cursor_of(source, cursors)) for source in usable]
        if part.name is not None:
            found.append(facts(part.name))
        variable = self.writer.once(found[0]) if found else "None"
        for other in found[1:]:
            variable = self.writer.once(f"({other} if {variable} is None else {variable})")
        return variable

    def _own(self, source: Source, cursor: Cursor) -> str:
        if source.via is None:
            return read(self.writer, cursor, source.path, raw=True)[0]
        if not cursor.sure:
            raise NotCompilableError(source.describe())
        values = [self.writer.once(self._raw(cursor, path)) for path in source.paths]
        via = f"{self.writer.constant(source.via)}({', '.join(values)})"
        return via if len(values) > 1 or source.nulls else f"(None if {values[0]} is None else {via})"
