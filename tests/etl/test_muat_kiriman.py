"""Deliveries: what replaces what, what changes nothing, and that a refusal leaves nothing (sources.md 1)."""

import errno
import json
import resource
import signal
import subprocess
import sys
import time
from datetime import date
from pathlib import Path

import duckdb
import polars as pl
import pytest

from etl import cache, kiriman, muat
from etl.kontrak import SUMBER
from ucj import peraturan
from ucj.penolakan import Penolakan

ROOT = Path(__file__).resolve().parents[2]
KEPALA = "bulan,nik,nama,segmen,program,kode_desa"


def nik(nomor: int) -> str:
    """A valid NIK of nobody: province 99, born 1 July 1990."""
    return f"990101010790{nomor:04d}"


def orang(dari: int, sampai: int, bulan: str = "2026-06") -> list[str]:
    return [f"{bulan},{nik(n)},NAMA {n},PU,JKK,99.01.01.2001" for n in range(dari, sampai + 1)]


def write(path: Path, baris: list[str], kepala: str = KEPALA) -> Path:
    path.write_text("\n".join([kepala, *baris]) + "\n", encoding="utf-8")
    return path


@pytest.fixture
def data(tmp_path: Path) -> Path:
    folder = tmp_path / "data"
    peraturan.init(folder, "umum", "99.01", "Kabupaten Contoh")
    return folder


def tree(data: Path) -> set[str]:
    return {path.relative_to(data).as_posix() for path in data.rglob("*") if path.is_file()} - {".terkunci"}


def in_force(data: Path) -> dict[str, str]:
    """cakupan -> file name of the delivery in force."""
    semua = kiriman.daftar(data)
    nama = {k.id: k.berkas[0] for k in semua}
    return {cakupan: nama[id_] for (_, cakupan), id_ in kiriman.berlaku(semua).items()}


def describe(path: Path) -> dict[str, str]:
    con = duckdb.connect()
    rows = con.execute(f"describe select * from read_parquet('{path}')").fetchall()
    return {row[0]: row[1] for row in rows}


# --- what a load leaves -------------------------------------------------------------------------------------


def test_a_delivery_is_kept_as_sent_and_recorded(data: Path, tmp_path: Path) -> None:
    path = write(tmp_path / "Daftar Juni.csv", [*orang(1, 4), "2026-06,123,NAMA 5,PU,JKK,99.01.01.2001"])

    k = muat.load(data, "peserta", [path], diterima=date(2026, 7, 11), pengirim="Cabang Contoh")

    assert k is not None
    folder = kiriman.path_raw(data, k)
    assert (folder / "Daftar Juni.csv").read_bytes() == path.read_bytes()
    assert (k.berkas, k.cakupan, k.diterima, k.pengirim) == (
        ("Daftar Juni.csv",),
        ("2026-06",),
        date(2026, 7, 11),
        "Cabang Contoh",
    )
    assert (k.dibaca, k.dimuat, k.disisihkan, k.alasan) == (5, 4, 1, {"NIK_TIDAK_SAH": 1})
    assert k.ukuran == (path.stat().st_size,)
    assert k.dimuat_oleh
    assert k.versi_kontrak == SUMBER["peserta"].versi
    assert kiriman.daftar(data) == [k], "the manifest gives back what was written"


def test_cache_has_the_types_of_the_contract_also_without_rows(data: Path, tmp_path: Path) -> None:
    k = muat.load(data, "peserta", [write(tmp_path / "a.csv", orang(1, 2))])

    assert k is not None
    assert describe(kiriman.path_dimuat(data, k)) == SUMBER["peserta"].skema()
    assert describe(kiriman.path_sisih(data, k)) == SUMBER["peserta"].skema_sisih()
    rows = cache.read(kiriman.path_dimuat(data, k))
    assert rows["nik_samar"].to_list() == ["990101********01", "990101********02"]
    assert rows["nomor_baris"].to_list() == [2, 3]
    assert pl.read_parquet(kiriman.path_dimuat(data, k), columns=["bulan"])["bulan"].to_list() == [date(2026, 6, 1)] * 2


def test_no_nik_stands_outside_the_delivered_files(data: Path, tmp_path: Path) -> None:
    muat.load(data, "peserta", [write(tmp_path / "a.csv", [*orang(1, 3), f"2026-06,{nik(4)}9,N,PU,JKK,99.01.01.2001"])])

    for path in data.rglob("*"):
        if path.is_file() and path.suffix != ".csv":
            assert nik(1).encode() not in path.read_bytes(), path.name
            assert f"{nik(4)}9".encode() not in path.read_bytes(), path.name


def test_received_today_unless_said(data: Path, tmp_path: Path) -> None:
    k = muat.load(data, "peserta", [write(tmp_path / "a.csv", orang(1, 2))])
    assert k is not None
    assert k.diterima == date.today()


def test_several_files_are_one_delivery(data: Path, tmp_path: Path) -> None:
    files = [write(tmp_path / "a.csv", orang(1, 2)), write(tmp_path / "b.csv", orang(3, 5, "2026-05"))]

    k = muat.load(data, "peserta", files)

    assert k is not None
    assert (k.berkas, k.dimuat, set(k.cakupan)) == (("a.csv", "b.csv"), 5, {"2026-05", "2026-06"})
    satu = kiriman.status(data)["pengiriman"]
    assert len(satu) == 1
    assert satu[0]["berkas"] == ["a.csv", "b.csv"]
    assert len(satu[0]["sha256"]) == 2


def test_files_of_the_same_name_do_not_overwrite_each_other(data: Path, tmp_path: Path) -> None:
    (tmp_path / "lain").mkdir()
    files = [write(tmp_path / "a.csv", orang(1, 2)), write(tmp_path / "lain" / "a.csv", orang(3, 5))]

    k = muat.load(data, "peserta", files)

    assert k is not None
    assert k.dimuat == 5
    assert k.berkas == ("a.csv", "a.csv")
    assert len(set(k.tersimpan)) == 2


@pytest.mark.parametrize("nama", ["pengiriman.json", "..csv", "-rf.csv", "a;b&c|d.csv", "batas", "n" * 180 + ".csv"])
def test_a_file_name_is_never_a_path(data: Path, tmp_path: Path, nama: str) -> None:
    path = write(tmp_path / nama, orang(1, 2))

    k = muat.load(data, "peserta", [path])

    assert k is not None
    assert k.berkas == (nama,)
    assert {p.name for p in kiriman.path_raw(data, k).iterdir()} == {kiriman.MANIFES, *k.tersimpan}
    assert (kiriman.path_raw(data, k) / k.tersimpan[0]).read_bytes() == path.read_bytes()


# --- replacement --------------------------------------------------------------------------------------------


def test_a_later_delivery_replaces_the_cakupan_it_contains_and_no_other(data: Path, tmp_path: Path) -> None:
    muat.load(
        data,
        "peserta",
        [write(tmp_path / "mei-juni.csv", orang(1, 4, "2026-05") + orang(1, 4))],
        diterima=date(2026, 7, 1),
    )
    muat.load(data, "peserta", [write(tmp_path / "juni.csv", orang(1, 5))], diterima=date(2026, 7, 2))

    assert in_force(data) == {"2026-05": "mei-juni.csv", "2026-06": "juni.csv"}
    assert [k["digantikan"] for k in kiriman.status(data)["pengiriman"]] == [False, False], "May is still in force"


def test_two_senders_do_not_replace_each_other(data: Path, tmp_path: Path) -> None:
    """Disnaker sends employers without NPP, BPJS TK those with one: two cakupan of one month."""
    kepala = "bulan,npp,nama,skala"
    muat.load(data, "pemberi_kerja", [write(tmp_path / "bpjs.csv", ["2026-06,JJ1,CV SATU,KECIL"], kepala)])
    muat.load(data, "pemberi_kerja", [write(tmp_path / "disnaker.csv", ["2026-06,,CV DUA,MIKRO"], kepala)])

    assert in_force(data) == {"2026-06|NPP": "bpjs.csv", "2026-06|TANPA_NPP": "disnaker.csv"}


def test_latest_received_is_in_force_not_latest_loaded(data: Path, tmp_path: Path) -> None:
    muat.load(data, "peserta", [write(tmp_path / "baru.csv", orang(1, 5))], diterima=date(2026, 7, 11))
    hasil = muat.receive(data, "peserta", [write(tmp_path / "lama.csv", orang(1, 4))], diterima=date(2026, 7, 1))

    assert in_force(data) == {"2026-06": "baru.csv"}
    assert [k["digantikan"] for k in kiriman.status(data)["pengiriman"]] == [False, True]
    assert "--diterima" in " ".join(hasil.kalimat), "the user is told"


def test_of_two_received_on_one_day_the_last_loaded_is_in_force(data: Path, tmp_path: Path) -> None:
    muat.load(data, "peserta", [write(tmp_path / "satu.csv", orang(1, 5))], diterima=date(2026, 7, 11))
    muat.load(data, "peserta", [write(tmp_path / "dua.csv", orang(1, 4))], diterima=date(2026, 7, 11))

    assert in_force(data) == {"2026-06": "dua.csv"}


def test_fewer_than_half_of_the_rows_need_ganti(data: Path, tmp_path: Path) -> None:
    muat.load(data, "peserta", [write(tmp_path / "penuh.csv", orang(1, 10))], diterima=date(2026, 7, 1))
    before = tree(data)
    four = write(tmp_path / "empat.csv", orang(1, 4))

    with pytest.raises(Penolakan, match="--ganti"):
        muat.load(data, "peserta", [four], diterima=date(2026, 7, 2))
    assert tree(data) == before

    assert (
        muat.load(data, "peserta", [write(tmp_path / "lima.csv", orang(1, 5))], diterima=date(2026, 7, 2)) is not None
    )
    assert muat.load(data, "peserta", [four], diterima=date(2026, 7, 3)) is not None, "four of five are enough"
    assert muat.load(
        data, "peserta", [write(tmp_path / "satu.csv", orang(1, 1))], diterima=date(2026, 7, 4), ganti=True
    )
    assert in_force(data) == {"2026-06": "satu.csv"}


def test_a_delivery_that_is_not_in_force_may_be_small(data: Path, tmp_path: Path) -> None:
    muat.load(data, "peserta", [write(tmp_path / "baru.csv", orang(1, 10))], diterima=date(2026, 7, 11))
    assert (
        muat.load(data, "peserta", [write(tmp_path / "lama.csv", orang(1, 1))], diterima=date(2026, 7, 1)) is not None
    )


def test_the_same_file_again_changes_nothing(data: Path, tmp_path: Path) -> None:
    path = write(tmp_path / "a.csv", orang(1, 4))
    muat.load(data, "peserta", [path], diterima=date(2026, 7, 1))
    before = tree(data)
    status = kiriman.status(data)
    path.rename(tmp_path / "nama lain.csv")  # the content counts, not the name

    assert muat.load(data, "peserta", [tmp_path / "nama lain.csv"], diterima=date(2026, 7, 9)) is None
    assert tree(data) == before
    assert kiriman.status(data) == status


def test_the_same_file_with_other_isi_is_another_delivery(data: Path, tmp_path: Path) -> None:
    path = write(tmp_path / "a.csv", [baris.split(",", 1)[1] for baris in orang(1, 4)], KEPALA.split(",", 1)[1])

    assert muat.load(data, "peserta", [path], isi={"bulan": "2026-05"}) is not None
    assert muat.load(data, "peserta", [path], isi={"bulan": "2026-06"}) is not None
    assert muat.load(data, "peserta", [path], isi={"bulan": "2026-05"}) is None
    assert in_force(data) == {"2026-05": "a.csv", "2026-06": "a.csv"}


@pytest.mark.parametrize("diterima", [date(2026, 7, 1), date(2026, 7, 20), None])
def test_a_replaced_file_loaded_again_is_in_force_again(data: Path, tmp_path: Path, diterima: date | None) -> None:
    lama = write(tmp_path / "lama.csv", orang(1, 4))
    muat.load(data, "peserta", [lama], diterima=date(2026, 7, 1))
    muat.load(data, "peserta", [write(tmp_path / "baru.csv", orang(1, 5))], diterima=date(2026, 7, 11))

    hasil = muat.receive(data, "peserta", [lama], diterima=diterima)

    assert hasil.kejadian == "BERLAKU_LAGI"
    assert in_force(data) == {"2026-06": "lama.csv"}
    satu, dua = kiriman.status(data)["pengiriman"]
    assert (satu["digantikan"], dua["digantikan"]) == (False, True)
    assert satu["diterima"] == "2026-07-01", "when it came does not change"
    assert muat.load(data, "peserta", [lama], diterima=diterima) is None


def test_another_order_of_loading_gives_the_same_in_force(tmp_path: Path) -> None:
    a, b = write(tmp_path / "a.csv", orang(1, 4)), write(tmp_path / "b.csv", orang(1, 5))
    found = []
    for nomor, order in enumerate(([(a, 1), (b, 2)], [(b, 2), (a, 1)])):
        folder = tmp_path / f"data{nomor}"
        peraturan.init(folder, "umum", "99.01", "Kabupaten Contoh")
        for path, hari in order:
            muat.load(folder, "peserta", [path], diterima=date(2026, 7, hari))
        found.append(in_force(folder))
    assert found == [{"2026-06": "b.csv"}] * 2


# --- refusals leave nothing ---------------------------------------------------------------------------------


def test_what_is_refused_leaves_nothing(data: Path, tmp_path: Path) -> None:
    muat.load(data, "peserta", [write(tmp_path / "baik.csv", orang(1, 3))])
    before = tree(data)
    tanpa_nik = write(tmp_path / "tanpa.csv", ["2026-06,A,PU,JKK"], "bulan,nama,segmen,program")
    kosong = write(tmp_path / "kosong.csv", [])
    salah_semua = write(tmp_path / "salah.csv", ["2026-06,123,A,PU,JKK,99.01.01.2001"])

    for files in ([tanpa_nik], [kosong], [salah_semua], [tmp_path / "tidak-ada.csv"], [tmp_path], []):
        with pytest.raises(Penolakan):
            muat.load(data, "peserta", files)
        assert tree(data) == before
        assert {p.name for p in (data / "raw" / "peserta").iterdir()} == {kiriman.daftar(data)[0].id}


def test_if_one_file_is_refused_all_are(data: Path, tmp_path: Path) -> None:
    good = write(tmp_path / "baik.csv", orang(1, 3))
    bad = write(tmp_path / "buruk.csv", ["2026-06,A"], "bulan,nama")

    with pytest.raises(Penolakan, match=r"buruk\.csv"):
        muat.load(data, "peserta", [good, bad])
    assert kiriman.daftar(data) == []


def test_isi_of_a_column_that_the_file_has_is_refused_unless_equal(data: Path, tmp_path: Path) -> None:
    path = write(tmp_path / "a.csv", orang(1, 3))

    with pytest.raises(Penolakan, match="bulan"):
        muat.load(data, "peserta", [path], isi={"bulan": "2026-05"})
    assert muat.load(data, "peserta", [path], isi={"bulan": "2026-06"}) is not None


@pytest.mark.parametrize(("sumber", "pesan"), [("pesrta", "peserta"), ("../peserta", "tidak dikenal")])
def test_an_unknown_source_is_refused(data: Path, tmp_path: Path, sumber: str, pesan: str) -> None:
    with pytest.raises(Penolakan, match=pesan):
        muat.load(data, sumber, [write(tmp_path / "a.csv", orang(1, 3))])


def test_a_folder_that_was_not_set_up_is_refused_and_stays_empty(tmp_path: Path) -> None:
    with pytest.raises(Penolakan, match="init"):
        muat.load(tmp_path / "data", "peserta", [write(tmp_path / "a.csv", orang(1, 3))])
    assert not (tmp_path / "data").exists()


def test_a_changed_key_refuses_the_next_load(data: Path, tmp_path: Path) -> None:
    muat.load(data, "peserta", [write(tmp_path / "a.csv", orang(1, 3))])
    (data / "rahasia" / "kunci").write_text("k" * 64)

    with pytest.raises(Penolakan, match="cadangan"):
        muat.load(data, "peserta", [write(tmp_path / "b.csv", orang(1, 3, "2026-05"))])
    assert len(kiriman.daftar(data)) == 1


# --- killed, full, at once ----------------------------------------------------------------------------------


def test_what_a_killed_load_left_is_not_read_and_is_removed_by_the_next(data: Path, tmp_path: Path) -> None:
    k = muat.load(data, "peserta", [write(tmp_path / "a.csv", orang(1, 3))])
    assert k is not None
    before = tree(data)
    left = data / "raw" / "peserta" / "20260711T101500123456-ab12cd34"
    left.mkdir()
    left.with_name(f"{left.name}.sedang").touch()
    (left / "b.csv").write_text("setengah")
    (data / "cache" / "peserta" / f"{left.name}.parquet").write_bytes(b"PAR1")
    notes = data / "raw" / "peserta" / "catatan operator"  # nobody's leftover: a person put it there
    notes.mkdir()

    assert kiriman.daftar(data) == [k]
    assert len(kiriman.status(data)["pengiriman"]) == 1
    assert muat.load(data, "peserta", [tmp_path / "a.csv"]) is None
    assert tree(data) == before
    assert notes.is_dir()


def test_files_without_a_manifest_that_no_load_left_are_kept_and_named(data: Path, tmp_path: Path) -> None:
    """Half a restore from a backup: the files are there, their manifest is not yet."""
    k = muat.load(data, "peserta", [write(tmp_path / "a.csv", orang(1, 3))])
    assert k is not None
    folder = kiriman.path_raw(data, k)
    (folder / kiriman.MANIFES).rename(tmp_path / "catatan")

    penerimaan = muat.receive(data, "peserta", [write(tmp_path / "b.csv", orang(4, 9))])

    assert (folder / "a.csv").read_bytes() == (tmp_path / "a.csv").read_bytes()
    assert any(folder.name in kalimat and "cadangan" in kalimat for kalimat in penerimaan.kalimat)
    (tmp_path / "catatan").rename(folder / kiriman.MANIFES)
    assert {satu.berkas for satu in kiriman.daftar(data)} == {("a.csv",), ("b.csv",)}


def test_a_load_that_is_killed_leaves_no_delivery(data: Path, tmp_path: Path) -> None:
    path = write(tmp_path / "a.csv", orang(1, 9999))
    command = [sys.executable, "-m", "etl", "--data", str(data), "load", "peserta", str(path)]
    process = subprocess.Popen(command, cwd=ROOT, stdout=subprocess.DEVNULL, stderr=subprocess.PIPE, text=True)
    assert process.stderr is not None
    assert "menyalin" in process.stderr.readline()
    process.send_signal(signal.SIGKILL)
    process.wait()
    process.stderr.close()

    assert kiriman.daftar(data) == []
    k = muat.load(data, "peserta", [path])
    assert k is not None
    assert {p.name for p in (data / "raw" / "peserta").iterdir()} == {k.id}
    assert all(p.name.startswith(k.id) for p in (data / "cache" / "peserta").iterdir())


def test_a_full_disk_is_refused_and_leaves_nothing(data: Path, tmp_path: Path) -> None:
    path = write(tmp_path / "a.csv", orang(1, 9999))
    assert path.stat().st_size > 100_000

    def limit() -> None:
        resource.setrlimit(resource.RLIMIT_FSIZE, (100_000, 100_000))

    command = [sys.executable, "-m", "etl", "--data", str(data), "load", "peserta", str(path)]
    done = subprocess.run(command, cwd=ROOT, capture_output=True, text=True, preexec_fn=limit, check=False)

    assert done.returncode == 1
    assert "Kosongkan disk" in done.stderr
    assert "Traceback" not in done.stderr
    assert kiriman.daftar(data) == []
    assert list((data / "raw" / "peserta").iterdir()) == []


def test_a_second_load_waits_for_the_first(data: Path, tmp_path: Path) -> None:
    path = write(tmp_path / "a.csv", orang(1, 3))
    command = [sys.executable, "-m", "etl", "--data", str(data), "load", "peserta", str(path)]
    with kiriman.lock(data):
        process = subprocess.Popen(command, cwd=ROOT, stdout=subprocess.DEVNULL, stderr=subprocess.PIPE, text=True)
        assert process.stderr is not None
        assert "Menunggu" in process.stderr.readline()
        assert kiriman.daftar(data) == []
    assert process.wait(60) == 0
    process.stderr.close()
    assert len(kiriman.daftar(data)) == 1


def test_waiting_ends_with_a_refusal(data: Path) -> None:
    hold = "import sys, time; from pathlib import Path; from etl import kiriman\n"
    hold += "with kiriman.lock(Path(sys.argv[1])): print('pegang', flush=True); time.sleep(60)"
    holder = subprocess.Popen([sys.executable, "-c", hold, str(data)], cwd=ROOT, stdout=subprocess.PIPE, text=True)
    try:
        assert holder.stdout is not None
        assert holder.stdout.readline()
        start = time.monotonic()
        with pytest.raises(Penolakan, match="sedang dipakai"), kiriman.lock(data, tunggu=0.3):
            pass
        assert time.monotonic() - start < 30
    finally:
        holder.kill()
        holder.wait()
        assert holder.stdout is not None
        holder.stdout.close()
    with kiriman.lock(data, tunggu=5), kiriman.lock(data, tunggu=0):
        pass  # a killed holder holds nothing; the same process may enter twice


def test_a_broken_manifest_is_named(data: Path, tmp_path: Path) -> None:
    k = muat.load(data, "peserta", [write(tmp_path / "a.csv", orang(1, 3))])
    assert k is not None
    manifes = kiriman.path_raw(data, k) / kiriman.MANIFES
    isi = json.loads(manifes.read_text())
    del isi["cakupan"]
    manifes.write_text(json.dumps(isi))

    with pytest.raises(Penolakan, match=r"pengiriman\.json"):
        kiriman.daftar(data)


def test_a_folder_that_may_not_be_written_is_refused(data: Path) -> None:
    with pytest.raises(Penolakan, match="tidak boleh ditulis"), cache.explain_disk(data):
        raise PermissionError(errno.EACCES, "Permission denied")


# --- wilayah and its boundaries -----------------------------------------------------------------------------

DESA = ["99.01.01.2001,SATU,DESA,99.01.01,KEC SATU", "99.01.01.1002,DUA,KELURAHAN,99.01.01,KEC SATU"]
KEPALA_WILAYAH = "kode_desa,nama_desa,jenis,kode_kecamatan,nama_kecamatan"


def boundaries(path: Path, kode: str = "99.01.01.2001") -> Path:
    ring = [[113.0, -8.0], [113.1, -8.0], [113.1, -8.1], [113.0, -8.1], [113.0, -8.0]]
    feature = {
        "type": "Feature",
        "properties": {"kode_desa": kode},
        "geometry": {"type": "Polygon", "coordinates": [ring]},
    }
    path.write_text(json.dumps({"type": "FeatureCollection", "features": [feature]}))
    return path


def test_boundaries_come_with_the_villages(data: Path, tmp_path: Path) -> None:
    desa = write(tmp_path / "desa.csv", DESA, KEPALA_WILAYAH)
    k = muat.load(data, "wilayah", [desa], batas=boundaries(tmp_path / "batas.geojson"))

    assert k is not None
    peta = json.loads(kiriman.path_batas(data, k).read_text())
    assert [fitur["properties"]["kode_desa"] for fitur in peta["features"]] == ["99.01.01.2001"]
    assert any("1 dari 2 desa" in catatan for catatan in k.catatan)
    assert any("99.01.01.1002" in catatan for catatan in k.catatan)
    assert (kiriman.path_raw(data, k) / "batas" / "batas.geojson").exists()


def test_boundaries_may_follow_later(data: Path, tmp_path: Path) -> None:
    desa = write(tmp_path / "desa.csv", DESA, KEPALA_WILAYAH)
    muat.load(data, "wilayah", [desa])
    k = muat.load(data, "wilayah", [desa], batas=boundaries(tmp_path / "batas.geojson"))

    assert k is not None
    assert kiriman.path_batas(data, k).exists()
    assert muat.load(data, "wilayah", [desa], batas=tmp_path / "batas.geojson") is None
    assert muat.load(data, "wilayah", [desa]) is None


def test_boundaries_of_another_regency_refuse_the_delivery(data: Path, tmp_path: Path) -> None:
    desa = write(tmp_path / "desa.csv", DESA, KEPALA_WILAYAH)
    with pytest.raises(Penolakan):
        muat.load(data, "wilayah", [desa], batas=boundaries(tmp_path / "batas.geojson", "98.01.01.2001"))
    assert kiriman.daftar(data) == []
    assert not list((data / "cache").glob("*/*"))


def test_boundaries_belong_to_wilayah_only(data: Path, tmp_path: Path) -> None:
    with pytest.raises(Penolakan, match="wilayah"):
        muat.load(data, "peserta", [write(tmp_path / "a.csv", orang(1, 3))], batas=boundaries(tmp_path / "b.geojson"))


def test_reading_knows_the_villages_and_offices(data: Path, tmp_path: Path) -> None:
    muat.load(data, "wilayah", [write(tmp_path / "desa.csv", DESA, KEPALA_WILAYAH)])

    konteks = muat.make_konteks(data, peraturan.load_profil(data))

    assert konteks.wilayah is not None
    assert konteks.wilayah["kode_desa"].to_list() == ["99.01.01.2001", "99.01.01.1002"]
    assert {"DISDIK", "KEC-99.01.01"} <= set(konteks.kode_opd)
