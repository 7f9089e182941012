"""The results of the exact mode, as Markdown."""

from collections.abc import Mapping, Sequence

from benchmarks.exact.callgrind import Count
from benchmarks.exact.functions import Row
from benchmarks.pages import Page
from benchmarks.report import grid

_MILLION = 1e6


def ratio_table(pages: Sequence[Page], counts: Mapping[str, Mapping[str, Count]], bars: Mapping[str, float]) -> str:
    """Each page's instructions a request and the ratio of the two."""
    lines = []
    for page in pages:
        ours, floor = counts[page.name]["gateway"].total, counts[page.name]["floor"].total
        bar = f"{bars[page.name]:.3f}" if page.name in bars else "-"
        lines.append([page.title, _millions(ours), _millions(floor), f"{ours / floor:.3f}", bar])
    heads = ["page", "gateway, million instructions", "floor", "ratio", "committed"]
    return "\n".join(["", *grid(heads, lines), ""])


def share_table(page: Page, ours: Count, floor: Count, top: int) -> str:
    """Where a page's instructions go: by library, and the C functions with most more than the floor's."""
    lines = [
        [f"{library}", _millions(count), f"{count / ours.total:.1%}", _millions(floor.libraries[library])]
        for library, count in ours.libraries.most_common(top)
    ]
    more = (ours - floor).functions.most_common(top)
    lines += [
        [f"  `{function}`", _millions(ours.functions[function]), f"{ours.functions[function] / ours.total:.1%}",
         _millions(floor.functions[function])]
        for function, _ in more
    ]  # fmt: skip
    heads = [f"{page.title}: library, or C function", "gateway, million", "share", "floor"]
    return "\n".join(["", *grid(heads, lines), ""])


def bad_day_table(found: Mapping[str, int]) -> str:
    """What a page costs while one endpoint fails."""
    good = found[""]
    lines = [[prefix or "a good day", _millions(count), f"{count / good:.2f}"] for prefix, count in found.items()]
    return "\n".join(["", *grid(["endpoint that fails", "million instructions", "times a good day"], lines), ""])


def cold_table(found: Mapping[str, Sequence[Count]]) -> str:
    """What the first request of a document costs, and the first one of a document that was validated before."""
    lines = [[title, *[_millions(count.total) for count in counts]] for title, counts in found.items()]
    head = ["first request of a document", "million instructions", "of a trusted one"]
    return "\n".join(["", *grid(head, lines), ""])


def functions_table(page: Page, rows: Sequence[Row], top: int) -> str:
    """The Python functions that run most bytecode in a request."""
    total = sum(row.bytecodes for row in rows)
    lines = [
        [f"`{row.function}`", f"{row.calls:.1f}", f"{row.bytecodes:.0f}", f"{row.bytecodes / total:.1%}"]
        for row in rows[:top]
    ]
    heads = [f"{page.title}: Python function", "calls", f"bytecodes of {total:.0f}", "share"]
    return "\n".join(["", *grid(heads, lines), ""])


def _millions(count: int) -> str:
    return f"{count / _MILLION:.2f}"
