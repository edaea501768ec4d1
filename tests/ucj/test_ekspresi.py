"""Conditions of a profile: what they mean for a person (BRU 16 in its three readings, LTM 18(2))."""

import itertools

import pytest

from ucj.peraturan import kode
from ucj.peraturan.ekspresi import evaluate, parse

HURUF = ("a", "b", "c", "d")


@pytest.mark.parametrize(
    ("ekspresi", "benar"),
    [
        ("a AND b AND (c OR d)", ["abcd", "abc", "abd"]),  # the default reading of BRU 16
        ("a AND b AND c AND d", ["abcd"]),  # strict
        ("a DAN b DAN (c ATAU d)", ["abcd", "abc", "abd"]),  # Indonesian words mean the same
        ("a AND NOT b", ["acd", "ac", "ad", "a"]),
        ("NOT (a OR b) AND c", ["cd", "c"]),
        ("a AND b OR c AND d", ["abcd", "abc", "abd", "ab", "acd", "bcd", "cd"]),  # AND binds before OR
    ],
)
def test_readings(ekspresi: str, benar: list[str]) -> None:
    pohon = parse(ekspresi, HURUF)
    for pilih in itertools.product((True, False), repeat=4):
        nilai = dict(zip(HURUF, pilih, strict=True))
        dipenuhi = "".join(huruf for huruf in HURUF if nilai[huruf])
        assert evaluate(pohon, nilai) == (dipenuhi in benar), dipenuhi


def test_literal_reading_lets_one_condition_suffice() -> None:
    pohon = parse("a OR b OR c OR d", HURUF)
    for huruf in HURUF:
        assert evaluate(pohon, {h: h == huruf for h in HURUF})
    assert not evaluate(pohon, dict.fromkeys(HURUF, False))


def test_named_conditions() -> None:
    """LTM 18(2): the three are cumulative."""
    pohon = parse("usia AND domisili AND belum_tercakup", kode.SYARAT_RENTAN)
    assert evaluate(pohon, {"usia": True, "domisili": True, "belum_tercakup": True})
    assert not evaluate(pohon, {"usia": True, "domisili": True, "belum_tercakup": False})


@pytest.mark.parametrize("ekspresi", ["", "a AND", "AND a", "a b", "(a", "a)", "e", "a && b", "a AND NOT"])
def test_broken_expression_raises(ekspresi: str) -> None:
    with pytest.raises(ValueError, match=r"\S"):
        parse(ekspresi, HURUF)
