"""The key of the NIK hash: made once, kept private, never changed without a word (product.md 4.4)."""

import hashlib
import hmac
import stat
import uuid
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import polars as pl
import pytest

from etl.rahasia import load_kunci, path_kunci, pseudonym, samarkan, sidik_kunci
from ucj.penolakan import Penolakan

NIK = "9901014107900001"


def deliver(data: Path, kunci: bytes) -> None:
    """A manifest is all that the key looks at."""
    folder = data / "raw" / "peserta" / "20260711T101500000000-00000000"
    folder.mkdir(parents=True)
    (folder / "pengiriman.json").write_text(f'{{"sidik_kunci": "{sidik_kunci(kunci)}"}}')


def test_key_is_made_at_first_use_and_then_kept(tmp_path: Path) -> None:
    kunci = load_kunci(tmp_path)

    assert load_kunci(tmp_path) == kunci
    assert len(kunci) == 64
    assert stat.S_IMODE((tmp_path / "rahasia" / "kunci").stat().st_mode) == 0o600
    assert stat.S_IMODE((tmp_path / "rahasia").stat().st_mode) == 0o700
    assert [path.name for path in (tmp_path / "rahasia").iterdir()] == ["kunci"], "no temporary file stays"


def test_each_folder_has_its_own_key(tmp_path: Path) -> None:
    assert load_kunci(tmp_path / "satu") != load_kunci(tmp_path / "dua")


def test_many_at_once_get_the_same_key(tmp_path: Path) -> None:
    with ThreadPoolExecutor(8) as pool:
        assert len(set(pool.map(load_kunci, [tmp_path] * 16))) == 1


def test_key_may_lie_elsewhere(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    elsewhere = tmp_path / "brankas" / "kunci-nik"
    monkeypatch.setenv("UCJ_KUNCI", str(elsewhere))

    kunci = load_kunci(tmp_path / "data")

    assert path_kunci(tmp_path / "data") == elsewhere
    assert elsewhere.read_bytes().strip() == kunci
    assert not (tmp_path / "data" / "rahasia").exists()


def test_a_key_that_others_can_read_is_closed(tmp_path: Path) -> None:
    path = tmp_path / "rahasia" / "kunci"
    path.parent.mkdir()
    path.write_text("kunci yang cukup panjang untuk dipakai\n")
    path.chmod(0o644)

    assert load_kunci(tmp_path) == b"kunci yang cukup panjang untuk dipakai"
    assert stat.S_IMODE(path.stat().st_mode) == 0o600


def test_a_short_key_is_refused(tmp_path: Path) -> None:
    (tmp_path / "rahasia").mkdir()
    (tmp_path / "rahasia" / "kunci").write_text("rahasia")

    with pytest.raises(Penolakan, match="terlalu pendek"):
        load_kunci(tmp_path)


def test_a_missing_key_is_refused_once_there_are_deliveries(tmp_path: Path) -> None:
    deliver(tmp_path, load_kunci(tmp_path))
    (tmp_path / "rahasia" / "kunci").unlink()

    with pytest.raises(Penolakan, match="dari cadangan"):
        load_kunci(tmp_path)
    assert not (tmp_path / "rahasia" / "kunci").exists(), "no second key is made"


def test_another_key_is_refused_once_there_are_deliveries(tmp_path: Path) -> None:
    deliver(tmp_path, load_kunci(tmp_path))
    (tmp_path / "rahasia" / "kunci").write_text("k" * 64)

    with pytest.raises(Penolakan, match="terhitung dua kali"):
        load_kunci(tmp_path)


def test_the_fingerprint_is_not_the_key() -> None:
    kunci = b"k" * 64
    assert sidik_kunci(kunci) != sidik_kunci(b"l" * 64)
    assert sidik_kunci(kunci) not in (kunci.decode(), hashlib.sha256(kunci).hexdigest()[:32])


@pytest.mark.parametrize("kunci", [b"k" * 20, b"k" * 64, b"k" * 100], ids=["short", "one block", "longer"])
def test_pseudonym_is_the_first_half_of_hmac_sha256(kunci: bytes) -> None:
    """Rule 1 of sources.md 5, against the standard library's HMAC."""
    expected = str(uuid.UUID(bytes=hmac.digest(kunci, NIK.encode(), "sha256")[:16]))

    hasil = pseudonym(pl.Series("nik", [NIK, None, NIK]), kunci)

    assert hasil.to_list() == [expected, None, expected]
    assert hasil.name == "nik"


def test_pseudonym_of_nothing() -> None:
    assert pseudonym(pl.Series("nik", [], dtype=pl.String), b"k" * 64).to_list() == []
    assert pseudonym(pl.Series("nik", [None]), b"k" * 64).to_list() == [None]


@pytest.mark.parametrize(
    ("nik", "samar"),
    [
        (NIK, "990101********01"),
        ("990101410790001", "990101*******01"),  # one digit short
        ("99010141", "********"),  # too short to show anything of it
        ("", ""),
    ],
)
def test_masked(nik: str, samar: str) -> None:
    assert samarkan(nik) == samar
