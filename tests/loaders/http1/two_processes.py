"""A server of two processes on one socket, each of which answers one request at a time, as a small LMS does.

`python two_processes.py SECONDS` prints its port and the processes. An answer says in `x-process` whose it is.
"""

import os
import select
import signal
import socket
import sys
import time


def serve(listener: socket.socket, seconds: float) -> None:
    """Accepts connections, and keeps them for further requests. What comes meanwhile waits."""
    listener.setblocking(False)
    poll = select.epoll()
    poll.register(listener, select.EPOLLIN)
    open_ones: dict[int, socket.socket] = {}
    head = b"HTTP/1.1 200 OK\r\ncontent-type: application/json\r\nx-process: %d\r\ncontent-length: 2\r\n\r\n{}"
    while True:
        for descriptor, _ in poll.poll():
            if descriptor == listener.fileno():
                try:
                    accepted, _ = listener.accept()
                except BlockingIOError:  # the other one was faster
                    continue
                open_ones[accepted.fileno()] = accepted
                poll.register(accepted, select.EPOLLIN)
                continue
            connection = open_ones[descriptor]
            if connection.recv(65536):
                time.sleep(seconds)
                connection.sendall(head % os.getpid())
            else:
                poll.unregister(connection)
                open_ones.pop(descriptor).close()


def main() -> None:
    """Runs both processes until this one is stopped."""
    listener = socket.create_server(("127.0.0.1", 0), backlog=128)
    processes = []
    for _ in range(2):
        process = os.fork()
        if process == 0:
            signal.signal(signal.SIGTERM, signal.SIG_DFL)
            serve(listener, float(sys.argv[1]))
        processes.append(process)
    signal.signal(signal.SIGTERM, lambda *_: sys.exit())
    print(listener.getsockname()[1], *processes, flush=True)
    try:
        signal.pause()
    finally:
        for process in processes:
            os.kill(process, signal.SIGKILL)


if __name__ == "__main__":
    main()
