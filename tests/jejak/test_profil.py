"""The same deliveries under other rules of the regency: law is data, so other figures must come out."""

from pathlib import Path

import pytest

from tests.jejak import kabupaten as k
from tests.perintah import angka, must

TD = "TIDAK_DIKETAHUI"
ATURAN = """
segmen.urutan = ["PU", "BPU"]         # neither JAKON nor PMI, and no map
aktif.maks_bulan_tertunggak = 5
peserta.lengkap_domisili = true
desa.ambang_cakupan = 30
"""  # and no target.seri although two series are delivered
SUMBER = {"peserta", "rekap_bpjs", "wilayah", "penduduk_bekerja", "target"}


def fill(folder: Path) -> None:
    data = folder / "data"
    must(data, "init", "--profil", "umum", "--kode", k.KODE, "--nama", k.NAMA)
    with (data / "profil.toml").open("a", encoding="utf-8") as file:
        file.write(ATURAN)
    for sumber, name, rows in k.KIRIMAN:
        if sumber in SUMBER:
            must(data, "load", sumber, str(k.write(folder / "berkas" / name, rows)), "--diterima", "2026-07-11")
    must(data, "build")


@pytest.fixture(scope="module")
def data(sekali) -> Path:
    return sekali("jejak-aturan-lain", fill) / "data"


@pytest.fixture(scope="module")
def juni(data):
    return angka(data, "--bulan", "2026-06")


def test_a_segment_that_the_profile_lacks_stays_in_the_total(juni):
    # P18 has only JAKON and PMI rows: unknown; P19's BPU row comes before her PMI row; P04 is active (below)
    assert juni.jumlah("UCJ-03", "SEGMEN") == {"PU": 7, "BPU": 9, TD: 1}
    assert juni.satu("UCJ-01")["pembilang"] == 17
    assert juni.satu("UCJ-01", "SEKTOR", "G")["pembilang"] == 3  # P10, P17 and now P19
    assert juni.jumlah("UCJ-02", "SEGMEN") == {"PU": 8, "BPU": 9, TD: 1}


def test_months_in_arrears(juni):
    # P04 paid last in March: three months are allowed here; P03's cover still ended in May
    assert juni.satu("UCJ-01", "DESA", k.DERMAGA)["pembilang"] == 5
    assert juni.satu("UCJ-01", "DESA", k.AWAL)["pembilang"] == 3


def test_a_list_that_is_complete_by_domicile_beats_the_recap(data):
    # P01, P03 (three months in arrears), P05, P08, P10, P21; the recap says 20
    mei = angka(data, "--bulan", "2026-05")
    assert (mei.satu("UCJ-01")["pembilang"], mei.satu("UCJ-01")["penyebut"]) == (6, 100)
    assert mei.jumlah("UCJ-01", "KECAMATAN") == {k.HULU: 3, k.TENGAH: 3}


def test_threshold_of_the_villages(juni):
    # 3/5, 2/1, 1/1, 4/10, 5/5: all reach 30 %
    assert (juni.satu("UCJ-05")["pembilang"], juni.satu("UCJ-05")["penyebut"]) == (5, 5)


def test_two_series_and_no_choice_is_no_target(juni):
    assert (juni.satu("UCJ-01")["target"], juni.satu("UCJ-01")["status"]) == (None, None)
    assert juni.satu("UCJ-04", satuan="orang")["nilai"] is None


@pytest.fixture(scope="module")
def berau(tmp_path_factory):
    """Berau's own profile: construction is counted inside PU, migrant workers are not its segment."""
    data = tmp_path_factory.mktemp("berau") / "data"
    must(data, "init", "--profil", "berau")
    desa = "64.03.05.1001"
    wilayah = [k.WILAYAH[0], (desa, "Satu", "KELURAHAN", "64.03.05", "Kota")]
    rows = [
        k.PESERTA,
        k.peserta(k.P01, "JAKON", desa, "F", npp="N002"),  # -> PU
        k.peserta(k.P02, "BPU", desa, "G"),
        k.peserta(k.P02, "JAKON", desa, "F", npp="N001"),  # mapped before the choice: PU beats BPU
        k.peserta(k.P19, "PMI", desa, "RU"),  # no segment of this regency: unknown, in the total
        k.peserta(k.P05, "BPU", "6403051001", "A3"),  # the plain code is the same village
    ]
    for sumber, table in (("wilayah", wilayah), ("peserta", rows)):
        must(data, "load", sumber, str(k.write(data.parent / f"{sumber}.csv", table)))
    must(data, "build")
    return angka(data, "--bulan", "2026-06")


def test_berau_maps_segments_before_it_chooses(berau):
    assert berau.jumlah("UCJ-03", "SEGMEN") == {"PU": 2, "BPU": 1, TD: 1}
    assert berau.jumlah("UCJ-02", "SEGMEN") == {"PU": 2, "BPU": 1, TD: 1}
    assert berau.satu("UCJ-01")["pembilang"] == 4
    assert berau.satu("UCJ-01", "DESA", "64.03.05.1001")["pembilang"] == 4
    assert berau.jumlah("UCJ-01", "SEKTOR") == {"F": 2, "RU": 1, "A3": 1}
