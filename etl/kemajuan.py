"""Shows how far a command is: a bar on a terminal, plain lines in a pipe, always on standard error."""

import sys
from collections.abc import Callable, Iterator
from contextlib import contextmanager

from tqdm import tqdm


@contextmanager
def show(langkah: int) -> Iterator[Callable[[str], None]]:
    """Give a function to call before each of about ``langkah`` steps with what the step does."""
    if not sys.stderr.isatty():
        yield lambda kalimat: print(f"{kalimat} …", file=sys.stderr, flush=True)
        return
    with tqdm(total=langkah, bar_format="{desc} {bar} {elapsed}", leave=False) as bilah:

        def lapor(kalimat: str) -> None:
            bilah.set_description_str(kalimat)
            bilah.update()

        yield lapor
