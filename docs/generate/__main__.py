"""Writes every generated file, including those of the client package if its npm packages are installed."""

import shutil
import subprocess

from docs.generate.files import ROOT, generated

CLIENT = ROOT / "clients" / "javascript"


def write_client() -> None:
    """Runs the package's own generator, which needs Node.js and what `npm ci` installs."""
    node = shutil.which("node")
    if node is None or not (CLIENT / "node_modules" / "graphql").is_dir():
        print("clients/javascript is not written: run `npm ci` there, then `npm run generate`")
        return
    subprocess.run([node, "scripts/generate.mjs"], cwd=CLIENT, check=True)  # noqa: S603


if __name__ == "__main__":
    for path, text in generated().items():
        path.write_text(text, encoding="utf-8")
    write_client()
