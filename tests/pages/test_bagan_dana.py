"""Charts and tables of the money pages carry what the command ``indicator`` prints; nothing is worked out twice."""

import json
import re
from html import unescape

import pytest

from tests.pages.pembaca import gambar, markah, terbaca
from tests.perintah import Angka, must
from ucj import format


@pytest.fixture(scope="module")
def angka(data_dana) -> Angka:
    return Angka(json.loads(must(data_dana, "indicator", "--bulan", "2026-06", "--format", "json")))


def rows(at, caption: str) -> list[list[str]]:
    """The cells of the table with that caption (its first part) as they are read."""
    for isi in re.findall(r"<table.*?</table>", markah(at), re.DOTALL):
        if re.search(rf"<caption>{re.escape(caption)}", isi):
            baris = re.findall(r"<tr>(.*?)</tr>", isi, re.DOTALL)
            sel = [re.findall(r"<t[hd][^>]*>(.*?)</t[hd]>", b, re.DOTALL) for b in baris]
            return [[" ".join(unescape(re.sub(r"<[^>]+>", " ", s)).split()) for s in b] for b in sel]
    raise AssertionError(f"no table {caption!r}")


def bars(at, ke: int) -> list[float]:
    """The values of the drawn bars of chart ``ke``: the last bar trace (the first is the track of a bullet chart)."""
    batang = [d for d in json.loads(gambar(at)[ke])["data"] if d["type"] == "bar"]
    return list(batang[-1]["x"])


def test_absorption_per_office(buka, data_dana, angka):
    at = buka("serapan_anggaran", data_dana)
    ada = {"Dinas Tenaga Kerja": "DISNAKER", "Dinas Pendidikan dan Kebudayaan": "DISDIK"}
    for nama, nilai, target, _ in rows(at, "Sisa pagu terbesar")[1:]:
        satu = angka.satu("KEU-01", "OPD", ada[nama])
        assert (nilai, target) == (format.persen(satu["nilai"]), format.persen(satu["target"]))
    assert bars(at, 0) == pytest.approx([100 * 40 / 120, 0.0])
    for unit, _, pagu, belanja, _, persen, _ in rows(at, "Anggaran iuran per OPD")[1:]:
        satu = angka.satu("KEU-01", "OPD", ada[unit])
        assert (pagu, belanja) == (format.rupiah(satu["penyebut"]), format.rupiah(satu["pembilang"]))
        assert persen == format.persen(satu["nilai"])


def test_the_waterfall_ends_at_the_ceiling_and_the_rest_of_it(buka, data_dana, angka):
    satu = angka.satu("KEU-01")
    isi = {r[0]: r[1] for r in rows(buka("serapan_anggaran", data_dana), "Pagu bertambah")}
    assert isi["Pagu berlaku"] == format.rupiah(satu["penyebut"])
    assert isi["Belanja"] == format.rupiah(-satu["pembilang"])
    assert isi["Sisa pagu"] == format.rupiah(satu["penyebut"] - satu["pembilang"])


def test_villages_that_budget_are_of_the_kind_desa(buka, data_dana, angka):
    at = buka("serapan_anggaran", data_dana)
    satu = angka.satu("KEU-02")
    tanpa = satu["penyebut"] - satu["pembilang"]
    assert f"{tanpa} dari {satu['penyebut']} OPD dan desa tanpa pagu iuran yang dihitung" in terbaca(at)
    assert sum(int(r[1]) for r in rows(at, "Tanpa pagu iuran yang dihitung")[1:]) == tanpa
    assert "Seberang" not in " ".join(map(str, rows(at, "Tanpa pagu iuran yang dihitung")))  # a kelurahan owes none
    assert "1 kelurahan tidak dihitung: tidak mempunyai anggaran sendiri." in terbaca(at)


def test_recipients(buka, data_dana, angka):
    at = buka("bantuan_iuran", data_dana)
    per_sumber = angka.jumlah("RNT-02", "SUMBER_DANA")
    assert {r[0]: int(r[1]) for r in rows(at, "APBD: 4 penerima")[1:]} == per_sumber
    assert bars(at, 0) == sorted(per_sumber.values(), reverse=True)
    total = angka.satu("RNT-02")["nilai"]
    for tabel in ("Jenis kelamin", "Disabilitas", "Kelompok usia"):  # parts add up to the unique persons
        assert sum(int(r[2]) for r in rows(at, tabel)[1:]) == total
    laki = {"L": "Laki-laki", "P": "Perempuan"}
    assert {r[0]: int(r[2]) for r in rows(at, "Jenis kelamin")[1:]} == {
        laki[k]: n for k, n in angka.jumlah("RNT-02", "JENIS_KELAMIN").items()
    }


def test_benefits_and_contributions(buka, data_dana, angka):
    at = buka("manfaat", data_dana)
    for program, kasus, rp, iuran, _ in rows(at, "Per program")[1:-1]:
        assert kasus == format.bilangan(angka.satu("MAN-01", "PROGRAM", program, "kasus")["nilai"])
        assert rp == format.rupiah(angka.satu("MAN-01", "PROGRAM", program, "Rp")["nilai"])
        assert iuran == format.rupiah(angka.satu("KEU-03", "PROGRAM", program)["nilai"])
    kode = {"Satu": "99.02.01", "Dua": "99.02.02"}
    for nama, kasus, rp, *_ in rows(at, "Per kecamatan")[1:-1]:
        assert kasus == format.bilangan(angka.satu("MAN-01", "KECAMATAN", kode[nama], "kasus")["nilai"])
        assert rp == format.rupiah(angka.satu("MAN-01", "KECAMATAN", kode[nama], "Rp")["nilai"])


def test_employers(buka, data_dana, angka):
    at = buka("pemberi_kerja", data_dana)
    skala = {"Mikro": "MIKRO", "Kecil": "KECIL", "Besar": "BESAR"}
    for nama, jumlah, patuh, *_, menunggak, rp, _, _ in rows(at, "Temuan menurut skala usaha")[1:-1]:
        satu = angka.satu("PAT-01", "SKALA", skala[nama])
        assert (int(jumlah), int(patuh)) == (satu["penyebut"], satu["pembilang"])
        assert int(menunggak) == angka.satu("PAT-02", "SKALA", skala[nama], "pemberi kerja")["nilai"]
        assert rp == format.rupiah(angka.satu("PAT-02", "SKALA", skala[nama], "Rp")["nilai"])
