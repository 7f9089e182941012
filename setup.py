"""Puts the packages of the application into one folder of the wheel. All else is in pyproject.toml."""

import shutil
from pathlib import Path

from setuptools import setup
from setuptools.command.build_py import build_py

APPLICATION = ("gateway", "schema", "resolvers", "loaders")


class BuildPy(build_py):
    """Builds a wheel with one top-level name. An editable installation keeps the layout of the repository."""

    def run(self) -> None:
        """Copies the packages as usual, then moves them."""
        app = Path(self.build_lib, "lectern_gateway", "app")
        shutil.rmtree(app, ignore_errors=True)  # of an earlier build
        super().run()
        if not self.editable_mode:
            app.mkdir(parents=True)
            for name in APPLICATION:
                shutil.move(Path(self.build_lib, name), app / name)


setup(cmdclass={"build_py": BuildPy})
