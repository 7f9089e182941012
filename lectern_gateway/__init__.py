"""The command `gateway`, installed or in a checkout.

An installed wheel holds the packages `gateway`, `schema`, `resolvers` and `loaders` in the folder `app` of this
package, so that they cannot collide with packages of the same names in the environment. Only the processes of the
gateway import them from there.
"""

import sys
from pathlib import Path

_APP = Path(__file__).parent / "app"


def main() -> None:
    """Runs the command line."""
    if _APP.is_dir():
        sys.path.insert(0, str(_APP))
    from gateway.__main__ import main as run

    run()
