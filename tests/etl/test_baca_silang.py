"""Wide recaps: pivots turned long, totals compared, months and segments from titles (sources.md 1)."""

from datetime import date

import pytest

from tests.bacaan import Pembaca, alasan, buku, kolom

JUNI = date(2026, 6, 1)


def _inti(hasil) -> list[tuple]:
    return kolom(hasil, "kode_desa", "segmen", "jumlah_aktif")


def test_kecamatan_by_segment(baca_uji: Pembaca) -> None:
    hasil = baca_uji(
        "rekap_bpjs",
        buku(
            {
                "Rekap": [
                    ["REKAPITULASI PESERTA AKTIF"],
                    ["BULAN JUNI 2026"],
                    [],
                    ["No", "Kecamatan", "Segmen", None, None, "Jumlah"],
                    [None, None, "PU", "BPU", "JAKON", None],
                    [1, 2, 3, 4, 5, 6],
                    [1, "MAJU", 1000, 200, None, 1200],
                    [2, "Kec. Mundur", 50, 6, 7, 63],
                    [None, "JUMLAH", 1050, 206, 7, 1263],
                    [],
                    [None, None, None, "Contoh, 5 Juli 2026"],
                    [None, None, None, "Kepala Cabang,"],
                    [None, None, None, "NAMA PEJABAT"],
                ]
            }
        ),
        basis="DOMISILI",
    )
    assert hasil.dibaca == 5  # rows after turning long; the empty cell is none
    assert _inti(hasil) == [
        ("99.01.01", "PU", 1000),
        ("99.01.01", "BPU", 200),
        ("99.01.02", "PU", 50),
        ("99.01.02", "BPU", 6),
        ("99.01.02", "JAKON", 7),
    ]
    assert set(kolom(hasil, "bulan")) == {JUNI}
    assert kolom(hasil, "nomor_baris") == [7, 7, 8, 8, 8]
    catatan = " ".join(hasil.catatan)
    assert "1 baris jumlah dilewati" in catatan and "3 baris tanda tangan dilewati" in catatan
    assert "tercetak" not in catatan  # every printed total is right


def test_printed_total_that_differs_stands_with_both_numbers(baca_uji: Pembaca) -> None:
    hasil = baca_uji(
        "rekap_bpjs",
        "Juni 2026;;;\nKecamatan;PU;BPU;Jumlah\nMaju;1.000;200;1.200\nMundur;50;6;57\nTotal;1.051;206;1.257\n",
        basis="DOMISILI",
    )
    beda = [catatan for catatan in hasil.catatan if "tercetak" in catatan]
    assert len(beda) == 2
    assert "1.051" in beda[0] and "1.050" in beda[0]
    assert "57" in beda[1] and "56" in beda[1]


def test_inner_subtotals_are_skipped(baca_uji: Pembaca) -> None:
    hasil = baca_uji(
        "rekap_bpjs",
        "Juni 2026;;;\nKecamatan;Desa;PU;BPU\n"
        "Maju;Pusat;1;2\nMaju;Suka Maju;3;4\nSubtotal;;4;6\n"
        "Mundur;Sukamaju;5;6\nJumlah Kecamatan Mundur;;5;6\nGRAND TOTAL;;9;12\n",
        basis="DOMISILI",
    )
    assert [kode for kode, _, _ in _inti(hasil)] == ["99.01.01.1001"] * 2 + ["99.01.01.2001"] * 2 + [
        "99.01.02.2001"
    ] * 2
    assert not [catatan for catatan in hasil.catatan if "tercetak" in catatan]


def test_segment_and_measure_in_two_rows(baca_uji: Pembaca) -> None:
    hasil = baca_uji(
        "rekap_bpjs",
        'Juni 2026,,,,\nKecamatan,PU,,BPU,\n,Terdaftar,Aktif,Terdaftar,Aktif\nMaju,10,8,5,4\nMundur,"1,000",800,,\n',
        basis="DOMISILI",
    )
    assert kolom(hasil, "kode_desa", "segmen", "jumlah_terdaftar", "jumlah_aktif") == [
        ("99.01.01", "PU", 10, 8),
        ("99.01.01", "BPU", 5, 4),
        ("99.01.02", "PU", 1000, 800),
    ]


def test_measure_in_the_same_heading(baca_uji: Pembaca) -> None:
    hasil = baca_uji(
        "rekap_bpjs",
        "bulan;basis;segmen;jumlah_aktif;Iuran JKK;Iuran JKM;Kasus JKK;Manfaat JKK\n"
        "2026-06;DOMISILI;PU;9;100;50;1;7.000\n",
    )
    assert kolom(hasil, "program", "jumlah_aktif", "rp_iuran", "jumlah_kasus", "rp_manfaat") == [
        (None, 9, None, None, None),
        ("JKK", None, 100, 1, 7000),  # the head count stands in the row beside: no programme's own
        ("JKM", None, 50, None, None),
    ]


def test_programmes_beside_the_head_count(baca_uji: Pembaca) -> None:
    """One person holds several programmes: the plain column is the head count, not their total."""
    hasil = baca_uji("rekap_bpjs", "bulan;basis;segmen;jumlah aktif;JKK;JHT\n2026-06;DOMISILI;PU;10;10;4\n")
    assert kolom(hasil, "program", "jumlah_aktif") == [(None, 10), ("JKK", 10), ("JHT", 4)]


@pytest.mark.parametrize(
    ("surat", "kepala"),
    [
        ("TAHUN 2026", "Januari|Februari"),
        ("", "Jan-26|Feb-26"),
        ("", "Januari 2026|Februari 2026"),
        ("", "01/2026|02/2026"),
    ],
)
def test_months_as_columns(baca_uji: Pembaca, surat: str, kepala: str) -> None:
    hasil = baca_uji("rekap_bpjs", f"{surat}\nsegmen|{kepala}\nPU|10|20\nBPU|1|2\n", basis="TEMPAT_KERJA")
    assert kolom(hasil, "bulan", "segmen", "jumlah_aktif") == [
        (date(2026, 1, 1), "PU", 10),
        (date(2026, 2, 1), "PU", 20),
        (date(2026, 1, 1), "BPU", 1),
        (date(2026, 2, 1), "BPU", 2),
    ]
    assert hasil.cakupan == ["2026-01|TEMPAT_KERJA", "2026-02|TEMPAT_KERJA"]


def test_months_without_a_year(baca_uji: Pembaca) -> None:
    isi = "segmen|Januari|Februari\nPU|10|20\n"
    assert "--isi tahun" in baca_uji.tolak("rekap_bpjs", isi, basis="DOMISILI")
    assert baca_uji("rekap_bpjs", isi, basis="DOMISILI", tahun="2026").cakupan == [
        "2026-01|DOMISILI",
        "2026-02|DOMISILI",
    ]


def test_a_sheet_per_segment(baca_uji: Pembaca) -> None:
    baris = [["Kecamatan", "Jumlah Peserta"], ["Maju", 10], ["Mundur", 5], ["Jumlah", 15]]
    hasil = baca_uji(
        "rekap_bpjs",
        buku({"PU": baris, "Bukan Penerima Upah": baris, "Rekap": [["REKAP"], *baris],
        "Lembar4": [["SEGMEN JASA KONSTRUKSI"], *baris]}),
        basis="DOMISILI", bulan="2026-06",
    )  # fmt: skip
    assert kolom(hasil, "lembar", "segmen", "jumlah_aktif") == [
        ("PU", "PU", 10),
        ("PU", "PU", 5),
        ("Bukan Penerima Upah", "BPU", 10),
        ("Bukan Penerima Upah", "BPU", 5),
        ("Lembar4", "JAKON", 10),  # the title names the segment
        ("Lembar4", "JAKON", 5),
    ]
    assert any("lembar dilewati Rekap" in catatan for catatan in hasil.catatan)


def test_month_only_in_the_letterhead_must_be_one(baca_uji: Pembaca) -> None:
    isi = "{}\nKecamatan;PU\nMaju;10\n"
    assert kolom(baca_uji("rekap_bpjs", isi.format("Periode: Juni 2026"), basis="DOMISILI"), "bulan") == [JUNI]
    for surat in ("Januari - Juni 2026", "tanpa bulan"):
        assert "--bulan" in baca_uji.tolak("rekap_bpjs", isi.format(surat), basis="DOMISILI")


def test_dash_in_a_required_pivot_cell(baca_uji: Pembaca) -> None:
    hasil = baca_uji("rekap_bpjs", "Juni 2026\nKecamatan;PU;BPU\nMaju;10;-\n", basis="DOMISILI")
    assert hasil.dibaca == 2
    assert alasan(hasil) == {3: "ANGKA_TIDAK_SAH"}


def test_spending_by_month(baca_uji: Pembaca) -> None:
    hasil = baca_uji(
        "realisasi",
        "Realisasi Tahun 2026\nlingkup;OPD;Kode Rekening;Sumber Dana;Januari;Februari;Jumlah\n"
        "APBD;Dinas Sosial;5.1.02.02.02.0006;APBD;1.000;(200);800\n",
    )
    assert kolom(hasil, "bulan", "kode_opd", "rp_realisasi") == [
        (date(2026, 1, 1), "DINSOS", 1000),
        (date(2026, 2, 1), "DINSOS", -200),
    ]


def test_long_recap(baca_uji: Pembaca) -> None:
    hasil = baca_uji(
        "rekap_bpjs",
        "bulan;basis;segmen;program;sektor;kode_desa;jumlah_aktif;persen_resmi\n"
        "2026-06;domisili;SEMUA;SEMUA;SEMUA;;10;45,2\n"
        "2026-06;Tempat Kerja;Penerima Upah;JKK;G;99010120 01;3;\n"
        "2026-06;DOMISILI;PU;;Zzz;990101;4;\n"
        "2026-06;DOMISILI;BPU;;;99.01;5;\n"  # the regency's own code: all of it
        "2026-06;DOMISILI;ASN;JKX;;12;6;\n",
    )
    assert kolom(hasil, "basis", "segmen", "program", "sektor", "kode_desa", "jumlah_aktif") == [
        ("DOMISILI", None, None, None, None, 10),
        ("DOMISILI", "PU", None, "TIDAK_DIKETAHUI", "99.01.01", 4),  # unknown sector is not all sectors
        ("DOMISILI", "BPU", None, None, None, 5),
    ]
    assert alasan(hasil) == {3: "KODE_TIDAK_DIKENAL", 6: "KODE_TIDAK_DIKENAL"}


@pytest.mark.parametrize(
    ("judul", "segmen"),
    [("Penerima Upah (PU)", "PU"), ("Jumlah Peserta BPU", "BPU"), ("BPU Aktif", "BPU"), ("JAKON (orang)", "JAKON")],
)
def test_headings_that_name_a_segment(baca_uji: Pembaca, judul: str, segmen: str) -> None:
    hasil = baca_uji("rekap_bpjs", f"bulan;Kecamatan;{judul};PMI\n2026-06;Maju;10;1\n", basis="DOMISILI")
    assert kolom(hasil, "segmen", "jumlah_aktif") == [(segmen, 10), ("PMI", 1)]


def test_two_row_header_repeated_on_every_page(baca_uji: Pembaca) -> None:
    kepala = "Kecamatan;Segmen;\n;PU;BPU\n1;2;3\n"
    hasil = baca_uji("rekap_bpjs", f"Juni 2026\n{kepala}Maju;10;1\n{kepala}Mundur;5;2\n", basis="DOMISILI")
    assert [nilai for _, _, nilai in _inti(hasil)] == [10, 1, 5, 2]
    assert hasil.sisih.is_empty()


def test_programmes_over_several_measures_in_merged_headings(baca_uji: Pembaca) -> None:
    """The merged upper row alone would be a header too; without the lower one iuran would be read as people."""
    atas = ["Basis", "Segmen", "JKK", None, None, "JKM", None, None]
    bawah = [None, None, "TK Aktif", "Iuran (Rp)", "Kasus", "TK Aktif", "Iuran (Rp)", "Kasus"]
    hasil = baca_uji(
        "rekap_bpjs",
        buku(
            {
                "Rekap": [
                    ["REKAP IURAN BULAN JUNI 2026"],
                    atas,
                    bawah,
                    [1, 2, 3, 4, 5, 6, 7, 8],
                    ["DOMISILI", "PU", 10, 1000, 1, 9, 900, 0],
                ]
            },
            gabung=[("A2:A3", "Basis"), ("B2:B3", "Segmen"), ("C2:E2", "JKK"), ("F2:H2", "JKM")],
        ),
    )
    assert kolom(hasil, "program", "jumlah_aktif", "rp_iuran", "jumlah_kasus") == [
        ("JKK", 10, 1000, 1),
        ("JKM", 9, 900, 0),
    ]
