"""Numbers: what people write, and what must not be guessed (sources.md 1)."""

import pytest

from tests.bacaan import Pembaca, alasan, buku, kolom, rincian

KEPALA = "bulan;basis;segmen;jumlah_aktif;rp_iuran\n"


@pytest.mark.parametrize(
    ("tulis", "terbaca"),
    [
        ("1.234.567", 1234567),
        ("1,234,567", 1234567),
        ("89.266", 89266),  # one separator before exactly three digits is a thousands sign
        ("89,266", 89266),
        ("(1.000)", None),  # read as -1000, out of bounds for a count
        ("12,00", 12),
        ("1.234,00", 1234),
        ("1 234", 1234),
        ("0", 0),
    ],
)
def test_jumlah(baca_uji: Pembaca, tulis: str, terbaca: int | None) -> None:
    hasil = baca_uji("rekap_bpjs", KEPALA + f"2026-06;DOMISILI;PU;{tulis};\n")
    assert kolom(hasil, "jumlah_aktif") == ([] if terbaca is None else [terbaca])


@pytest.mark.parametrize(
    ("tulis", "sebab"),
    [
        ("16,8", "ANGKA_TIDAK_SAH"),
        ("16.8", "ANGKA_TIDAK_SAH"),
        ("0.125", "ANGKA_TIDAK_SAH"),  # nobody writes a thousand with a leading zero
        ("abc", "ANGKA_TIDAK_SAH"),
        ("12.34.567", "ANGKA_TIDAK_SAH"),
        ("1,2E+05", "ANGKA_TIDAK_SAH"),
        ("-", "ANGKA_TIDAK_SAH"),  # nil only where the column is optional
        ("nihil", "ANGKA_TIDAK_SAH"),
        ("-5", "NILAI_DI_LUAR_BATAS"),
        ("(1.000)", "NILAI_DI_LUAR_BATAS"),
        ("99999999999999999999", "ANGKA_TIDAK_SAH"),
        ("", "KOLOM_KOSONG"),
    ],
)
def test_jumlah_rusak(baca_uji: Pembaca, tulis: str, sebab: str) -> None:
    hasil = baca_uji("rekap_bpjs", KEPALA + f"2026-06;DOMISILI;PU;1;1\n2026-06;DOMISILI;BPU;{tulis};1\n")
    assert alasan(hasil) == {3: sebab}


@pytest.mark.parametrize(
    ("tulis", "terbaca"),
    [
        ("Rp 1.234.567", 1234567),
        ("Rp. 1.234.567,-", 1234567),
        ("Rp1,234,567.50", 1234568),  # decimals of rupiah round half up
        ("1.234.567,49", 1234567),
        ("1.234.567,50", 1234568),
        ("16.800", 16800),
        ("16,8", 17),
        ("-", 0),
        ("nihil", 0),
        ("", None),
    ],
)
def test_rupiah(baca_uji: Pembaca, tulis: str, terbaca: int | None) -> None:
    hasil = baca_uji("rekap_bpjs", KEPALA + f"2026-06;DOMISILI;PU;1;{tulis}\n")
    assert kolom(hasil, "rp_iuran") == [terbaca]


def test_rupiah_negatif_only_for_corrections(baca_uji: Pembaca) -> None:
    hasil = baca_uji(
        "realisasi",
        "bulan;lingkup;kode_opd;kode_rekening;sumber_dana;rp_realisasi;rp_kumulatif\n"
        "2026-06;APBD;DINSOS;5.1.02.02.02.0006;APBD;(1.000);\n"
        "2026-06;APBD;DINSOS;5.1.02.02.02.0007;APBD;;-5\n",  # a cumulative sum is not below 0
    )
    assert kolom(hasil, "rp_realisasi") == [-1000]
    assert alasan(hasil) == {3: "NILAI_DI_LUAR_BATAS"}


def test_cell_type_tells_16_8_from_16_800(baca_uji: Pembaca) -> None:
    hasil = baca_uji(
        "rekap_bpjs",
        buku(
            {
                "Data": [
                    ["bulan", "basis", "segmen", "jumlah_aktif", "rp_iuran", "persen_resmi"],
                    ["2026-06", "DOMISILI", "PU", "16.800", 1000.5, 62.125],
                    ["2026-06", "DOMISILI", "BPU", 16.8, 1, 1],  # a number cell with a fraction
                    ["2026-06", "DOMISILI", "JAKON", 16.125, 1, 1],  # not 16125: the cell is a number
                    ["2026-06", "DOMISILI", "PMI", 16800, 0, 1],
                ]
            }
        ),
    )
    assert kolom(hasil, "jumlah_aktif", "rp_iuran", "persen_resmi") == [(16800, 1001, 62.125), (16800, 0, 1.0)]
    assert alasan(hasil) == {3: "ANGKA_TIDAK_SAH", 4: "ANGKA_TIDAK_SAH"}


@pytest.mark.parametrize(
    ("tulis", "terbaca", "sebab"),
    [
        ("62,5", 62.5, None),
        ("62.5", 62.5, None),
        ("62", 62.0, None),
        ("62,5%", 62.5, None),
        ("1.234,5", 1234.5, None),
        ("62.125", None, "ANGKA_RAGU"),
        ("62,125", None, "ANGKA_RAGU"),
        ("x", None, "ANGKA_TIDAK_SAH"),
    ],
)
def test_ragu_only_where_decimals_may_stand(
    baca_uji: Pembaca, tulis: str, terbaca: float | None, sebab: str | None
) -> None:
    hasil = baca_uji(
        "target",
        f"seri;kode_indikator;tahun;tingkat;nilai\nA;UCJ-01;2026;KABUPATEN;{tulis}\nB;UCJ-01;2026;KABUPATEN;1\n",
    )
    assert kolom(hasil, "nilai") == ([1.0] if terbaca is None else [terbaca, 1.0])
    assert alasan(hasil) == ({} if sebab is None else {2: sebab})


def test_porsi_persen_bounds(baca_uji: Pembaca) -> None:
    hasil = baca_uji(
        "penerima_bantuan",
        "bulan;nik;sumber_dana;porsi_persen;rp_iuran;kode_desa\n"
        "2026-06;9901010101900001;APBD;50;1;\n"
        "2026-06;9901010101900002;APBD;101;1;\n"
        "2026-06;9901010101900003;APBD;33.333;1;\n",
    )
    assert alasan(hasil) == {3: "NILAI_DI_LUAR_BATAS", 4: "ANGKA_RAGU"}


def test_tahun(baca_uji: Pembaca) -> None:
    kepala = "seri;kode_indikator;tahun;tingkat;nilai\n"
    isi = [f"S{n};UCJ-01;{tahun};KABUPATEN;1\n" for n, tahun in enumerate(("2026", "1999", "2101", "dua"))]
    hasil = baca_uji("target", kepala + "".join(isi))
    assert rincian(hasil) == [
        (3, "tahun", "NILAI_DI_LUAR_BATAS", ""),
        (4, "tahun", "NILAI_DI_LUAR_BATAS", ""),
        (5, "tahun", "ANGKA_TIDAK_SAH", ""),
    ]
