"""Sentences that a reader could take for more than the figures say."""

from datetime import date

from ucj import judul_laporan


def test_nothing_to_mend_is_not_called_complete():
    """Kinds of delivery that never came are not known to be missing, so nothing is called complete."""
    assert judul_laporan.kualitas(0, 0, 0, date(2026, 6, 1)) == (
        "Tidak ada baris yang perlu perbaikan pada kiriman yang berlaku"
    )
