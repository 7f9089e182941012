"""The chart in `docs/benchmarks.svg`: bars that are readable on a light and on a dark background."""

from html import escape

from benchmarks.loadtest import Cell, Table
from benchmarks.pages import LOAD_PAGES
from benchmarks.servers import PEERS
from benchmarks.svg import STYLE

_WIDTH, _LEFT, _RIGHT, _BAR, _GAP, _TOP = 880, 284, 100, 18, 7, 64
_PAGES = ("home-300", "dashboard", "progress")


def chart(table: Table) -> str:
    """The SVG: CPU milliseconds a request, a group of bars for each page."""
    parts: list[str] = []
    y = _TOP
    for page in LOAD_PAGES:
        cells = table.get(page.name)
        if page.name in _PAGES and cells:
            group, y = _group(page.title, cells, y)
            parts += group
    if not parts:
        parts = [f'<text class="note" x="24" y="{_TOP}">Nothing was measured.</text>']
    return "\n".join(
        [
            f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {_WIDTH} {y + 8}" role="img">',
            "<title>CPU time of a request, by server and page</title>",
            f"<style>{STYLE}</style>",
            '<text class="title" x="24" y="28">CPU time of one request, in milliseconds</text>',
            '<text class="note" x="24" y="47">Same page, same data, same upstream, one core. Shorter is better.</text>',
            *parts,
            "</svg>",
            "",
        ]
    )


def _group(title: str, cells: dict[str, Cell], y: int) -> tuple[list[str], int]:
    longest = max(cell.cpu_ms for cell in cells.values())
    room = _WIDTH - _LEFT - _RIGHT
    y += 26
    parts = [f'<text class="page" x="24" y="{y}">{escape(title[0].upper() + title[1:])}</text>']
    y += 12
    parts.append("")
    begin = y
    for peer in sorted((p for p in PEERS if p.name in cells), key=lambda p: cells[p.name].cpu_ms):
        value = cells[peer.name].cpu_ms
        width = max(2.0, value / longest * room)
        ours = peer.name == "gateway"
        kind = "ours" if ours else "bar"
        middle = y + _BAR / 2 + 4.5
        name = escape(peer.title.replace("`", ""))
        parts += [
            f'<text class="{"own" if ours else "name"}" x="{_LEFT - 10}" y="{middle}" text-anchor="end">{name}</text>',
            f'<rect class="{kind}" x="{_LEFT}" y="{y}" width="{width:.1f}" height="{_BAR}" rx="3"/>',
            f'<text class="value" x="{_LEFT + width + 8:.1f}" y="{middle}">{value:.2f}</text>',
        ]
        y += _BAR + _GAP
    parts[1] = f'<line class="axis" x1="{_LEFT - 0.5}" x2="{_LEFT - 0.5}" y1="{begin - 3}" y2="{y - _GAP + 3}"/>'
    return parts, y + 10
