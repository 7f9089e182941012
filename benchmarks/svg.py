"""The common style of the charts, which is readable on a light and on a dark background."""

STYLE = """
text { font: 13px system-ui, -apple-system, "Segoe UI", Roboto, sans-serif; fill: #24292f; }
.title { font-size: 17px; font-weight: 600; }
.page { font-size: 14px; font-weight: 600; }
.note, .value { fill: #57606a; }
.bar { fill: #8c959f; }
.ours { fill: #0b7a5b; }
.line { fill: none; stroke: #0b7a5b; stroke-width: 1.5; }
.own { font-weight: 600; }
.axis { stroke: #d0d7de; }
.band { fill: #d0d7de; opacity: 0.35; }
@media (prefers-color-scheme: dark) {
  text { fill: #e6edf3; }
  .note, .value { fill: #9198a1; }
  .bar { fill: #656d76; }
  .ours { fill: #2fbf8f; }
  .line { stroke: #2fbf8f; }
  .axis { stroke: #3d444d; }
  .band { fill: #3d444d; }
}
"""
