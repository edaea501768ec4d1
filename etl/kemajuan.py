"""Shows how far a command is: a bar on a terminal, plain lines in a pipe, always on standard error."""

import sys
from collections.abc import Callable, Iterator
from contextlib import contextmanager

from tqdm import tqdm


@contextmanager
def show(langkah: int | None = None) -> Iterator[Callable[[str], None]]:
    """Give a function to call before each step with what the step does; ``langkah`` is how many there are, if known."""
    if not sys.stderr.isatty():
        yield lambda kalimat: print(f"{kalimat} …", file=sys.stderr, flush=True)
        return
    bentuk = "{desc} {bar} {elapsed}" if langkah else "{desc} {elapsed}"
    with tqdm(total=langkah, bar_format=bentuk, leave=False) as bilah:

        def lapor(kalimat: str) -> None:
            bilah.set_description_str(f"{kalimat} …")
            bilah.update()

        yield lapor
