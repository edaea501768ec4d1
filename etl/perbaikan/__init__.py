"""Rows set aside: out as a workbook for the sender (``etl rejects``), and back in as a correction (perbaikan)."""

from etl.perbaikan.buku import is_perbaikan, read_ubahan
from etl.perbaikan.gabung import load
from etl.perbaikan.tulis import write_rejects

__all__ = ["is_perbaikan", "load", "read_ubahan", "write_rejects"]
