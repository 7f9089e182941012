"""`gateway demo` and `gateway demo-lms`."""

import argparse
import os
import signal
import socket
import subprocess
import sys
import time

import uvicorn

from gateway.commands.processes import listen
from gateway.commands.requirements import check_requirements
from gateway.commands.serve import server_options
from gateway.graphiql.page import DemoUser
from gateway.settings.settings import Mode, SettingsError, load_settings

_HOST = "127.0.0.1"
_START_SECONDS = 30.0


_CSRF_TOKEN = "demo" * 8
"""Any token of this length will do: the LMS compares header and cookie."""


def _person(name: str, what: str) -> DemoUser:
    """A user with a JWT and a session, like a browser on a real LMS, because some endpoints accept only one of them."""
    headers = {"Authorization": f"JWT demo-{name}", "X-CSRFToken": _CSRF_TOKEN}
    return DemoUser(name, f"{name}: {what}", headers, {"sessionid": f"demo-{name}", "csrftoken": _CSRF_TOKEN})


DEMO_USERS = (
    _person("alex", "verified learner"),
    _person("sam", "audit learner"),
    _person("taylor", "global staff, not enrolled"),
    _person("quinn", "moderator of discussions"),
    _person("jordan", "enrolled in nothing"),
    _person("casey", "in a timed exam"),
    DemoUser("anonymous", "a visitor, not signed in"),
)
"""The users in GraphiQL's user switch."""


def run_demo_lms(given: argparse.Namespace) -> int:
    """Serves the demo LMS until it is stopped."""
    from gateway.demo.server import parse_latency, run, serve_all

    try:
        latency = parse_latency(given.latency)
    except ValueError as error:
        raise SettingsError(f"--latency: {error}") from None
    world = {"blocks": given.blocks, "enrollments": given.enrollments, "throttle": given.throttle}
    world["release"] = given.release
    port = lms_port(given.port)
    _require_free(port, "GATEWAY_DEMO_LMS_PORT" if given.port is None else "--port")
    if given.luminus_port is not None:
        _require_free(given.luminus_port, "--luminus-port")
        if given.luminus_port == port:
            raise SettingsError(f"--luminus-port: port {port} is the demo LMS's; set another one")
    if given.luminus_port is None:
        run(_HOST, port, latency=latency, **world)
    else:
        serve_all(_HOST, port, given.luminus_port, latency=latency, **world)
    return 0


def run_demo(given: argparse.Namespace) -> int:
    """Starts the demo LMS in its own process, and serves the gateway in front of it."""
    from gateway.app import create_app
    from gateway.demo.luminus import ADMIN_KEY
    from gateway.demo.server import public_url

    port = lms_port(None)
    luminus = _luminus_port(port)
    _require_free(port, "GATEWAY_DEMO_LMS_PORT")
    settings = load_settings(
        lms_base_url=f"http://{_HOST}:{port}",
        lms_public_url=public_url(_HOST, port),
        mode=os.environ.get("GATEWAY_MODE", Mode.DEVELOPMENT),
        luminus_base_url=f"http://{_HOST}:{luminus}",
        luminus_key=ADMIN_KEY,
    )
    check_requirements(settings)
    if settings.port in {port, luminus}:
        whose = "the demo LMS's" if settings.port == port else "the demo's LumiNUS catalogue's"
        raise SettingsError(f"GATEWAY_PORT: port {settings.port} is {whose}; set another one")
    _require_free(settings.port, "GATEWAY_PORT", settings.host)
    command = [sys.executable, "-m", "gateway", "demo-lms", "--port", str(port), "--luminus-port", str(luminus)]
    command += ["--blocks", str(given.blocks), "--enrollments", str(given.enrollments)]
    command += [part for latency in given.latency for part in ("--latency", latency)]
    command += ["--throttle"] if given.throttle else []
    command += ["--release", given.release]
    # uvicorn raises the signal again after it has stopped. As an exception, it leaves time to stop the LMS too.
    signal.signal(signal.SIGTERM, lambda *_: sys.exit(0))
    # The process imports the same packages as this one.
    environment = {**os.environ, "PYTHONPATH": os.pathsep.join(filter(None, sys.path))}
    lms = subprocess.Popen(command, env=environment)  # noqa: S603  # our own interpreter and arguments
    try:
        _await_port(port, lms)
        _await_port(luminus, lms)
        print(welcome(settings.host, settings.port, port, luminus), flush=True)
        quiet = {"log_level": "warning", "log_config": uvicorn.config.LOGGING_CONFIG}
        faults = f"{public_url(_HOST, port)}/__faults"
        uvicorn.run(create_app(settings, demo_users=DEMO_USERS, faults=faults), **server_options(settings) | quiet)
    finally:
        lms.terminate()
        lms.wait()
    return 0


def lms_port(given: int | None) -> int:
    """The demo LMS's port."""
    text = os.environ.get("GATEWAY_DEMO_LMS_PORT", "18000")
    if given is not None:
        return given
    if not text.isdecimal() or int(text) > 65535:
        raise SettingsError(f"GATEWAY_DEMO_LMS_PORT: not a port: {text}")
    return int(text)


def _luminus_port(lms_port: int) -> int:
    """The configured port, otherwise the one after the LMS's, otherwise any free one."""
    from gateway.demo.luminus import PORT_VARIABLE, luminus_port

    if PORT_VARIABLE in os.environ:
        try:
            port = luminus_port()
        except ValueError as error:
            raise SettingsError(str(error)) from None
        _require_free(port, PORT_VARIABLE)
        return port
    with socket.socket() as probe:
        if probe.connect_ex((_HOST, lms_port + 1)) != 0:
            return lms_port + 1
    with socket.create_server((_HOST, 0)) as listener:
        return int(listener.getsockname()[1])


def welcome(host: str, port: int, demo_port: int, luminus_port: int) -> str:
    """The text that is printed at startup."""
    shown = "localhost" if host in {"127.0.0.1", "0.0.0.0", "::"} else host  # noqa: S104
    base = f"http://{shown}:{port}"
    users = "\n".join(f"    {user.label:<38}{user.headers.get('Authorization', '(no header)')}" for user in DEMO_USERS)
    return f"""
  Lectern is running before a demo LMS.

    GraphiQL    {base}/graphiql     (pick an example, pick a user, press run)
    GraphQL     {base}/graphql
    Demo LMS    http://localhost:{demo_port}/     (and a LumiNUS catalogue on port {luminus_port})

  Sign in as a demo user with a header (GraphiQL's user switch does it for you):
{users}

    curl {base}/graphql -H 'Content-Type: application/json' -H 'Authorization: JWT demo-alex' \\
      -d '{{"query":"{{ viewer {{ username }} course(key: \\"course-v1:OpenedX+DemoX+DemoCourse\\") {{ title }} }}"}}'

  Stop with Ctrl-C.
"""


def _require_free(port: int, setting: str, host: str = _HOST) -> None:
    for listener in listen(host, port, setting=setting):
        listener.close()


def _await_port(port: int, process: "subprocess.Popen[bytes]") -> None:
    end = time.monotonic() + _START_SECONDS
    while time.monotonic() < end:
        if process.poll() is not None:
            raise SettingsError("the demo LMS stopped at once; see above")
        with socket.socket() as probe:
            if probe.connect_ex((_HOST, port)) == 0:
                return
        time.sleep(0.05)
    raise SettingsError(f"the demo LMS did not open port {port}")
