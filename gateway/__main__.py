"""The command line: `gateway demo`, `serve`, `demo-lms`, `schema`, `explain`, `check`."""

import argparse
import sys
from collections.abc import Sequence

from gateway.settings.settings import SettingsError


def main(arguments: Sequence[str] | None = None) -> None:
    """Runs one command. For an invalid setting, it prints one line instead of a traceback."""
    parser = _parser()
    given = parser.parse_args(arguments)
    try:
        status = given.run(given)
    except SettingsError as error:
        print(f"gateway: {error}", file=sys.stderr)
        status = 2
    except KeyboardInterrupt:
        status = 130
    sys.exit(status or 0)


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(
        prog="gateway", description="Lectern: one GraphQL endpoint in front of an Open edX LMS."
    )
    commands = parser.add_subparsers(required=True, metavar="COMMAND")

    demo = commands.add_parser("demo", help="start the demo LMS and the gateway, and print how to use them")
    _demo_options(demo)
    demo.set_defaults(run=_demo)

    serve = commands.add_parser("serve", help="serve the gateway in front of the LMS at GATEWAY_LMS_BASE_URL")
    serve.set_defaults(run=_serve)

    lms = commands.add_parser("demo-lms", help="start the demo LMS alone")
    lms.add_argument("--port", type=_port, default=None, help="port (GATEWAY_DEMO_LMS_PORT, 18000)")
    lms.add_argument(
        "--luminus-port", type=_port, default=None, help="port of the demo's LumiNUS catalogue; not started by default"
    )
    _demo_options(lms)
    lms.set_defaults(run=_demo_lms)

    schema = commands.add_parser("schema", help="print the schema")
    schema.set_defaults(run=_schema)

    explain = commands.add_parser("explain", help="print the calls that a query would make, without making them")
    explain.add_argument("file", help="a file with GraphQL queries")
    explain.add_argument("--as", dest="sign_in", choices=["jwt", "bearer", "session", "anonymous"], default="jwt")
    explain.add_argument("--variables", help="a JSON object; missing variables get sample values")
    explain.set_defaults(run=_explain)

    check = commands.add_parser("check", help="check settings, reachability and versions")
    check.set_defaults(run=_check)
    return parser


def _demo_options(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("--blocks", type=int, default=0, help="add a generated course with this many blocks")
    parser.add_argument("--enrollments", type=int, default=0, help="add this many enrolments for alex")
    parser.add_argument("--latency", action="append", default=[], metavar="ENDPOINT=TIME", help="such as outline=300ms")
    parser.add_argument(
        "--release", choices=("teak", "ulmo", "verawood"), default="verawood", help="the release of the LMS to simulate"
    )
    parser.add_argument("--throttle", action="store_true", help="limit requests like a real LMS")


def _port(text: str) -> int:
    if not text.isdecimal() or int(text) > 65535:
        raise argparse.ArgumentTypeError(f"not a port: {text}")
    return int(text)


def _demo(given: argparse.Namespace) -> int:
    from gateway.commands.demo import run_demo

    return run_demo(given)


def _demo_lms(given: argparse.Namespace) -> int:
    from gateway.commands.demo import run_demo_lms

    return run_demo_lms(given)


def _serve(given: argparse.Namespace) -> int:
    from gateway.commands.serve import run_serve

    return run_serve()


def _schema(given: argparse.Namespace) -> int:
    from gateway.schema_text import sdl

    sys.stdout.write(sdl())
    return 0


def _explain(given: argparse.Namespace) -> int:
    from gateway.commands.explain import run_explain

    return run_explain(given.file, given.sign_in, given.variables)


def _check(given: argparse.Namespace) -> int:
    from gateway.commands.check import run_check

    return run_check()


if __name__ == "__main__":
    main()
