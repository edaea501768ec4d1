"""How frozen figures are named beside them, on pages and in files."""

from ucj import format
from ucj.penunjuk import Beku


def describe(satu: Beku) -> str:
    """Return the line: for which meeting, which build, since when."""
    return f"Angka dibekukan untuk {satu.nama} (terbitan {satu.build}), {format.tanggal_panjang(satu.tanggal)}"


def describe_short(satu: Beku) -> str:
    """Return the same for a source line of the meeting view."""
    return f"Angka dibekukan {format.tanggal_panjang(satu.tanggal)} untuk {satu.nama}"
