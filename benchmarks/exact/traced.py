"""Runs a module as `python -m` does and counts the bytecodes of its Python functions between two signals.

`python -m benchmarks.exact.traced FILE MODULE ARGUMENT…`: SIGUSR1 begins, SIGUSR2 ends and writes FILE as JSON.
"""

import json
import runpy
import signal
import sys
from collections import Counter
from pathlib import Path
from types import CodeType, FrameType
from typing import Any


class Tracer:
    """Counts, by function, its calls (an await that goes on counts as one) and its bytecodes."""

    def __init__(self, file: Path) -> None:
        self._file = file
        self._calls: Counter[CodeType] = Counter()
        self._bytecodes: Counter[CodeType] = Counter()

    def begin(self, *_: object) -> None:
        """Counts from now on."""
        sys.settrace(self._trace)

    def end(self, *_: object) -> None:
        """Counts no more, and writes what was counted."""
        sys.settrace(None)
        rows = [
            [f"{_short(code.co_filename)}:{code.co_qualname}", self._calls[code], count]
            for code, count in self._bytecodes.items()
        ]
        written = self._file.with_suffix(".part")
        written.write_text(json.dumps(rows))
        written.rename(self._file)

    def _trace(self, frame: FrameType, event: str, _: Any) -> Any:
        code = frame.f_code
        if event == "call":
            self._calls[code] += 1
            frame.f_trace_opcodes = True
            frame.f_trace_lines = False
        elif event == "opcode":
            self._bytecodes[code] += 1
        return self._trace


def _short(path: str) -> str:
    return "/".join(path.rpartition("site-packages/")[2].rsplit("/", 2)[-2:])


if __name__ == "__main__":
    tracer = Tracer(Path(sys.argv[1]))
    signal.signal(signal.SIGUSR1, tracer.begin)
    signal.signal(signal.SIGUSR2, tracer.end)
    sys.argv = sys.argv[2:]
    runpy.run_module(sys.argv[0], run_name="__main__", alter_sys=True)
