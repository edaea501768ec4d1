"""The pages Ringkasan, Sektor, Desa, OPD: the figures that a reader sees, counted by hand in kabupaten_uji.py."""

import json

import pytest

from tests.pages.kabupaten_uji import NAMA_JAHAT
from tests.pages.pembaca import gambar, judul, markah, terbaca

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
    assert "Peserta aktif menurut tempat kerja 32" in teks  # 28 residents here + 4 from outside
    assert "40,0% dari 80 pekerja di kabupaten" in teks
    assert "Non-ASN terlindungi 50,0%" in teks and "3 dari 6 · kurang 3 orang" in teks
    assert "Penerima bantuan iuran 4" in teks
    assert "Serapan anggaran iuran 38,4%" in teks and "Rp43,0 juta dari Rp112,0 juta" in teks  # 43 / 112 = 38,39


def test_ringkasan_trend_sectors_and_who_owes(buka):
    at = buka("ringkasan")
    teks = terbaca(at)
    assert "Cakupan naik 5,0 persen poin sejak Desember 2025, tetapi masih kurang 20 orang" in teks  # 25 -> 30 of 100
    assert "71% dari 70 yang belum terlindungi ada di tanaman dan peternakan" in teks  # 50 of 70 = 71,4
    assert "Kurang 30 orang ke target 31 Desember 2026, atau 5 orang per bulan" in teks  # 60 - 30 over 6 months
    assert "Dinas Pendidikan dan Kebudayaan Non-ASN sendiri belum terlindungi 3" in teks
    garis = json.loads(gambar(at)[0])
    assert [a["text"] for a in garis["layout"]["annotations"]] == ["Target 2026: 60,0%", "<b>30,0%</b>"]


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


# --- Desa


def test_desa_ranking_money_and_what_is_missing(buka):
    at = buka("desa")
    teks = terbaca(at)
    assert judul(at) == "Tidak ada desa di bawah 20% dari 3 yang dapat dihitung"
    assert "Sukamaju Satu 12 40 30,0% 28 Rp12.000.000 Rp3.000.000 4" in teks
    assert "Mekarsari Satu 8 30 26,7% 22 … … 0" in teks  # no budget delivered is not a budget of 0
    assert "Seberang Dua 3 … … … … … 0" in teks
    assert "Jumlah 28 90 65 Rp12.000.000 Rp3.000.000 4" in teks
    assert "2 dari 30 peserta aktif di kabupaten belum diketahui desanya" in teks
    assert "Tidak ada di peta karena belum punya batas wilayah: 1 desa Seberang (Dua)" in teks
    assert "Tanpa persentase karena belum ada penyebut: 1 desa Seberang (Dua)" in teks
    assert "0 dari 3 desa yang punya penyebut mencapai ambang 60,0%" in teks


def test_desa_map_has_five_fixed_classes_and_no_outside_address(buka):
    at = buka("desa")
    spec = gambar(at)[0]
    lapis = json.loads(spec)["data"][0]
    assert lapis["locations"] == ["99.02.01.2001", "99.02.01.2002", "99.02.02.2001"]
    assert lapis["geojson"].startswith("/") and "://" not in spec  # fetched from the app itself, never from outside
    assert "20–<40% · 3" in terbaca(at) and "belum ada data · 1" in terbaca(at)  # 30 %, 26,7 %, 25 %


def test_a_name_with_html_and_markdown_shows_literally(buka):
    at = buka("desa")
    assert NAMA_JAHAT in terbaca(at)
    assert "<b>Tebal</b>" not in markah(at)
    satu = buka("desa", wilayah="99.02.02.2001")
    assert judul(satu) == f"Cakupan {NAMA_JAHAT} 25,0%, masih 25,0 persen poin di bawah target Sem. I 2026"
    assert "<b>Tebal" not in satu.title[0].value.replace("\\<", "")


def test_desa_narrows_to_a_kecamatan_with_breadcrumb(buka):
    at = buka("desa", wilayah="99.02.01")
    assert "Kabupaten › Kec. Satu" in terbaca(at)
    assert "Sukamaju" in terbaca(at) and "Seberang" not in terbaca(at)
    assert '<a href="desa?periode=2026-06' in markah(at)


def test_desa_of_one_village_shows_its_path(buka):
    at = buka("desa", wilayah="99.02.01.2001")
    assert judul(at) == "Cakupan Sukamaju 30,0%, masih 20,0 persen poin di bawah target Sem. I 2026"
    assert "kode 99.02.01.2001" in terbaca(at)
    assert len(gambar(at)) == 1


def test_desa_by_segment_gives_counts_and_no_percentage(buka):
    at = buka("desa", segmen="BPU")
    # residents 21 to 30 are BPU: 5 in the village with the odd name, 3 in Seberang, 2 unknown
    assert judul(at) == "8 peserta aktif di 4 desa; persentase tidak dihitung"
    assert "Sukamaju Satu 0 Rp12.000.000" in terbaca(at)


# --- OPD


def test_opd_table(buka):
    at = buka("opd")
    teks = terbaca(at)
    assert (
        judul(at)
        == "1 dari 2 OPD belum melindungi semua non-ASN; terbanyak Dinas Pendidikan dan Kebudayaan, kurang 3 orang"
    )
    # 4 on the roster with the broken NIK, 1 protected, 1 not matched, 1 with JKK only, 1 row to be mended
    assert "Dinas Pendidikan dan Kebudayaan 4 1 ■ 25,0% kurang 3 orang 1 0 1 1 30 Jun 2026" in teks
    assert "Dinas Komunikasi dan Informatika 2 2 ● 100,0% 0 0 0 0 30 Nov 2025 ▲ lebih dari 6 bulan" in teks
    assert "40,0% Rp40,0 jt dari Rp100,0 jt" in teks
    assert "belum ada daftar" in teks


def test_opd_of_one_office(buka):
    at = buka("opd", opd="DISDIK")
    teks = terbaca(at)
    assert judul(at) == "Dinas Pendidikan dan Kebudayaan: 3 dari 4 non-ASN belum terlindungi"
    assert "SD Satu non-ASN 4 1 1 0 1 1 30 Jun 2026" in teks
    assert "Pendidikan" in teks and "memimpin" in teks
    assert judul(buka("opd", opd="BPBD")) == "Badan Penanggulangan Bencana Daerah belum menyerahkan daftar non-ASN"
