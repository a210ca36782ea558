"""Work that is done beside other work, by a process of its own, so that both cores of a laptop are used.

Not a pool: those either copy a process whose engines have threads, or run the caller's script again.
"""

from __future__ import annotations

import gc
import pickle
import subprocess
import sys
from collections.abc import Callable, Iterator
from contextlib import contextmanager, suppress
from typing import Any

from internationals.shapes import InternationalsError

_WORK = "import sys; from internationals.beside import work; work(sys.stdin.buffer, sys.stdout.buffer)"


@contextmanager
def beside(task: Callable[..., object], *arguments: Any) -> Iterator[None]:
    """Do `task(*arguments)` in another process during the block; leaving it waits until the task is done.

    The task is a function of a module, and its arguments can be pickled. Raises what the task raised.
    """
    process = subprocess.Popen([sys.executable, "-c", _WORK], stdin=subprocess.PIPE, stdout=subprocess.PIPE)
    if process.stdin is None or process.stdout is None:
        raise AssertionError("a process that was given pipes has them")
    try:
        # A process that has ended already is told of below, with its code.
        with suppress(BrokenPipeError), process.stdin as stdin:
            stdin.write(pickle.dumps((task, arguments), pickle.HIGHEST_PROTOCOL))
        yield
        said = process.stdout.read()
        process.wait()
    finally:
        if process.poll() is None:
            process.kill()
            process.wait()
        process.stdout.close()
    if process.returncode:
        raise RuntimeError(
            f"{task.__module__} ended by itself with code {process.returncode}; its words are above."
        )
    failure = pickle.loads(said)
    if failure is not None:
        raise failure


def work(source: Any, target: Any) -> None:
    """Do the task that comes in, and say how it ended: nothing, or the error that is the user's to solve."""
    gc.disable()  # it would go over half a million cells again and again, and this process soon ends
    task, arguments = pickle.loads(source.read())
    failure = None
    try:
        task(*arguments)
    except (InternationalsError, OSError) as problem:
        failure = problem
    target.write(pickle.dumps(failure))
    target.flush()
