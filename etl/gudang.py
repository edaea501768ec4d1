"""The working database of a build: raw views over the cache, reference tables from the profile."""

from collections.abc import Iterable, Sequence
from datetime import date
from pathlib import Path
from typing import Any

import duckdb

from etl import kiriman
from etl.kontrak import SUMBER
from ucj.kalender import Kalender, akhir_bulan, geser_bulan, geser_ke_hari_kerja
from ucj.penolakan import Penolakan
from ucj.peraturan import Profil, load_sektor

_KOLOM_SISIH = {
    "alasan": "VARCHAR",
    "rincian": "VARCHAR",
    "asli": "VARCHAR",
}
# months come from these columns; a budget year counts from its January on
_BULAN = {
    "peserta": "bulan",
    "rekap_bpjs": "bulan",
    "pemberi_kerja": "bulan",
    "realisasi": "bulan",
    "penerima_bantuan": "bulan",
    "pekerja_binaan": "date_trunc('month', tanggal_data)::date",
    "anggaran": "make_date(tahun, 1, 1)",
}


def create_raw(con: duckdb.DuckDBPyConnection, data: Path, deliveries: Sequence[kiriman.Kiriman]) -> None:
    """Make ``raw.<sumber>`` and ``raw.<sumber>_sisih`` over the rows in force, and the tables of deliveries.

    Both views carry ``id_pengiriman`` and ``urutan_baris`` (order in the delivery). A row set aside whose cakupan
    could not be read stands as long as any cakupan of its delivery is in force. A source never delivered is an empty
    table with the columns of its contract. Raises ``Penolakan`` when the rows of a delivery in force are gone.
    """
    con.execute("create schema raw")
    berlaku = kiriman.berlaku(deliveries)
    _refuse_missing(data, [k for k in deliveries if k.id in berlaku.values()])
    for sumber, kontrak in SUMBER.items():
        skema = kontrak.skema()
        dipakai = {
            k.id: {cakupan for (s, cakupan), id_ in berlaku.items() if s == sumber and id_ == k.id}
            for k in deliveries
            if k.sumber == sumber
        }
        masuk = [(k, dipakai[k.id]) for k in deliveries if k.sumber == sumber and dipakai[k.id]]
        dimuat = _make_view(skema, [(kiriman.path_dimuat(data, k), _rest(k, c)) for k, c in masuk])
        sisih = _make_view(
            skema | _KOLOM_SISIH,
            [(kiriman.path_sisih(data, k), _rest(k, c)) for k, c in masuk],
            more=", list_contains(json_extract_string(rincian, '$[*].kolom'), 'nik') as is_nik_rusak",
        )
        con.execute(f"create view raw.{sumber} as {dimuat}")
        con.execute(f"create view raw.{sumber}_sisih as {sisih}")
    _create_pengiriman(con, deliveries, set(berlaku.values()))


def _refuse_missing(data: Path, in_force: Sequence[kiriman.Kiriman]) -> None:
    """Refuse to count without rows that were loaded: figures would be too low and nothing would say so."""
    missing = [k for k in in_force if not kiriman.path_dimuat(data, k).exists()]
    if missing:
        raise Penolakan(
            "Baris yang sudah dimuat tidak ada lagi di folder cache, jadi tidak ada yang diterbitkan. Kembalikan "
            "folder cache dari cadangan, atau muat ulang berkas aslinya:\n"
            + "\n".join(f"- {k.sumber}: {kiriman.path_raw(data, k) / k.tersimpan[0]}" for k in missing)
        )


def slice_peserta_bulan(
    con: duckdb.DuckDBPyConnection, data: Path, deliveries: Sequence[kiriman.Kiriman], bulan: date | None
) -> list[tuple[Path, set[str] | None]]:
    """Let ``raw.peserta_potong`` show one month of the person list (None: no row); return the files it reads.

    It opens the one file that holds the month and not all of them: a month is a cakupan of ``peserta``.
    """
    cakupan = f"{bulan:%Y-%m}" if bulan is not None else ""
    in_force = kiriman.berlaku(deliveries).get(("peserta", cakupan))
    files = [
        (kiriman.path_dimuat(data, k), None if k.cakupan == (cakupan,) else {cakupan})
        for k in deliveries
        if k.id == in_force
    ]
    con.execute(f"create or replace view raw.peserta_potong as {_make_view(SUMBER['peserta'].skema(), files)}")
    return files


def slice_peserta_binaan(con: duckdb.DuckDBPyConnection) -> None:
    """Let ``raw.peserta_potong`` show every month of the people who stand on a roster."""
    con.execute(
        "create or replace view raw.peserta_potong as select * from raw.peserta "
        "where id_peserta in (select id_peserta from staging.pekerja_binaan)"
    )


def _rest(delivery: kiriman.Kiriman, in_force: set[str]) -> set[str] | None:
    """Return the cakupan to keep, or None when the whole delivery is in force."""
    return None if in_force >= set(delivery.cakupan) else in_force


def _make_view(skema: dict[str, str], files: Sequence[tuple[Path, set[str] | None]], more: str = "") -> str:
    columns = ", ".join(skema)
    parts = []
    whole = [path for path, kept in files if kept is None and path.exists()]
    if whole:
        parts.append(_scan(whole, columns, more))
    for path, kept in files:
        if kept is not None and path.exists():
            listed = ", ".join(_quote(cakupan) for cakupan in sorted(kept))
            parts.append(_scan([path], columns, more) + f" where cakupan in ({listed}) or cakupan is null")
    if not parts:
        empty = ", ".join(f"null::{kind} as {column}" for column, kind in skema.items())
        parts.append(
            f"select {empty}{more.replace('rincian', 'null')}, null::varchar as id_pengiriman, "
            "null::bigint as urutan_baris where false"
        )
    return " union all ".join(parts)


def _scan(paths: Iterable[Path], columns: str, more: str) -> str:
    listed = ", ".join(_quote(str(path)) for path in paths)
    return (
        f"select {columns}{more}, split_part(parse_filename(filename), '.', 1) as id_pengiriman, "
        f"file_row_number as urutan_baris "
        f"from read_parquet([{listed}], filename = true, file_row_number = true)"
    )


def _quote(text: str) -> str:
    return "'" + text.replace("'", "''") + "'"


def _create_pengiriman(
    con: duckdb.DuckDBPyConnection, deliveries: Sequence[kiriman.Kiriman], in_force: set[str]
) -> None:
    con.execute(
        "create table raw.pengiriman (id_pengiriman varchar, sumber varchar, berkas varchar, pengirim varchar, "
        "diterima date, dimuat_pada timestamp, cakupan varchar, dibaca bigint, dimuat bigint, disisihkan bigint, "
        "is_digantikan boolean, is_simulasi boolean, catatan varchar)"
    )
    con.execute("create table raw.alasan (id_pengiriman varchar, alasan varchar, jumlah bigint)")
    pengiriman = [
        (
            k.id, k.sumber, "; ".join(k.berkas), k.pengirim, k.diterima, k.dimuat_pada.replace(tzinfo=None),
            "; ".join(k.cakupan), k.dibaca, k.dimuat, k.disisihkan, k.id not in in_force, k.simulasi,
            "; ".join(k.catatan),
        )
        for k in deliveries
    ]  # fmt: skip
    alasan = [(k.id, alasan, jumlah) for k in deliveries for alasan, jumlah in k.alasan.items()]
    _fill(con, "raw.pengiriman", pengiriman)
    _fill(con, "raw.alasan", alasan)


def _fill(con: duckdb.DuckDBPyConnection, table: str, rows: list[tuple[Any, ...]]) -> None:
    """Insert rows in one statement: a statement per row costs seconds over a few hundred deliveries."""
    if rows:
        satu = f"({', '.join('?' * len(rows[0]))})"
        semua = [nilai for row in rows for nilai in row]
        con.execute(f"insert into {table} values {', '.join([satu] * len(rows))}", semua)


def create_ref(con: duckdb.DuckDBPyConnection, profil: Profil) -> None:
    """Make the ``ref`` tables: what the profile and the code lists say, as rows that SQL can join."""
    con.execute("create schema ref")
    segmen = profil["segmen.urutan"]
    subkategori = dict(profil["subkategori.segmen"])
    subkategori["PU-MAGANG"] = profil["magang.segmen"]  # interns are BPU in one regency and PU in another
    _table(con, "segmen", ("segmen varchar", "urutan bigint"), [(s, i) for i, s in enumerate(segmen, start=1)])
    _table(con, "segmen_peta", ("segmen_asal varchar", "segmen varchar"), list(profil["segmen.peta"].items()))
    _table(con, "subkategori_segmen", ("subkategori varchar", "segmen varchar"), list(subkategori.items()))
    _table(con, "subkategori_desa", ("subkategori varchar",), [(s,) for s in profil["subkategori.desa"]])
    _table(con, "program", ("program varchar",), [(p,) for p in profil["program"]])
    _table(
        con,
        "penyebut_urutan",
        ("sumber_data varchar", "urutan bigint"),
        [(s, i) for i, s in enumerate(profil["penyebut.urutan"], start=1)],
    )
    _table(con, "rekening", ("kode_rekening varchar",), [(r,) for r in profil["anggaran.rekening"]])
    _table(
        con,
        "rekening_dikecualikan",
        ("kode_rekening varchar",),
        [(r,) for r in profil["anggaran.rekening_dikecualikan"]],
    )
    _table(
        con,
        "lapor",
        ("kewajiban varchar", "is_dihitung boolean", "hari_tenggang bigint", "jarak_bulan bigint"),
        [
            (kewajiban, kewajiban in profil["lapor.kewajiban"], profil["lapor.hari_tenggang"], jarak)
            for kewajiban, jarak in (
                ("REKAP_BULANAN", 1),
                ("PENGAWASAN_3BULAN", profil["lapor.pengawasan_bulan"]),
                ("SEMESTER", profil["lapor.semester_bulan"]),
            )
        ],
    )
    _table(con, "penetapan_wajib", ("sumber_dana varchar",), [(s,) for s in profil["penetapan.wajib"]])
    _table(
        con,
        "program_skala",
        ("skala varchar", "program varchar"),
        [(skala, program) for skala, daftar in profil["skala_usaha.program"].items() for program in daftar],
    )
    _table(
        con,
        "kelompok_usia",
        ("kelompok_usia varchar",),
        [(u,) for u in ("<15", "15-24", "25-34", "35-44", "45-54", "55-64", "65+")],
    )
    _table(
        con,
        "sektor",
        ("sektor varchar", "nama_sektor varchar", "kode_opd varchar", "is_sementara boolean", "urutan bigint"),
        [
            (kode, nama, profil.opd_sektor(kode)[0].kode, profil.opd_sektor(kode)[1], i)
            for i, (kode, nama) in enumerate(load_sektor().items(), start=1)
        ],
    )
    _create_opd(con, profil)
    _create_parameter(con, profil)
    _create_bulan(con)
    _create_jatuh_tempo(con, profil)


def _table(con: duckdb.DuckDBPyConnection, name: str, columns: tuple[str, ...], rows: list[tuple[Any, ...]]) -> None:
    con.execute(f"create table ref.{name} ({', '.join(columns)})")
    _fill(con, f"ref.{name}", rows)


def _create_opd(con: duckdb.DuckDBPyConnection, profil: Profil) -> None:
    """One row per office: the profile's list, then one per kecamatan of ``wilayah`` (LMJ III binds every head)."""
    rows = [(opd.kode, opd.nama, i) for i, opd in enumerate(profil.opd, start=1)]
    kecamatan = con.execute(
        "select kode_kecamatan, min(nama_kecamatan) from raw.wilayah group by all order by kode_kecamatan"
    ).fetchall()
    rows += [(f"KEC-{kode}", f"Kecamatan {nama}", len(rows) + i) for i, (kode, nama) in enumerate(kecamatan, start=1)]
    _table(con, "opd", ("kode_opd varchar", "nama_opd varchar", "urutan bigint"), rows)


def _create_parameter(con: duckdb.DuckDBPyConnection, profil: Profil) -> None:
    _table(
        con,
        "parameter",
        (
            "kode varchar",
            "ambang_desa double",
            "maks_bulan_tertunggak bigint",
            "is_peserta_lengkap_domisili boolean",
            "beda_rekap_persen double",
            "lonjakan_persen double",
            "geser_hari_libur boolean",
            "lapor_bulanan_tanggal bigint",
            "target_seri varchar",
        ),
        [
            (
                profil.kode,
                profil["desa.ambang_cakupan"],
                profil["aktif.maks_bulan_tertunggak"],
                profil["peserta.lengkap_domisili"],
                profil["rekap.beda_maks_persen"],
                profil["peringatan.lonjakan_persen"],
                profil["lapor.geser_hari_libur"],
                profil["lapor.bulanan_tanggal"],
                profil["target.seri"],
            )
        ],
    )


def _create_bulan(con: duckdb.DuckDBPyConnection) -> None:
    """Every month from the first to the newest month with data."""
    months = " union all ".join(
        f"select min({column}) as awal, max({column}) as akhir from raw.{sumber}" for sumber, column in _BULAN.items()
    )
    con.execute(
        f"create table ref.bulan as with batas as ({months}) "
        "select unnest(generate_series(min(awal), max(akhir), interval 1 month))::date as bulan from batas"
    )


def _create_jatuh_tempo(con: duckdb.DuckDBPyConnection, profil: Profil) -> None:
    """One row per month: the day on which its recap is due (BRU 22; sources.md 5, rule 22)."""
    kalender = Kalender.from_profil(profil)
    rows = []
    for (bulan,) in con.execute("select bulan from ref.bulan order by bulan").fetchall():
        akhir = akhir_bulan(geser_bulan(bulan, 1))
        tempo = akhir.replace(day=min(profil["lapor.bulanan_tanggal"], akhir.day))
        if profil["lapor.geser_hari_libur"]:
            tempo = geser_ke_hari_kerja(tempo, kalender)
        rows.append((bulan, tempo))
    _table(con, "jatuh_tempo", ("bulan date", "jatuh_tempo date"), rows)


def find_bulan_terakhir(con: duckdb.DuckDBPyConnection) -> Any:
    """Return the newest month with data: of the monthly sources, else of the rosters; None without any."""
    for group in (("peserta", "rekap_bpjs", "pemberi_kerja", "realisasi", "penerima_bantuan"), ("pekerja_binaan",)):
        newest = " union all ".join(f"select max({_BULAN[sumber]}) as bulan from raw.{sumber}" for sumber in group)
        row = con.execute(f"select max(bulan) from ({newest})").fetchone()
        if row is not None and row[0] is not None:
            return row[0]
    return None
