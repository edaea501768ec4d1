"""Flow of people (sources.md 5, rule 23) through the whole build: by hand, a slow second way, late and replaced months.

What is kept of months is tested here as well: a build that counts only what changed must say what a fresh one says.
"""

import random
import shutil
from collections import Counter
from collections.abc import Callable
from datetime import date
from pathlib import Path

import duckdb
import pytest

from etl.build import build
from etl.muat import load
from ucj.kalender import geser_bulan
from ucj.penolakan import Penolakan
from ucj.penunjuk import path_terbitan
from ucj.peraturan import init

KODE = "99.02"
K1, K2 = "99.02.01", "99.02.02"
D1, D2, LUAR = "99.02.01.2001", "99.02.02.2001", "88.01.01.2001"
NIK = {huruf: f"99020101019{i:05d}"[:12] + f"{i:04d}" for i, huruf in enumerate("ABCDEF", start=1)}
KEPALA = "bulan,nik,segmen,program,aktif,kode_desa,sektor,bekerja_di_daerah\n"
URUTAN = ("PU", "JAKON", "PMI", "BPU")

# month, person, segment, active, village, sector, works here
JANUARI = [
    ("2026-01", "A", "PU", "Y", D1, "C", "Y"),
    ("2026-01", "B", "BPU", "Y", D1, "G", "Y"),
    ("2026-01", "C", "BPU", "T", D2, "A1", "Y"),  # on the list, not active: February is her first active month
]
FEBRUARI = [
    ("2026-02", "A", "PU", "Y", D1, "C", "Y"),
    ("2026-02", "C", "BPU", "Y", D2, "A1", "Y"),
    ("2026-02", "D", "BPU", "Y", D2, "G", "Y"),  # B lapses by not being there
]
MARET = [
    ("2026-03", "A", "PU", "Y", D2, "C", "Y"),
    ("2026-03", "B", "BPU", "Y", D1, "G", "Y"),  # returns
    ("2026-03", "C", "BPU", "T", D2, "A1", "Y"),  # lapses by not being active
    ("2026-03", "D", "PU", "Y", D2, "C", "Y"),  # from BPU to PU
    ("2026-03", "D", "BPU", "Y", D2, "G", "Y"),
]
MEI = [  # April has no list: no flow into May
    ("2026-05", "A", "PU", "Y", D2, "C", "Y"),
    ("2026-05", "E", "BPU", "Y", D1, "", "Y"),
]
JUNI = [
    ("2026-06", "A", "PU", "Y", D2, "C", "T"),  # works elsewhere from now on: leaves one basis, stays in the other
    ("2026-06", "C", "BPU", "Y", D2, "A1", "Y"),  # returns after three months
    ("2026-06", "E", "BPU", "Y", LUAR, "", "Y"),  # moves out of the regency: leaves the other basis
    ("2026-06", "F", "BPU", "Y", D1, "G", "Y"),
]


def tulis(path: Path, *daftar: list[tuple[str, ...]]) -> Path:
    baris = [
        f'{bulan},{NIK.get(orang, orang)},{segmen},"JKK,JKM",{aktif},{desa},{sektor},{kerja}\n'
        for rows in daftar
        for bulan, orang, segmen, aktif, desa, sektor, kerja in rows
    ]
    path.write_text(KEPALA + "".join(baris))
    return path


def siapkan(folder: Path) -> Path:
    data = folder / "data"
    init(data, "umum", KODE, "Kabupaten Arus")
    wilayah = folder / "wilayah.csv"
    wilayah.write_text(
        "kode_desa,nama_desa,jenis,kode_kecamatan,nama_kecamatan\n"
        f"{D1},Satu,DESA,{K1},Barat\n{D2},Dua,DESA,{K2},Timur\n"
    )
    load(data, "wilayah", [wilayah])
    return data


def arus(data: Path, lapor: Callable[[str], None] = lambda kalimat: None) -> dict[tuple[str, str, str, str], tuple]:
    """Build; return (month, basis, level, unit) -> new, returned, lapsed, moved in, moved out."""
    build_id = build(data, lapor)
    con = duckdb.connect()
    con.execute(f"attach '{path_terbitan(data, build_id)}' as ucj (read_only)")
    rows = con.execute(
        "select strftime(bulan, '%Y-%m'), basis, tingkat, kunci, jumlah_baru, jumlah_kembali, jumlah_lepas, "
        "jumlah_pindah_masuk, jumlah_pindah_keluar from ucj.marts.peserta_arus"
    ).fetchall()
    con.close()
    assert len({row[:4] for row in rows}) == len(rows)
    return {row[:4]: row[4:] for row in rows}


def lupakan(data: Path) -> None:
    for name in ("bulanan", "arus"):
        shutil.rmtree(data / "cache" / name)


@pytest.fixture
def data(tmp_path: Path) -> Path:
    data = siapkan(tmp_path)
    load(data, "peserta", [tulis(tmp_path / "peserta.csv", JANUARI, FEBRUARI, MARET, MEI, JUNI)])
    return data


def test_by_hand(data: Path) -> None:
    hasil = arus(data)
    dom = {k[0] + " " + k[2] + " " + k[3]: v for k, v in hasil.items() if k[1] == "DOMISILI"}
    assert dom == {
        # February: C and D come, B goes; nothing can be said of January, the first list
        "2026-02 KABUPATEN 99.02": (2, 0, 1, 0, 0),
        "2026-02 SEGMEN BPU": (2, 0, 1, 0, 0),
        # March: B returns, C goes; D moves between segments
        "2026-03 KABUPATEN 99.02": (0, 1, 1, 0, 0),
        "2026-03 SEGMEN BPU": (0, 1, 1, 0, 1),
        "2026-03 SEGMEN PU": (0, 0, 0, 1, 0),
        # June: C returns, F comes, E leaves the regency; none for May, whose month before has no list
        "2026-06 KABUPATEN 99.02": (1, 1, 1, 0, 0),
        "2026-06 SEGMEN BPU": (1, 1, 1, 0, 0),
    }
    kerja = {k[0]: v for k, v in hasil.items() if k[1] == "TEMPAT_KERJA" and k[2] == "KABUPATEN"}
    # by workplace A leaves in June and E stays
    assert kerja == {"2026-02": (2, 0, 1, 0, 0), "2026-03": (0, 1, 1, 0, 0), "2026-06": (1, 1, 1, 0, 0)}


def test_nothing_changed_is_counted_again(data: Path) -> None:
    pertama = arus(data)
    langkah: list[str] = []
    assert arus(data, langkah.append) == pertama
    assert not [x for x in langkah if "peserta 20" in x]


def test_a_new_month_counts_only_itself(tmp_path: Path) -> None:
    data = siapkan(tmp_path)
    for nama, bulan in (("1", JANUARI), ("2", FEBRUARI), ("3", MARET), ("5", MEI)):
        load(data, "peserta", [tulis(tmp_path / f"{nama}.csv", bulan)])
    arus(data)
    load(data, "peserta", [tulis(tmp_path / "6.csv", JUNI)])
    langkah: list[str] = []
    sedikit = arus(data, langkah.append)
    assert [x for x in langkah if "peserta 20" in x] == ["menghitung peserta 2026-06"]
    lupakan(data)
    assert arus(data) == sedikit


def test_a_late_month_joins_what_it_parted(data: Path, tmp_path: Path) -> None:
    arus(data)
    april = [("2026-04", *baris[1:]) for baris in MARET if baris[1] != "B"]  # B lapses in April, D stays
    load(data, "peserta", [tulis(tmp_path / "april.csv", april)])
    langkah: list[str] = []
    hasil = arus(data, langkah.append)
    assert hasil["2026-04", "DOMISILI", "KABUPATEN", KODE] == (0, 0, 1, 0, 0)
    assert hasil["2026-05", "DOMISILI", "KABUPATEN", KODE] == (1, 0, 1, 0, 0)  # E comes, D goes
    # May and June are counted again for their flow only; the months before April not at all
    assert [x for x in langkah if "peserta 20" in x][-2:] == [
        "menghitung arus peserta 2026-05",
        "menghitung arus peserta 2026-06",
    ]
    lupakan(data)
    assert arus(data) == hasil


def test_a_replaced_month_changes_who_is_new_later(data: Path, tmp_path: Path) -> None:
    assert arus(data)["2026-06", "DOMISILI", "KABUPATEN", KODE] == (1, 1, 1, 0, 0)
    load(data, "peserta", [tulis(tmp_path / "lagi.csv", [*JANUARI, ("2026-01", "F", "BPU", "Y", D1, "G", "Y")])])
    hasil = arus(data)
    assert hasil["2026-06", "DOMISILI", "KABUPATEN", KODE] == (0, 2, 1, 0, 0)  # F was active in January
    assert hasil["2026-02", "DOMISILI", "KABUPATEN", KODE] == (2, 0, 2, 0, 0)
    lupakan(data)
    assert arus(data) == hasil


def test_a_damaged_month_is_counted_again(data: Path) -> None:
    pertama = arus(data)
    for path in (data / "cache" / "arus").glob("*/baru.parquet"):
        path.write_bytes(b"PAR1")
    assert arus(data) == pertama
    for path in (data / "cache" / "bulanan").glob("*/peringatan.json"):
        path.unlink()
    assert arus(data) == pertama


def test_people_who_appear_from_nowhere_stop_the_build(data: Path) -> None:
    arus(data)
    con = duckdb.connect()
    for path in (data / "cache" / "arus").glob("*/peserta_arus.parquet"):
        baru = path.with_name("lain.parquet")
        con.execute(
            f"copy (select * replace (jumlah_baru + 1 as jumlah_baru) from read_parquet('{path}') "
            f"where tingkat = 'KABUPATEN') to '{baru}' (format parquet)"
        )
        baru.replace(path)
    con.close()
    with pytest.raises(Penolakan, match="tidak menjelaskan perubahan jumlah peserta aktif"):
        build(data)


def test_without_any_list_there_is_no_flow(tmp_path: Path) -> None:
    data = siapkan(tmp_path)
    rekap = tmp_path / "rekap.csv"
    rekap.write_text("bulan,basis,segmen,jumlah_aktif\n2026-05,DOMISILI,SEMUA,10\n2026-06,DOMISILI,SEMUA,12\n")
    load(data, "rekap_bpjs", [rekap])
    assert arus(data) == {}


def make_acak(benih: int, bulan: list[str]) -> dict[str, list[tuple[str, ...]]]:
    """Return lists of thirty people who come, go, move and stand in two rows at will."""
    acak = random.Random(benih)
    daftar: dict[str, list[tuple[str, ...]]] = {}
    for b in bulan:
        rows = []
        for i in range(1, 31):
            for segmen in acak.sample(URUTAN, acak.choice((0, 1, 1, 1, 2))):
                rows.append((
                    b, f"990201010190{i:04d}", segmen, acak.choice("YYYT"),
                    acak.choice((D1, D1, D2, LUAR, "99.02.09.2001")),
                    acak.choice(("A1", "C", "G", "")), acak.choice(("Y", "Y", "T", "")),
                ))  # fmt: skip
        daftar[b] = rows
    return daftar


def slow_way(daftar: dict[str, list[tuple[str, ...]]]) -> Counter[tuple[str, str, str, str, str]]:
    """Return what rule 23 says, person by person, with sets and loops: (month, basis, level, unit, movement)."""
    hasil: Counter[tuple[str, str, str, str, str]] = Counter()
    for basis in ("DOMISILI", "TEMPAT_KERJA"):
        tempat: dict[str, dict[str, dict[str, str]]] = {}
        for bulan, rows in daftar.items():
            tempat[bulan] = {}
            for row in sorted(rows, key=lambda r: URUTAN.index(r[2])):
                _, orang, segmen, aktif, desa, _, kerja = row
                di_dalam = desa.startswith(KODE) if basis == "DOMISILI" else kerja in ("Y", "")
                if aktif == "Y" and di_dalam and orang not in tempat[bulan]:
                    tempat[bulan][orang] = {"KABUPATEN": KODE, "SEGMEN": segmen}
        for bulan in daftar:
            lalu = f"{geser_bulan(date(int(bulan[:4]), int(bulan[5:]), 1), -1):%Y-%m}"
            if lalu not in daftar:
                continue
            sebelum = {orang for b in daftar if b < bulan for orang in tempat[b]}
            for orang in tempat[bulan].keys() | tempat[lalu].keys():
                ini, dulu = tempat[bulan].get(orang), tempat[lalu].get(orang)
                if ini and not dulu:
                    for t, k in ini.items():
                        hasil[bulan, basis, t, k, "kembali" if orang in sebelum else "baru"] += 1
                elif dulu and not ini:
                    for t, k in dulu.items():
                        hasil[bulan, basis, t, k, "lepas"] += 1
                elif ini and dulu:
                    for t in ini:
                        if ini[t] != dulu[t]:
                            hasil[bulan, basis, t, ini[t], "masuk"] += 1
                            hasil[bulan, basis, t, dulu[t], "keluar"] += 1
    return hasil


def test_a_second_way_finds_the_same(tmp_path: Path) -> None:
    data = siapkan(tmp_path)
    daftar = make_acak(7, ["2025-11", "2025-12", "2026-01", "2026-03", "2026-04"])
    for bulan in ("2025-11", "2026-01", "2026-03"):
        load(data, "peserta", [tulis(tmp_path / f"{bulan}.csv", daftar[bulan])])
    arus(data)
    for bulan in ("2025-12", "2026-04"):  # one late, one new
        load(data, "peserta", [tulis(tmp_path / f"{bulan}.csv", daftar[bulan])])
    hasil = arus(data)
    langkah = ("baru", "kembali", "lepas", "masuk", "keluar")
    dari_mart = Counter(
        {(*kunci, nama): n for kunci, v in hasil.items() for nama, n in zip(langkah, v, strict=True) if n}
    )
    assert dari_mart == slow_way(daftar)
    assert {k[4] for k in dari_mart} == set(langkah)  # the lists hold every kind of movement
