"""A working database of a few hand-made rows: raw tables by the contracts, reference tables, the SQL that reads them.

Kabupaten Contoh (99.01) has two kecamatan and three villages, one of them a kelurahan.
"""

from datetime import date
from typing import Any

import duckdb

from etl.kontrak import SUMBER
from ucj.sql import list_table, read_sql

KODE = "99.01"
DESA_1, DESA_2, KELURAHAN = "99.01.01.2001", "99.01.01.2002", "99.01.02.1001"
WILAYAH = [
    {"kode_desa": kode, "nama_desa": nama, "jenis": jenis, "kode_kecamatan": kode[:8], "nama_kecamatan": kecamatan}
    for kode, nama, jenis, kecamatan in (
        (DESA_1, "Satu", "DESA", "Barat"),
        (DESA_2, "Dua", "DESA", "Barat"),
        (KELURAHAN, "Tiga", "KELURAHAN", "Timur"),
    )
]

JKK, JKM = "5.1.02.02.02.0006", "5.1.02.02.02.0007"  # accounts of contributions
KESEHATAN = "5.1.02.02.02.0005"  # health: never counts
BANSOS = "5.1.06.01.01.0001"  # counts only by its purpose
GAJI = "5.1.01.01.01.0001"

_REF = {
    "parameter": (
        "kode varchar, ambang_desa double, maks_bulan_tertunggak bigint, is_peserta_lengkap_domisili boolean, "
        "beda_rekap_persen double, lonjakan_persen double, geser_hari_libur boolean, lapor_bulanan_tanggal bigint, "
        "target_seri varchar",
        [(KODE, 60, 2, False, 1, 20, False, 15, None)],
    ),
    "rekening": ("kode_rekening varchar", [(JKK,), (JKM,)]),
    "rekening_dikecualikan": ("kode_rekening varchar", [(KESEHATAN,)]),
    "lapor": (
        "kewajiban varchar, is_dihitung boolean, hari_tenggang bigint, jarak_bulan bigint",
        [("REKAP_BULANAN", True, 30, 1), ("PENGAWASAN_3BULAN", False, 30, 3), ("SEMESTER", True, 30, 6)],
    ),
    "penetapan_wajib": ("sumber_dana varchar", [("APBD",)]),
    "program": ("program varchar", [("JKK",), ("JKM",), ("JHT",), ("JP",), ("JKP",)]),
    "program_skala": (
        "skala varchar, program varchar",
        [("MIKRO", "JKK"), ("MIKRO", "JKM"), ("KECIL", "JKK"), ("KECIL", "JKM"), ("KECIL", "JHT")],
    ),
    "opd": ("kode_opd varchar, nama_opd varchar, urutan bigint", [("DINSOS", "Dinsos", 1), ("DISDIK", "Disdik", 2)]),
    "sektor": (
        "sektor varchar, nama_sektor varchar, kode_opd varchar, is_sementara boolean, urutan bigint",
        [("A1", "Tanaman", "DISTAN", False, 1), ("C", "Industri", "DISNAKER", True, 2)],
    ),
    "segmen": ("segmen varchar, urutan bigint", [("PU", 1), ("BPU", 2)]),
    "segmen_peta": ("segmen_asal varchar, segmen varchar", [("JAKON", "PU")]),
    "kelompok_usia": ("kelompok_usia varchar", [("15-24",), ("25-34",)]),
    "jatuh_tempo": ("bulan date, jatuh_tempo date", []),
}


class Gudang:
    """The database; rows are given as dicts, columns not named are null."""

    def __init__(self) -> None:
        self.con = duckdb.connect()
        for schema in ("raw", "ref", "staging", "marts"):
            self.con.execute(f"create schema {schema}")
        for sumber, kontrak in SUMBER.items():
            kolom = kontrak.skema() | {"id_pengiriman": "VARCHAR", "urutan_baris": "BIGINT"}
            self.con.execute(f"create table raw.{sumber} ({', '.join(f'{k} {v}' for k, v in kolom.items())})")
        self.con.execute(
            "create table raw.pengiriman (id_pengiriman varchar, sumber varchar, berkas varchar, pengirim varchar, "
            "diterima date, dimuat_pada timestamp, cakupan varchar, dibaca bigint, dimuat bigint, disisihkan bigint, "
            "is_digantikan boolean, is_simulasi boolean, catatan varchar)"
        )
        for name, (columns, rows) in _REF.items():
            self.con.execute(f"create table ref.{name} ({columns})")
            self._insert(f"ref.{name}", [tuple(row) for row in rows])
        self.con.execute("create table ref.bulan (bulan date)")
        self.add("wilayah", *WILAYAH)

    def _insert(self, table: str, rows: list[tuple[Any, ...]]) -> None:
        for row in rows:
            self.con.execute(f"insert into {table} values ({', '.join('?' * len(row))})", list(row))

    def add(self, sumber: str, *rows: dict[str, Any]) -> None:
        """Add delivered rows; ``bulan`` may be written ``2026-06``, an ``id_peserta`` as a small number."""
        for row in rows:
            nilai = dict(row)
            if isinstance(nilai.get("bulan"), str):
                nilai["bulan"] = bulan(nilai["bulan"])
            if isinstance(nilai.get("id_peserta"), int):
                nilai["id_peserta"] = f"00000000-0000-0000-0000-{nilai['id_peserta']:012d}"
            self.con.execute(
                f"insert into raw.{sumber} ({', '.join(nilai)}) values ({', '.join('?' * len(nilai))})",
                list(nilai.values()),
            )

    def set_bulan(self, *months: str) -> None:
        """Set ref.bulan: the months from the first to the last given."""
        self.con.execute("delete from ref.bulan")
        self.con.execute(
            "insert into ref.bulan select unnest(generate_series(?::date, ?::date, interval 1 month))::date",
            [bulan(months[0]), bulan(months[-1])],
        )

    def make(self, table: str) -> None:
        """Create a table of staging or marts with everything that it reads."""
        schema, name = table.split(".")
        sql = read_sql(schema, name)
        for needed in sorted(list_table(sql)):
            if needed.split(".")[0] in ("staging", "marts") and not self.has(needed):
                self.make(needed)
        self.con.execute(f"create table {table} as {sql}")

    def has(self, table: str) -> bool:
        schema, name = table.split(".")
        return bool(
            self.con.execute(
                "select 1 from information_schema.tables where table_schema = ? and table_name = ?", [schema, name]
            ).fetchall()
        )

    def rows(self, table: str, columns: str, where: str = "true", **params: Any) -> list[tuple[Any, ...]]:
        """Return the rows of a table, made when it does not exist yet, in the order of the columns."""
        if not self.has(table):
            self.make(table)
        return self.con.execute(f"select {columns} from {table} where {where} order by all", params).fetchall()

    def nilai(self, mart: str, kode: str, tingkat: str, bulan_: str, satuan: str | None = None) -> dict[str, tuple]:
        """Return kunci -> (pembilang, penyebut) of one indicator, level and month."""
        rows = self.rows(
            f"marts.{mart}",
            "kunci, pembilang, penyebut",
            "kode = $kode and tingkat = $tingkat and bulan = $bulan and coalesce(satuan = $satuan, true)",
            kode=kode, tingkat=tingkat, bulan=bulan(bulan_), satuan=satuan,
        )  # fmt: skip
        assert len({row[0] for row in rows}) == len(rows), rows
        return {kunci: (pembilang, penyebut) for kunci, pembilang, penyebut in rows}

    def run(self, layer: str, name: str) -> list[tuple[Any, ...]]:
        """Return the rows of a check or a warning."""
        sql = read_sql(layer, name)
        for needed in sorted(list_table(sql)):
            if needed.split(".")[0] in ("staging", "marts") and not self.has(needed):
                self.make(needed)
        return self.con.execute(sql).fetchall()


def bulan(teks: str) -> date:
    tahun, angka = teks.split("-")
    return date(int(tahun), int(angka), 1)
