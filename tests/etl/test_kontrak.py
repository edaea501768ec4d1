"""The contracts: as the design names them, one declaration for reading, template and document."""

from pathlib import Path

import pytest
from python_calamine import CalamineWorkbook

from etl.baca.terbaca import norma
from etl.dokumen import PATH, render
from etl.kontrak import SUMBER
from etl.templat import write_template
from tests.bacaan import Pembaca
from ucj.penolakan import Penolakan
from ucj.peraturan import Profil

# sources.md 3: columns in order; * must be filled, (*) must stand in the file
RANCANGAN = {
    "wilayah": "kode_desa* nama_desa* jenis* kode_kecamatan* nama_kecamatan*",
    "penduduk_bekerja": "tahun* sumber_data* tanggal_rilis basis tingkat* kode_wilayah* sektor segmen jenis_kelamin "
    "jumlah_bekerja* jumlah_layak",
    "target": "seri* kode_indikator* tahun* semester tingkat* kode nilai* dasar",
    "peserta": "bulan* nik* kpj nama tanggal_lahir jenis_kelamin segmen* subkategori program* aktif "
    "bulan_iuran_terakhir tanggal_berakhir npp sektor pekerjaan kode_desa bekerja_di_daerah rp_upah pembayar",
    "rekap_bpjs": "bulan* basis* segmen* program sektor kode_desa jumlah_terdaftar jumlah_aktif* rp_iuran jumlah_kasus "
    "rp_manfaat penyebut_resmi persen_resmi",
    "pemberi_kerja": "bulan* npp nama* skala* kbli versi_kbli sektor kode_desa tanggal_daftar jumlah_tk_nyata "
    "jumlah_tk_terdaftar rp_upah_nyata rp_upah_lapor program bulan_tunggakan rp_tunggakan",
    "pekerja_binaan": "tanggal_data* kode_opd* unit jenis_daftar* subkategori nik* nama tanggal_lahir jenis_kelamin "
    "kode_desa sektor pekerjaan kode_subkegiatan",
    "anggaran": "tahun* tahap tanggal_berlaku lingkup* kode_opd kode_desa kode_subkegiatan kode_rekening* "
    "nama_rekening cara_penganggaran porsi_iuran_persen sumber_dana* untuk rp_pagu* jumlah_orang jumlah_bulan",
    "realisasi": "bulan* lingkup* kode_opd kode_desa kode_subkegiatan kode_rekening* sumber_dana* untuk rp_realisasi "
    "rp_kumulatif",
    "penerima_bantuan": "bulan* nik* nama sumber_dana* porsi_persen rp_iuran* kode_opd nomor_penetapan kategori "
    "kode_desa(*) jenis_kelamin tanggal_lahir disabilitas",
    "laporan_masuk": "kewajiban* periode* tanggal_terima* nomor_surat",
    "tindak_lanjut": "id* tanggal_rapat* keputusan* pemilik* tenggat* status* tanggal_selesai catatan",
    "klarifikasi": "id* tanggal* kode_opd* kode_indikator* periode* keberatan* status* jawaban tanggal_selesai",
    "regulasi": "nomor* tanggal* tentang* status* berkas",
}
REGISTER = {"laporan_masuk", "tindak_lanjut", "klarifikasi", "regulasi"}
LONGGAR = {"nama", "kpj", "tanggal_lahir", "jenis_kelamin", "sektor", "subkategori", "pekerjaan", "kbli", "unit"}


def test_sources_are_those_of_the_design() -> None:
    assert list(SUMBER) == list(RANCANGAN)


@pytest.mark.parametrize("sumber", RANCANGAN)
def test_columns_are_those_of_the_design(sumber: str) -> None:
    kontrak = SUMBER[sumber]
    tertulis = [k.nama + ("*" if k.wajib else "(*)" if k.ada else "") for k in kontrak.kolom]
    assert tertulis == RANCANGAN[sumber].split()


@pytest.mark.parametrize("sumber", RANCANGAN)
def test_lenient_columns_are_those_of_the_design(sumber: str) -> None:
    kontrak = SUMBER[sumber]
    longgar = {k.nama for k in kontrak.kolom if k.longgar}
    harus = {k.nama for k in kontrak.kolom if k.nama in LONGGAR and not k.wajib}
    assert longgar == harus


@pytest.mark.parametrize("sumber", RANCANGAN)
def test_an_alias_means_one_column(sumber: str) -> None:
    terlihat: dict[str, str] = {}
    for kolom in SUMBER[sumber].kolom:
        for sebutan in (kolom.nama, *kolom.alias):
            pemilik = terlihat.setdefault(norma(sebutan), kolom.nama)
            # a column's own name wins over another's alias, so only two aliases can quarrel
            assert pemilik == kolom.nama or norma(sebutan) == norma(pemilik), f"{sebutan}: {pemilik} dan {kolom.nama}"


@pytest.mark.parametrize("sumber", RANCANGAN)
def test_every_column_explains_itself(sumber: str) -> None:
    kontrak = SUMBER[sumber]
    assert kontrak.penjelasan and kontrak.dasar and kontrak.pengirim
    assert all(kolom.bantuan for kolom in kontrak.kolom)
    assert all(nama in kontrak for nama in kontrak.kunci)
    assert all(nama in kontrak for grup in kontrak.salah_satu for nama in grup)


def test_registers_are_those_of_the_design() -> None:
    assert {nama for nama, kontrak in SUMBER.items() if kontrak.jenis == "REGISTER"} == REGISTER
    assert all(SUMBER[nama].cakupan == SUMBER[nama].kunci for nama in REGISTER)  # each key is replaced by itself


def test_a_column_named_berkas_does_not_meet_the_file_of_the_row() -> None:
    skema = SUMBER["regulasi"].skema()
    assert skema["isi_berkas"] == skema["berkas"] == "VARCHAR"


def test_schema_hides_the_nik() -> None:
    skema = SUMBER["peserta"].skema()
    assert "nik" not in skema and "program" not in skema
    assert skema["id_peserta"] == "UUID" and skema["nik_samar"] == "VARCHAR"
    assert [nama for nama in skema if nama.startswith("is_")] == ["is_jkk", "is_jkm", "is_jht", "is_jp", "is_jkp"]
    assert skema["bulan_iuran_terakhir"] == "DATE" and skema["rp_upah"] == "BIGINT" and skema["aktif"] == "BOOLEAN"
    assert SUMBER["pemberi_kerja"].skema()["bulan_tunggakan"] == "BIGINT"  # a number of months, not a month
    assert SUMBER["rekap_bpjs"].skema()["program"] == "VARCHAR"
    assert SUMBER["target"].skema()["semester"] == "BIGINT"


@pytest.mark.parametrize("sumber", RANCANGAN)
def test_template_reads_as_its_own_source(sumber: str, baca_uji: Pembaca, profil_uji: Profil, tmp_path: Path) -> None:
    templat = tmp_path / "templat.xlsx"
    write_template(sumber, templat, profil_uji)
    hasil = baca_uji(sumber, templat)
    assert (hasil.dibaca, hasil.dimuat.height) == (1, 1)
    assert not hasil.simulasi

    buku = CalamineWorkbook.from_path(templat)
    assert buku.sheet_names == [sumber, "Keterangan", "Daftar"]
    keterangan = [baris[0] for baris in buku.get_sheet_by_name("Keterangan").to_python()]
    assert all(kolom.nama in keterangan for kolom in SUMBER[sumber].kolom)


@pytest.mark.parametrize("sumber", RANCANGAN)
def test_template_is_read_by_no_other_source(sumber: str, baca_uji: Pembaca, tmp_path: Path) -> None:
    """Without a profile, as a fresh clone writes it; the explaining sheets never pass for data."""
    templat = tmp_path / "templat.xlsx"
    write_template(sumber, templat)
    assert set(baca_uji(sumber, templat).dimuat["lembar"]) == {sumber}


def test_template_of_an_unknown_source(tmp_path: Path) -> None:
    with pytest.raises(Penolakan, match="peserta"):
        write_template("entah", tmp_path / "x.xlsx")


def test_template_examples_lie_in_the_regency(profil_uji: Profil, tmp_path: Path) -> None:
    write_template("peserta", tmp_path / "x.xlsx", profil_uji)
    judul, contoh, *_ = CalamineWorkbook.from_path(tmp_path / "x.xlsx").get_sheet_by_index(0).to_python()
    baris = dict(zip(judul, contoh, strict=True))
    assert baris["kode_desa"].startswith(profil_uji.kode) and baris["nik"].startswith("9901")
    assert isinstance(baris["nik"], str)


def test_document_is_up_to_date() -> None:
    assert PATH.read_text(encoding="utf-8") == render(), "jalankan: python -m etl.dokumen"
