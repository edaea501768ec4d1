"""Rules over whole rows: required cells, rows of another regency, doubles; and what is only worth a note."""

from __future__ import annotations

from datetime import date

import polars as pl

from etl.baca import nik as baca_nik
from etl.baca.tafsir import Tafsiran
from etl.baca.terbaca import Salah, norma
from etl.kolom import Kontrak

_CONTOH_BOLEH = ("jenis_kelamin", "sektor", "subkategori", "kbli", "pekerjaan")


def check_wajib(kontrak: Kontrak, hasil: Tafsiran, tanpa_satuan: pl.Series) -> list[Salah]:
    """``KOLOM_KOSONG``: required cells that are empty, and groups of which none is filled.

    ``tanpa_satuan``: rows of a pivot for other measures; the required one stands in the rows beside them.
    """
    if kontrak.satuan_pivot:
        hasil.kosong[kontrak.satuan_pivot] &= ~tanpa_satuan
    salah = [
        Salah(kolom.nama, "KOLOM_KOSONG", hasil.kosong[kolom.nama])
        for kolom in kontrak.kolom
        if kolom.wajib and hasil.kosong[kolom.nama].any()
    ]
    for grup in kontrak.salah_satu:
        semua = hasil.kosong[grup[0]]
        for nama in grup[1:]:
            semua &= hasil.kosong[nama]
        if semua.any():
            salah.append(Salah(grup[0], "KOLOM_KOSONG", semua, " atau ".join(grup)))
    return salah


def check_daerah(hasil: Tafsiran, kode: str) -> list[Salah]:
    """The list of villages holds this regency's only, and each village lies in the sub-district named with it."""
    desa, kecamatan = hasil.nilai["kode_desa"], hasil.nilai["kode_kecamatan"]
    lain = (desa.str.slice(0, 5) != kode).fill_null(False)
    beda = (desa.str.slice(0, 8) != kecamatan).fill_null(False) & ~lain
    return [
        Salah(nama, "KODE_TIDAK_DIKENAL", di, rincian)
        for nama, di, rincian in (
            ("kode_desa", lain, "desa kabupaten lain"),
            ("kode_kecamatan", beda, "desa ini tidak terletak di kecamatan itu"),
        )
        if di.any()
    ]


def split_longgar(kontrak: Kontrak, salah: list[Salah], teks: pl.DataFrame) -> tuple[list[Salah], list[str]]:
    """Faults that set a row aside, and notes for those of lenient columns, which count as empty."""
    tegas: list[Salah] = []
    catatan: list[str] = []
    for satu in salah:
        if satu.kolom not in kontrak or not kontrak[satu.kolom].longgar:
            tegas.append(satu)
            continue
        contoh = ""
        if satu.kolom in _CONTOH_BOLEH and satu.kolom in teks.columns:
            sebutan = teks[satu.kolom].filter(satu.di).unique()
            # columns that have slipped may hold numbers of people
            sebutan = sebutan.filter(~sebutan.str.contains(r"\d{6}") & (sebutan.str.len_chars() <= 60)).sort().head(5)
            contoh = f" (misalnya {', '.join(map(repr, sebutan.to_list()))})" if len(sebutan) else ""
        catatan.append(
            f"{satu.kolom}: {int(satu.di.sum())} nilai tidak dikenal dihitung sebagai tidak diketahui{contoh}."
        )
    return tegas, catatan


def combine(salah: list[Salah], tinggi: int) -> pl.Series:
    """True for the rows that have any fault."""
    hasil = pl.Series([False], dtype=pl.Boolean).new_from_index(0, tinggi)
    for satu in salah:
        hasil |= satu.di
    return hasil


def find_ganda(
    kontrak: Kontrak, frame: pl.DataFrame, nik: pl.Series | None, salah: list[Salah]
) -> tuple[pl.Series, int]:
    """Rows whose key an earlier accepted row of the same cakupan has, and how many of them differ from it."""
    tinggi = frame.height
    kunci = frame.select(
        "cakupan", *(pl.col(nama) for nama in _kunci(kontrak) if nama != "nik" and nama in frame.columns)
    )
    if nik is not None and "nik" in kontrak.kunci:
        kunci = kunci.with_columns(nik.alias("nik"))
    if kontrak.nama == "pemberi_kerja":
        nama = pl.col("nama").str.to_lowercase().str.replace_all(r"[^\p{L}\p{N}]", "")
        tanpa_npp = pl.col("npp").is_null()
        kunci = kunci.with_columns(pl.when(tanpa_npp).then(nama), pl.when(tanpa_npp).then("kode_desa"))
    ragam = {nama: kunci[nama].n_unique() for nama in kunci.columns}
    kunci = kunci.select(nama for nama in kunci.columns if ragam[nama] > 1 or nama == "cakupan")
    kosong = pl.Series([False], dtype=pl.Boolean).new_from_index(0, tinggi)
    tajam = max(ragam, key=lambda nama: ragam[nama])  # rows that differ in one column need no look at the others
    mungkin = kunci if tajam not in kunci.columns else kunci.filter(pl.col(tajam).is_duplicated())
    if mungkin.n_unique() == mungkin.height:
        return kosong, 0
    rusak = [s for s in salah if s.kolom in (*_kunci(kontrak), *_kolom_cakupan(kontrak))]
    terbaca = ~combine(rusak, tinggi)
    diterima = ~combine(salah, tinggi)
    kembar = kunci.is_duplicated() & terbaca
    calon = kunci.with_columns(diterima.alias("_ok")).with_row_index("_n").filter(kembar)
    if calon.is_empty():
        return kosong, 0
    pertama = calon.filter("_ok").group_by(kunci.columns).agg(pl.col("_n").min().alias("_pertama"))
    calon = calon.join(pertama, on=kunci.columns, how="left", nulls_equal=True, maintain_order="left")
    ganda = calon.filter(pl.col("_n") > pl.col("_pertama"))
    if ganda.is_empty():
        return kosong, 0
    isi = frame.drop("nomor_baris", "lembar", "berkas", strict=False)
    beda = isi[ganda["_n"]].equals(isi[ganda["_pertama"]])
    jumlah_beda = 0 if beda else _count_beda(isi, ganda)
    return kosong.scatter(ganda["_n"], True), jumlah_beda


def _count_beda(isi: pl.DataFrame, ganda: pl.DataFrame) -> int:
    kiri, kanan = isi[ganda["_n"]], isi[ganda["_pertama"]]
    sama = pl.select(
        pl.all_horizontal(*(pl.lit(kiri[nama].eq_missing(kanan[nama])) for nama in isi.columns))
    ).to_series()
    return int((~sama).sum())


def _kunci(kontrak: Kontrak) -> tuple[str, ...]:
    """The key columns; employers without a number are known by name and village."""
    return ("npp", "nama", "kode_desa") if kontrak.nama == "pemberi_kerja" else kontrak.kunci


def _kolom_cakupan(kontrak: Kontrak) -> tuple[str, ...]:
    return tuple(nama for bagian in kontrak.cakupan for nama in bagian.replace(" bila DESA", "").split(" atau "))


def fill_orang(kontrak: Kontrak, frame: pl.DataFrame, hasil: Tafsiran) -> tuple[pl.DataFrame, list[str]]:
    """Sex from its column, else from the NIK; age group at the end of the month; notes where the two differ."""
    nik = hasil.nik
    if nik is None:
        return frame, []
    acuan = frame[kontrak.tanggal_acuan].dt.month_end().fill_null(date.today())
    lahir = frame["tanggal_lahir"]
    umur_lahir = baca_nik.umur_lahir(lahir, acuan)
    wajar = umur_lahir.is_between(0, 120).fill_null(False)
    umur = umur_lahir.set(~wajar, None)
    if umur.null_count():
        umur = umur.fill_null(baca_nik.umur(nik, acuan))
    kelamin = frame["jenis_kelamin"]
    beda_kelamin = (kelamin != nik.jenis_kelamin).fill_null(False)
    beda_lahir = (
        (lahir.dt.day() != nik.hari) | (lahir.dt.month() != nik.bulan) | (lahir.dt.year() % 100 != nik.tahun_pendek)
    ).fill_null(False)
    catatan = []
    for kode, di, kalimat in (
        ("JK_BEDA", beda_kelamin, "jenis kelamin pada kolom berbeda dari NIK; kolomnya yang dipakai"),
        ("LAHIR_BEDA", beda_lahir, "tanggal lahir pada kolom berbeda dari NIK; kolomnya yang dipakai"),
    ):
        if di.any():
            catatan.append(f"{kode}: {int(di.sum())} baris, {kalimat}.")
    frame = frame.with_columns(
        kelamin.fill_null(nik.jenis_kelamin).alias("jenis_kelamin"),
        baca_nik.kelompok_usia(umur).alias("kelompok_usia"),
    )
    return frame, catatan


def note_nik(nik: pl.Series, kode: str) -> list[str]:
    """Notes on NIK of unknown provinces and of other regencies: never a reason, a NIK does not move with its owner."""
    awalan = nik.drop_nulls().str.slice(0, 4).value_counts(name="n")
    kolom = awalan.columns[0]
    angka = kode.replace(".", "")
    lain = int(awalan.filter(pl.col(kolom) != angka)["n"].sum())
    asing = awalan.filter(
        ~pl.col(kolom).str.slice(0, 2).cast(pl.Int32).is_in(sorted(baca_nik.PROVINSI))
        & (pl.col(kolom).str.slice(0, 2) != angka[:2])
    )
    catatan = []
    if lain:
        catatan.append(f"WILAYAH_LAIN: {lain} NIK terdaftar pertama kali di kabupaten/kota lain (hanya keterangan).")
    if asing.height:
        catatan.append(f"PROVINSI: {int(asing['n'].sum())} NIK berkode provinsi yang tidak dikenal (hanya keterangan).")
    return catatan


def count_kk_angka(lembar_angka: list[tuple[str, pl.Series, pl.Series]]) -> int:
    """KK numbers typed as numbers in columns that are not read (they have lost their last digit)."""
    jumlah = 0
    for judul, teks, is_angka in lembar_angka:
        if "kk" in norma(judul) or "kartukeluarga" in norma(judul):
            jumlah += int((is_angka & (teks.str.len_chars() >= 15)).fill_null(False).sum())
    return jumlah
