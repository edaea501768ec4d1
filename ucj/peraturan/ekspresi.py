"""Conditions written in a profile (``usia AND domisili AND (penghasilan OR rentan)``): parsed and evaluated."""

import re
from collections.abc import Mapping

_KATA = re.compile(r"\s*(\(|\)|[A-Za-z_][A-Za-z_0-9]*|\S)")
_SAMBUNG = {"and": "AND", "dan": "AND", "or": "OR", "atau": "OR", "not": "NOT", "bukan": "NOT"}

Pohon = str | tuple[str, "Pohon"] | tuple[str, "Pohon", "Pohon"]


def parse(text: str, syarat: tuple[str, ...]) -> Pohon:
    """Return the tree of an expression: a condition's name, or (operator, parts…); NOT binds before AND before OR.

    Raises ``ValueError`` in Indonesian for an unknown condition or a broken form.
    """
    kata = _KATA.findall(text)
    if not kata:
        raise ValueError("ekspresinya kosong")
    pohon, sisa = _parse_or(kata, syarat)
    if sisa:
        raise ValueError(f"tidak mengerti mulai dari {' '.join(sisa)!r}")
    return pohon


def evaluate(pohon: Pohon, nilai: Mapping[str, bool]) -> bool:
    """Return whether the conditions that hold (``nilai`` by name) satisfy the expression."""
    if isinstance(pohon, str):
        return nilai[pohon]
    if pohon[0] == "NOT":
        return not evaluate(pohon[1], nilai)
    gabung = all if pohon[0] == "AND" else any
    return gabung(evaluate(bagian, nilai) for bagian in pohon[1:])


def _parse_or(kata: list[str], syarat: tuple[str, ...]) -> tuple[Pohon, list[str]]:
    kiri, sisa = _parse_and(kata, syarat)
    while sisa and _SAMBUNG.get(sisa[0].lower()) == "OR":
        kanan, sisa = _parse_and(sisa[1:], syarat)
        kiri = ("OR", kiri, kanan)
    return kiri, sisa


def _parse_and(kata: list[str], syarat: tuple[str, ...]) -> tuple[Pohon, list[str]]:
    kiri, sisa = _parse_unit(kata, syarat)
    while sisa and _SAMBUNG.get(sisa[0].lower()) == "AND":
        kanan, sisa = _parse_unit(sisa[1:], syarat)
        kiri = ("AND", kiri, kanan)
    return kiri, sisa


def _parse_unit(kata: list[str], syarat: tuple[str, ...]) -> tuple[Pohon, list[str]]:
    if not kata:
        raise ValueError("ada syarat yang kurang di akhir")
    if _SAMBUNG.get(kata[0].lower()) == "NOT":
        isi, sisa = _parse_unit(kata[1:], syarat)
        return ("NOT", isi), sisa
    if kata[0] == "(":
        isi, sisa = _parse_or(kata[1:], syarat)
        if not sisa or sisa[0] != ")":
            raise ValueError("kurung tutup kurang")
        return isi, sisa[1:]
    if kata[0] not in syarat:
        raise ValueError(f"syarat {kata[0]!r} tidak dikenal; yang boleh: {', '.join(syarat)}")
    return kata[0], kata[1:]
