"""The fault tests of tests/etl/test_tahan.py with more rounds than a test run has time for.

    python bench/tahan.py [--mati 200] [--penuh 50]

``--mati``: loads and builds killed at random moments under four readers; ``--penuh``: loads and builds under a random
file-size limit. Nothing but the numbers differs from the tests; the exit status is theirs.
"""

import argparse
import os
import subprocess
import sys
from pathlib import Path

ROOT = Path(__file__).resolve().parents[1]


def main() -> int:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--mati", type=int, default=200)
    parser.add_argument("--penuh", type=int, default=50)
    pilihan = parser.parse_args()
    banyak = {"UCJ_TAHAN": str(pilihan.mati), "UCJ_TAHAN_PENUH": str(pilihan.penuh)}
    perintah = [sys.executable, "-m", "pytest", "tests/etl/test_tahan.py", "-p", "no:cacheprovider", "--durations=0"]
    return subprocess.run(perintah, cwd=ROOT, env=os.environ | banyak, check=False).returncode


if __name__ == "__main__":
    sys.exit(main())
