"""Every indicator, once: what is divided by what, its unit, direction, legal basis and source (domain dossier 2.2).

The numbers themselves stand in ``marts.indikator``; ``ucj.hitung`` divides them.
"""

from dataclasses import dataclass
from typing import Literal

Arah = Literal["naik", "turun", "info"]
Sifat = Literal["stok", "arus", "tahun berjalan"]


@dataclass(frozen=True)
class Indikator:
    """One indicator. ``sifat``: a stock is read at the end of a period, a flow is summed over it, a year-to-date
    figure runs from January. ``tingkat``: the levels at which it is given. ``sumber``: the deliveries it rests on.
    ``is_tersedia`` is False while its sources have no contract yet. ``versi`` rises when the formula changes."""

    kode: str
    nama: str
    pembilang: str
    penyebut: str
    satuan: tuple[str, ...]
    arah: Arah
    sifat: Sifat
    tingkat: tuple[str, ...]
    dasar: tuple[str, ...]
    sumber: tuple[str, ...]
    basis: str | None = None
    is_tersedia: bool = True
    versi: int = 1

    @property
    def is_persen(self) -> bool:
        """Whether the value is numerator / denominator x 100."""
        return self.satuan == ("persen",)

    @property
    def rumus(self) -> str:
        """The formula as a sentence for the dictionary page."""
        return f"{self.pembilang} ÷ {self.penyebut} × 100" if self.is_persen else self.pembilang


_WILAYAH = ("KECAMATAN", "DESA")
_ROSTER = ("pekerja_binaan", "peserta")

_CAKUPAN = (
    Indikator(
        "UCJ-01", "Cakupan UCJ menurut KTP",
        "orang ber-KTP kabupaten yang menjadi peserta aktif, di mana pun ia bekerja, dihitung satu kali per orang",
        "penduduk bekerja yang memenuhi syarat", ("persen",), "naik", "stok",
        ("KABUPATEN", *_WILAYAH, "SEKTOR", "JENIS_KELAMIN", "KELOMPOK_USIA"),
        ("LTM 1(29)", "LTM 10(1)d", "INP 25b"), ("peserta", "rekap_bpjs", "penduduk_bekerja"), "DOMISILI",
    ),
    Indikator(
        "UCJ-02", "Peserta aktif menurut tempat kerja",
        "orang yang terdaftar melalui pemberi kerja, proyek, atau cabang di kabupaten, penduduk maupun bukan",
        "", ("orang",), "naik", "stok",
        ("KABUPATEN", "SEKTOR", "SEGMEN", "SUBKATEGORI", "PROGRAM"),
        ("BRU 22",), ("peserta", "rekap_bpjs"), "TEMPAT_KERJA",
    ),
    Indikator(
        "UCJ-03", "Cakupan per segmen menurut KTP",
        "peserta aktif pada segmen itu", "pekerja pada segmen itu", ("persen",), "naik", "stok", ("SEGMEN",),
        ("INP 25b", "LTM 5(2)", "LTM 10(1)a", "GRS 4", "BRU 5(3)"), ("peserta", "rekap_bpjs", "penduduk_bekerja"),
        "DOMISILI",
    ),
    Indikator(
        "UCJ-04", "Kesenjangan dan laju yang dibutuhkan",
        "target 31 Desember × penyebut UCJ-01 dibulatkan ke atas, dikurangi peserta aktif; dibagi sisa bulan",
        "", ("orang", "orang/bulan"), "turun", "stok", ("KABUPATEN", "SEKTOR"),
        ("LTM 10(2)d",), ("peserta", "rekap_bpjs", "penduduk_bekerja", "target"), "DOMISILI",
    ),
    Indikator(
        "UCJ-05", "Desa yang mencapai ambang cakupan",
        "desa yang cakupannya mencapai ambang profil", "desa yang mempunyai penyebut", ("persen",), "naik", "stok",
        ("KABUPATEN", *_WILAYAH), ("LMJ b1", "BRU 10(2)", "LTM 10(2)d"),
        ("peserta", "rekap_bpjs", "penduduk_bekerja"), "DOMISILI",
    ),
    Indikator(
        "UCJ-06", "Keaktifan peserta menurut KTP",
        "peserta yang aktif pada bulan itu", "peserta yang tercatat pada bulan itu", ("persen",), "naik", "stok",
        ("KABUPATEN", *_WILAYAH, "SUBKATEGORI", "SUMBER_DANA"), ("INP 25b", "LMJ I"), ("peserta", "rekap_bpjs"),
        "DOMISILI",
    ),
    Indikator(
        "S-11", "Cakupan menurut tempat kerja",
        "peserta aktif menurut tempat kerja (UCJ-02)", "pekerja di kabupaten selain ASN, TNI, dan Polri",
        ("persen",), "naik", "stok", ("KABUPATEN", "SEGMEN"), ("BRU 22",),
        ("peserta", "rekap_bpjs", "penduduk_bekerja"), "TEMPAT_KERJA",
    ),
)  # fmt: skip

_PEMERINTAHAN = (
    Indikator(
        "PEM-01", "Non-ASN terlindungi", "non-ASN dan PPPK paruh waktu pada daftar yang memegang JKK dan JKM",
        "orang pada daftar, termasuk yang NIK-nya perlu perbaikan", ("persen",), "naik", "stok",
        ("KABUPATEN", "OPD", "UNIT", "JENIS_KELAMIN", "PROGRAM"),
        ("LMJ III", "LMJ IV", "LMJ s1", "INP 25b", "LTM 11(1)", "BRU 6d", "BRU 10(1)", "GRS 5(2)"), _ROSTER,
    ),
    Indikator(
        "PEM-02", "Aparatur desa terlindungi", "aparatur desa pada daftar yang memegang JKK dan JKM",
        "orang pada daftar, termasuk yang NIK-nya perlu perbaikan", ("persen",), "naik", "stok",
        ("KABUPATEN", *_WILAYAH, "SUBKATEGORI", "PROGRAM"),
        ("LMJ b1", "LTM 6(1)b-e", "GRS 5(3)", "BRU 10(2)"), _ROSTER,
    ),
    Indikator(
        "PEM-03", "BUMD terlindungi", "pengurus dan pegawai BUMD pada daftar yang memegang JKK dan JKM",
        "orang pada daftar, termasuk yang NIK-nya perlu perbaikan", ("persen",), "naik", "stok",
        ("KABUPATEN", "OPD", "UNIT", "SUBKATEGORI"), ("INP 25c", "GRS 5(2)c", "LTM 6(1)f"), _ROSTER,
    ),
    Indikator(
        "PEM-04", "Penyelenggara pemilu terlindungi",
        "penyelenggara pemilu pada daftar yang memegang JKK dan JKM",
        "orang pada daftar, termasuk yang NIK-nya perlu perbaikan", ("persen",), "naik", "stok",
        ("KABUPATEN", *_WILAYAH, "SUBKATEGORI"), ("INP 25b", "BRU 6e", "BRU 11", "BRU 14c"), _ROSTER,
    ),
    Indikator(
        "SEK-01", "Cakupan pekerja sektor binaan OPD", "pekerja binaan pada daftar yang memegang JKK dan JKM",
        "orang pada daftar, termasuk yang NIK-nya perlu perbaikan", ("persen",), "naik", "stok",
        ("KABUPATEN", "OPD", "UNIT", "SEKTOR", *_WILAYAH, "JENIS_KELAMIN"),
        ("LMJ c1", "LMJ g1", "LMJ h1-2", "LMJ i1", "LMJ k1", "LMJ m2", "LMJ o1", "LTM 10(2)b", "LTM 13(3)"), _ROSTER,
    ),
    Indikator(
        "SEK-02", "Pelaksanaan tugas OPD", "tugas yang selesai", "tugas yang diberikan", ("persen",), "naik", "stok",
        ("KABUPATEN", "OPD"), ("LMJ II", "LMJ VII"), ("tugas_opd",), is_tersedia=False,
    ),
)  # fmt: skip

_RENTAN = (
    Indikator(
        "RNT-01", "Pekerja rentan terlindungi", "pekerja rentan yang memegang JKK dan JKM dari pembayar mana pun",
        "pekerja rentan yang sudah diverifikasi", ("persen",), "naik", "stok",
        ("KABUPATEN", *_WILAYAH, "JENIS_KELAMIN", "KELOMPOK_USIA", "SUBKATEGORI"),
        ("LTM 18-19", "BRU 13-15", "GRS 1(11)"), ("calon_penerima", "penerima_bantuan"), is_tersedia=False,
    ),
    Indikator(
        "RNT-02", "Penerima bantuan iuran per sumber dana", "orang yang iurannya dibantu pada akhir periode",
        "", ("orang",), "naik", "stok",
        ("KABUPATEN", "SUMBER_DANA", "SUBKATEGORI", *_WILAYAH, "JENIS_KELAMIN"),
        ("BRU 17", "BRU 20(2)", "LTM 14(2)", "LTM 22"), ("penerima_bantuan",),
    ),
    Indikator(
        "RNT-03", "Kesinambungan perlindungan", "bulan-orang yang dibayar", "bulan-orang yang direncanakan",
        ("persen",), "naik", "arus", ("KABUPATEN", "SUMBER_DANA", *_WILAYAH), ("LTM 18(1)", "BRU 21", "BRU 26"),
        ("penerima_bantuan", "penetapan"), is_tersedia=False,
    ),
    Indikator(
        "RNT-04", "Ketepatan sasaran", "penerima tanpa pemeriksaan yang gagal", "penerima", ("persen",), "naik",
        "stok", ("KABUPATEN", *_WILAYAH, "SUMBER_DANA", "SUBKATEGORI"),
        ("LTM 18(2)", "LTM 19(6)", "BRU 16", "BRU 18", "BRU 26"), ("calon_penerima", "penerima_bantuan"),
        is_tersedia=False,
    ),
)  # fmt: skip

_KEUANGAN = (
    Indikator(
        "KEU-01", "Realisasi anggaran iuran", "belanja iuran Januari sampai akhir periode",
        "pagu iuran yang berlaku pada akhir periode", ("persen",), "naik", "tahun berjalan",
        ("KABUPATEN", "LINGKUP", "OPD", "DESA", "SUMBER_DANA"),
        ("LMJ r1", "INP 25a", "LTM 10(2)c", "LTM 18(1)"), ("anggaran", "realisasi"),
    ),
    Indikator(
        "KEU-02", "Unit yang menganggarkan iuran", "OPD dan desa yang mempunyai pagu iuran", "OPD dan desa",
        ("persen",), "naik", "stok", ("KABUPATEN", "OPD", *_WILAYAH, "CARA_PENGANGGARAN"),
        ("GRS 14(1)", "GRS 14(3)", "LMJ b2"), ("anggaran",),
    ),
    Indikator(
        "KEU-03", "Penerimaan iuran", "iuran yang diterima BPJS Ketenagakerjaan pada periode", "", ("Rp",), "naik",
        "arus", ("KABUPATEN", "PROGRAM", "SEGMEN", "SEKTOR"), ("BRU 22",), ("rekap_bpjs",),
    ),
    Indikator(
        "KEU-04", "Ketepatan pembayaran tagihan", "tagihan yang dibayar sampai jatuh tempo", "tagihan jatuh tempo",
        ("persen",), "naik", "arus", ("KABUPATEN", "OPD", "SUMBER_DANA"), ("BRU 21(2)-(5)",), ("tagihan",),
        is_tersedia=False,
    ),
    Indikator(
        "KEU-05", "Kelengkapan bukti pertanggungjawaban", "pembayaran dengan bukti lengkap", "pembayaran",
        ("persen",), "naik", "arus", ("KABUPATEN", "OPD", "SUMBER_DANA"), ("BRU 23", "BRU 24"), ("tagihan",),
        is_tersedia=False,
    ),
    Indikator(
        "MAN-01", "Manfaat dibayarkan", "kasus dan rupiah manfaat yang dibayar pada periode", "", ("kasus", "Rp"),
        "info", "arus", ("KABUPATEN", "PROGRAM", "SEGMEN", *_WILAYAH), ("BRU 22",), ("rekap_bpjs",),
    ),
)  # fmt: skip

_KEPATUHAN = (
    Indikator(
        "PAT-01", "Kepatuhan pemberi kerja",
        "pemberi kerja tanpa ketidakpatuhan (terdaftar, semua pekerja, upah benar, program wajib, tanpa tunggakan)",
        "pemberi kerja yang diketahui", ("persen",), "naik", "stok", ("KABUPATEN", "SEKTOR", "SKALA"),
        ("GRS 5(5)", "GRS 10", "GRS 15", "LTM 6(2)", "BRU 5(1)", "BRU 8", "BRU 28(3)", "LMJ a1"), ("pemberi_kerja",),
    ),
    Indikator(
        "PAT-02", "Tunggakan iuran", "pemberi kerja yang menunggak, dan rupiahnya", "", ("pemberi kerja", "Rp"),
        "turun", "stok", ("KABUPATEN", "SEKTOR", "SKALA"), ("BRU 28(3)", "GRS 15(2)-(3)"), ("pemberi_kerja",),
    ),
    Indikator(
        "PAT-03", "Penanganan sanksi", "langkah sanksi yang tepat waktu", "langkah sanksi yang jatuh tempo",
        ("persen",), "naik", "arus", ("KABUPATEN", "SEKTOR"), ("GRS 16-19", "LTM 23", "BRU 5(6)-(8)", "BRU 28(4)"),
        ("sanksi",), is_tersedia=False,
    ),
    Indikator(
        "PAT-04", "Izin dengan kepesertaan aktif", "izin terbit dengan bukti kepesertaan yang sah",
        "izin terbit dalam lingkup", ("persen",), "naik", "arus", ("KABUPATEN", "OPD", "SEKTOR"),
        ("INP 25d", "GRS 10(5)-(6)", "LTM 12(2)", "BRU 5(5)", "LMJ l2"), ("izin",), is_tersedia=False,
    ),
    Indikator(
        "PAT-05", "Proyek konstruksi terdaftar tepat waktu", "proyek terdaftar paling lambat 14 hari kerja setelah SPK",
        "proyek yang tenggatnya lewat", ("persen",), "naik", "arus", ("KABUPATEN", "OPD", "SUMBER_DANA", *_WILAYAH),
        ("LTM 8(3)", "LTM 15-16", "LMJ e2", "LMJ f3", "GRS 9(2)"), ("proyek",), is_tersedia=False,
    ),
    Indikator(
        "PMI-01", "PMI terlindungi sebelum berangkat", "PMI yang terdaftar JKK dan JKM sebelum berangkat",
        "PMI yang berangkat", ("persen",), "naik", "arus", ("KABUPATEN", *_WILAYAH, "JENIS_KELAMIN"),
        ("LTM 17(2)", "GRS 8(2)-(3)", "LMJ a3"), ("pmi",), is_tersedia=False,
    ),
    Indikator(
        "TKL-01", "Ketepatan pelaporan",
        "laporan yang diwajibkan peraturan daerah sendiri dan diterima sampai jatuh tempo",
        "laporan yang diwajibkan peraturan daerah sendiri dan jatuh tempo pada periode itu",
        ("persen",), "naik", "arus", ("KABUPATEN",), ("BRU 22", "BRU 30(2)", "LTM 21(1)", "LTM 21(3)"),
        ("rekap_bpjs", "peserta", "laporan_masuk"),
    ),
    Indikator(
        "TKL-02", "Penyelesaian pengaduan", "pengaduan yang selesai", "pengaduan yang diterima", ("persen",), "naik",
        "arus", ("KABUPATEN", *_WILAYAH), ("BRU 25",), ("pengaduan",), is_tersedia=False,
    ),
)  # fmt: skip

KATALOG: dict[str, Indikator] = {
    indikator.kode: indikator for indikator in (*_CAKUPAN, *_PEMERINTAHAN, *_RENTAN, *_KEUANGAN, *_KEPATUHAN)
}


def list_tersedia() -> list[Indikator]:
    """Return the indicators that have sources, in the order of the report."""
    return [indikator for indikator in KATALOG.values() if indikator.is_tersedia]
