"""The reference data: code lists complete, tariffs as national rules say (domain dossier 5.1)."""

from datetime import date
from decimal import Decimal
from typing import Any

import pytest

from ucj.peraturan import kode, load_kategori_penerima, load_sektor, load_subkategori
from ucj.peraturan.berkas import read_toml
from ucj.peraturan.rujukan import REF

TARIF: dict[str, Any] = read_toml(REF / "tarif_iuran.toml")


def test_code_lists_are_those_of_the_contracts() -> None:
    assert tuple(load_sektor()) == kode.SEKTOR
    assert len(kode.SEKTOR) == 19
    assert tuple(load_subkategori()) == kode.SUBKATEGORI
    assert tuple(load_kategori_penerima()) == kode.KATEGORI_PENERIMA


def test_each_kbli_letter_and_division_has_one_sector() -> None:
    """KBLI 2020 has letters A-U, KBLI 2025 A-V; only A is split by division."""
    sektor = read_toml(REF / "sektor.toml")["sektor"]
    for versi, akhir in (("kbli_2020", "U"), ("kbli_2025", "V")):
        huruf = [satu for baris in sektor for satu in baris[versi] if satu != "A"]
        assert huruf == [chr(n) for n in range(ord("B"), ord(akhir) + 1)]
    divisi = [n for baris in sektor for n in range(baris["divisi"][0], baris["divisi"][1] + 1)]
    assert len(divisi) == len(set(divisi))
    assert {1, 2, 3, 10, 47, 63, 64, 85, 99} <= set(divisi)


def iuran_konstruksi(kontrak: int) -> int:
    """The progressive contribution: each slice of the contract value at its own rate."""
    jumlah = Decimal(0)
    for tarif in TARIF["tarif"]:
        if tarif["hitung"] != "KONTRAK":
            continue
        bawah = 0
        for lapisan in tarif["lapisan"]:
            atas = min(kontrak, lapisan.get("rp_sampai", kontrak))
            jumlah += Decimal(str(lapisan["persen"])) * max(0, atas - bawah) / 100
            bawah = max(bawah, atas)
    return int(jumlah)


@pytest.mark.parametrize(
    ("juta", "rp"),
    [(100, 240_000), (500, 1_000_000), (750, 1_375_000), (1000, 1_750_000), (5000, 6_550_000), (10_000, 11_550_000)],
)
def test_construction_slices(juta: int, rp: int) -> None:
    assert iuran_konstruksi(juta * 1_000_000) == rp


def find(segmen: str, program: str, hitung: str) -> list[dict[str, Any]]:
    return [t for t in TARIF["tarif"] if (t["segmen"], t["program"], t["hitung"]) == (segmen, program, hitung)]


def test_lowest_band_of_bpu_is_16800() -> None:
    [jkk], [jkm] = find("BPU", "JKK", "PENGHASILAN"), find("BPU", "JKM", "TETAP")
    assert jkk["rp_penghasilan_terendah"] * jkk["persen"] // 100 == jkk["rp_terendah"] == 10_000
    assert jkk["rp_terendah"] + jkm["rp"] == 16_800


def test_discount_depends_on_payer_sector_and_month() -> None:
    """PP 50/2025: transport from January 2026, the rest April to December 2026; not for government payers."""
    angkutan, lain = TARIF["potongan"]
    assert (angkutan["sektor"], angkutan["berlaku_dari"], angkutan["berlaku_sampai"]) == (
        ["H"], date(2026, 1, 1), date(2027, 3, 31),
    )  # fmt: skip
    assert (lain["berlaku_dari"], lain["berlaku_sampai"]) == (date(2026, 4, 1), date(2026, 12, 31))
    for potongan in (angkutan, lain):
        assert potongan["persen"] == 50
        assert not {"APBD", "APBN"} & set(potongan["pembayar"])


def test_dated_tariffs_and_shares() -> None:
    assert [(t["persen"], t["berlaku_dari"]) for t in find("PU", "JKP", "UPAH")] == [
        (0.46, date(2021, 2, 2)),
        (0.36, date(2025, 2, 7)),
    ]
    for program in ("JHT", "JP"):
        [tarif] = find("PU", program, "UPAH")
        assert sum(tarif["bagian"].values()) == pytest.approx(tarif["persen"])
    assert [batas["rp"] for batas in TARIF["batas_upah_jp"]] == [9_559_600, 10_042_300, 10_547_400]


def test_every_tariff_has_basis_date_and_grade() -> None:
    for tarif in (*TARIF["tarif"], *TARIF["potongan"], *TARIF["batas_upah_jp"]):
        assert tarif["dasar"]
        assert tarif["kepastian"] in {"C", "S", "B"}
        assert isinstance(tarif["berlaku_dari"], date)
