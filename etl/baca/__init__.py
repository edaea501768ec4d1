"""Reading rules for any file (sources.md 1): from the delivered file to typed rows and rows set aside."""

from __future__ import annotations

from etl.baca.baca import read
from etl.baca.ingatan import Ingatan
from etl.baca.konteks import Hasil, Konteks

__all__ = ["Hasil", "Ingatan", "Konteks", "read"]
