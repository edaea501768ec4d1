"""The pages Ringkasan and Sektor: the figures that a reader sees, counted by hand in kabupaten_uji.py."""

import json

import pytest

from tests.pages.pembaca import gambar, judul, terbaca

HALAMAN = ("ringkasan", "sektor", "desa", "opd")


@pytest.mark.parametrize("halaman", HALAMAN)
def test_every_page_repeats_its_filters_and_names_source_date_and_build(buka, halaman):
    teks = terbaca(buka(halaman))
    assert "per 30 Juni 2026" in teks
    assert "diterima 11 Jul 2026" in teks
    assert "Data per 30 Juni 2026" in teks
    assert "Dasar:" in teks and "INP 25b" in teks
    assert "Pantau UCJ Kabupaten Uji · terbitan" in teks
    assert "nomor rujukan" not in teks.lower()


# --- Ringkasan


def test_ringkasan_finding_and_headline_figures(buka):
    at = buka("ringkasan")
    teks = terbaca(at)
    # 30 of 100; the path from 40 (Dec 2025) to 60 (Dec 2026) stands at 50
    assert judul(at) == "Cakupan 30,0%, masih 20,0 persen poin di bawah target Sem. I 2026"
    assert "30 peserta aktif dari 100 penduduk bekerja" in teks
    assert "target 50,0% · kurang 20 orang" in teks
    assert "Peserta aktif menurut tempat kerja: 32" in teks  # 28 residents here + 4 from outside
    assert "40,0% dari 80 pekerja di kabupaten" in teks
    assert "Non-ASN terlindungi 50,0%" in teks and "3 dari 6 · kurang 3 orang" in teks
    assert "Penerima bantuan iuran 4" in teks
    assert "Serapan anggaran iuran 38,4%" in teks and "Rp43,0 juta dari Rp112,0 juta" in teks  # 43 / 112 = 38,39


def test_ringkasan_trend_sectors_and_who_owes(buka):
    at = buka("ringkasan")
    teks = terbaca(at)
    # 25 -> 30 of 100 in six months: 5/6 a month, and the 30 missing to 60 take 36 months
    assert "Dengan laju 6 bulan terakhir, 60% baru tercapai tahun 2029" in teks
    assert "Kurang 20 orang terhadap rencana bulan ini dan 30 orang terhadap target Desember 2026 (60,0%)" in teks
    assert "perlu 5 orang per bulan" in teks and "kurang dari 1 orang per bulan; 60% tercapai Juni 2029" in teks
    assert "71% dari 70 yang belum terlindungi ada di segmen BPU" in teks  # 60 - 10 = 50 of 70 = 71,4
    assert "Kurang 30 orang ke target 31 Desember 2026, atau 5 orang per bulan" in teks  # 60 - 30 over 6 months
    assert "Dinas Pendidikan dan Kebudayaan Non-ASN sendiri belum terlindungi 3" in teks
    garis = json.loads(gambar(at)[0])
    assert [a["text"] for a in garis["layout"]["annotations"]] == [
        "perkiraan 40,0%",  # a year ahead: 30 + 12 x 5/6
        "Target 2026: 60,0%",
        "<b>30,0%</b><br>−20,0 persen poin",
    ]


def test_ringkasan_by_workplace_is_never_mixed_with_domicile(buka):
    at = buka("ringkasan", basis="TEMPAT_KERJA")
    # of 25 residents in December 23 work here, with 4 from outside 27; in June 32
    assert judul(at) == "32 peserta aktif, bertambah 5 orang sejak Desember 2025"
    assert "tidak dicampur dengan cakupan menurut KTP" in terbaca(at)
    assert "yang belum terlindungi ada di" not in terbaca(at)


def test_ringkasan_of_one_kecamatan_and_one_village(buka):
    at = buka("ringkasan", wilayah="99.02.01")
    assert judul(at) == "Cakupan Kec. Satu 28,6%, masih 21,4 persen poin di bawah target Sem. I 2026"  # 20 of 70
    assert "Cakupan menurut KTP, Kec. Satu" in terbaca(at)
    at = buka("ringkasan", wilayah="99.02.02.2002")  # Seberang has no denominator: a count, no percentage
    assert judul(at) == "3 peserta aktif; persentase belum dapat dihitung tanpa penyebut"


def test_ringkasan_of_an_earlier_month(buka):
    at = buka("ringkasan", periode="2025-12")
    assert judul(at) == "Cakupan 25,0%, masih 15,0 persen poin di bawah target Sem. II 2025"
    assert "per 31 Desember 2025" in terbaca(at)


# --- Sektor


def test_sektor_table_and_its_total(buka):
    at = buka("sektor")
    teks = terbaca(at)
    assert judul(at) == "71% dari 70 yang belum terlindungi ada di tanaman dan peternakan"
    assert "Tanaman dan peternakan Dinas Pertanian 10 60 16,7% 50 ■ Jauh di bawah target" in teks
    assert "Dinas Tenaga Kerja penanggung jawab sementara" in teks  # forestry has no office of its own
    assert "Jumlah 30 100 70" in teks  # parts add up to the regency


def test_sektor_segments_stand_apart_by_basis(buka):
    teks = terbaca(buka("sektor"))
    assert "Cakupan terendah pada segmen BPU (16,7%), tertinggi PU (50,0%)" in teks  # 10 of 60, 20 of 40
    assert "Penerima upah (PU) 20 40 50,0%" in teks
    assert "Penerima upah (PU) 22 … …" in teks  # by workplace: 18 residents + 4, no denominator per segment


def test_sektor_of_one_office_and_one_segment(buka):
    teks = terbaca(buka("sektor", opd="DISTAN", segmen="PU"))
    assert "Tanaman dan peternakan Dinas Pertanian 10 10 60 16,7%" in teks  # all ten farmers are PU
    assert "Perdagangan Dinas" not in teks
    assert "tidak memimpin sektor mana pun" in terbaca(buka("sektor", opd="INSPEKTORAT"))


def test_sektor_by_workplace_gives_counts_only(buka):
    at = buka("sektor", basis="TEMPAT_KERJA")
    assert judul(at) == "Peserta aktif per sektor menurut tempat kerja, Juni 2026"
    assert "Industri pengolahan Dinas Koperasi, Perindustrian dan Perdagangan 10" in terbaca(at)  # 8 - 2 + 4
