"""The steps of a plan under construction. Equal steps are merged."""

from collections.abc import Iterable, Iterator, Mapping
from contextlib import contextmanager

from loaders.credentials import Credentials
from loaders.endpoint import Endpoint
from loaders.endpoints.viewer import ME
from resolvers.plan.step import KEY, Argument, Step, depth, in_order

_Identity = tuple[Endpoint, frozenset[tuple[str, str]], tuple[int, ...]]


class StepTable:
    """The steps of a plan, keyed by endpoint, arguments and the writes that precede them."""

    def __init__(self, credentials: Credentials) -> None:
        self._credentials = credentials
        self._steps: dict[_Identity, Step] = {}
        self._waves: dict[int, int] = {}
        self._open: dict[int, bool] = {}
        self.conditional = False

    def __len__(self) -> int:
        return len(self._steps)

    @contextmanager
    def doubtful(self, conditional: bool) -> Iterator[None]:
        """If `conditional`, the steps requested in this context are made only if an answer makes them necessary."""
        before, self.conditional = self.conditional, conditional or self.conditional
        yield
        self.conditional = before

    @property
    def all(self) -> list[Step]:
        """The steps in the order in which they were first requested."""
        return list(self._steps.values())

    def step(
        self,
        endpoint: Endpoint,
        arguments: Mapping[str, Argument],
        *,
        asks: Iterable[str] = (),
        objects: int = 1,
        pages: int = 1,
        after: tuple[Step, ...] = (),
        conditional: bool = False,
    ) -> Step:
        """Returns the step for this endpoint and these arguments, which is created on first use."""
        conditional = conditional or self.conditional
        batch = endpoint.batch is not None
        plain = {name: argument for name, argument in arguments.items() if not (batch and name == KEY)}
        texts = frozenset((name, argument.text) for name, argument in plain.items())
        writes = tuple(id(step) for step in after if not step.endpoint.reads)
        identity = endpoint, texts, writes
        step = self._steps.get(identity)
        if step is None:
            step = self._steps[identity] = Step(endpoint, plain, after=after, pages=pages, conditional=conditional)
        step.asks.update(filter(None, asks))
        key = (arguments[KEY].text,) if batch and KEY in arguments else ()
        step.keys[key] = max(step.keys.get(key, 0), objects)
        step.pages = max(step.pages, pages)
        if step.conditional and not conditional:  # now it is certain, and waits only for what this use needs
            step.conditional = False
            self._wait(step, after)
        elif endpoint.batch is not None and endpoint.batch.parameter is not None:
            # An answer may lead to further keys of the same endpoint. The first of these calls waits for nothing.
            others = [one for one in after if not self._waits(one, step)]
            self._wait(step, tuple(dict.fromkeys((*step.after, *others))))
        elif not conditional and self._depth(after) < self._depth(step.after):
            self._wait(step, after)
        return step

    def _wait(self, step: Step, after: tuple[Step, ...]) -> None:
        """Changes what a step waits for."""
        if step.after != after:
            step.after = after
            self._waves.clear()
            self._open.clear()

    def _depth(self, steps: tuple[Step, ...]) -> int:
        return depth(steps, self._waves)

    def _waits(self, one: Step, other: Step) -> bool:
        """True if a step is the other one, or waits for it."""
        wave = self._depth((other,))
        seen: set[int] = set()
        stack = [one]
        while stack:
            step = stack.pop()
            if step is other:
                return True
            if id(step) not in seen and self._depth((step,)) > wave:
                seen.add(id(step))
                stack += step.after
        return False

    def has(self, endpoint: Endpoint, course: Argument) -> bool:
        """True if a step always calls this endpoint for this course."""
        about = [step for step in self._steps.values() if step.endpoint is endpoint and not step.conditional]
        return any(step.arguments.get("course_key") == course for step in about)

    def ask_who(self) -> None:
        """Adds steps that identify the user of the token and of the session, if some step uses another credential."""
        divided = [step for step in self._steps.values() if self._credentials.divided(step.endpoint)]
        if divided:
            self.step(ME, {}, objects=1)
            self.step(ME, {"by": Argument("session")}, objects=1)

    def asked(self) -> list[Step]:
        """Returns the steps open to the credentials, without those that only served closed steps."""
        closed = {id(step) for step in self._steps.values() if not self.is_open(step)}
        served = {id(one) for step in self._steps.values() if id(step) in closed for one in step.after}
        waited = {id(one) for step in self._steps.values() if id(step) not in closed for one in step.after}
        in_vain = {
            id(step)
            for step in self._steps.values()
            if id(step) in served - waited and not (step.feeds or step.proves or step.needed_by or step.replacement_for)
        }
        return [step for step in self._steps.values() if id(step) not in closed | in_vain]

    def is_open(self, step: Step) -> bool:
        """True if the credentials open the endpoints of the step and of all steps that it waits for."""
        for one in in_order((step,), self._open):
            opened = self._credentials.opens(one.endpoint)
            self._open[id(one)] = opened and all(self._open[id(before)] for before in one.after)
        return self._open[id(step)]
