"""The dry run of a load (``etl load … --periksa``): reads and checks as a load does, records nothing, leaves nothing.

What comes back is plain data for a person to look at before publishing: NIK masked, only the first rows.
"""

import json
import re
import secrets
import tempfile
from collections.abc import Callable, Mapping, Sequence
from datetime import UTC, date, datetime
from pathlib import Path
from typing import Any

import polars as pl

from etl import baca, kiriman, muat, perbaikan, peta_kiriman
from etl.baca.ingatan import check_kolom
from etl.baca.isian import check_isi
from etl.cetak import shorten
from etl.kiriman import Kiriman
from etl.kode import PROGRAM
from etl.kolom import Kontrak
from etl.kontrak import SUMBER
from etl.muatan import Lapor, Muatan, tell_batas
from etl.perbaikan.baris import count_alasan, count_cakupan
from etl.perbaikan.kepala import find_judul
from etl.perbaikan.saran import advise, name_alasan
from etl.rahasia import load_kunci, path_kunci
from etl.salin import Salinan, check_files, hash_file
from ucj.format import bilangan, desimal
from ucj.penolakan import Penolakan
from ucj.peraturan import Profil, load_profil

BARIS = 8  # first rows that are shown, of either kind
_HURUF = 60
_WAKTU = re.compile(r"\d{4}-\d{2}(-\d{2})?")
_ENAM_BELAS = re.compile(r"\d(?:[ .\-]?\d){15,}")  # a NIK or KK in a free text, also with blanks inside
_HITUNG = 3.0  # rows below which a change in percent says nothing


def check(
    data: Path,
    sumber: str,
    files: Sequence[Path],
    *,
    isi: Mapping[str, str] | None = None,
    kolom: Mapping[str, str] | None = None,
    diterima: date | None = None,
    pengirim: str | None = None,
    batas: Path | None = None,
    ganti: bool = False,
    lapor: Lapor = lambda kalimat: None,
) -> dict[str, Any]:
    """Return what a load with these options would do, as ``etl load --periksa --format json`` prints it.

    ``tolak`` holds the sentence with which the load would refuse rows that were read (too few of them, none right);
    else None. Raises ``Penolakan`` when the files cannot be read at all.
    """
    kontrak = SUMBER[sumber]
    check_files(files, batas)
    profil = load_profil(data)
    konteks = muat.make_konteks(data, profil, _peek_kunci(data))
    if any(perbaikan.is_perbaikan(path) for path in files):
        return _check_perbaikan(data, kontrak, files, konteks, lapor)
    tetap, judul = check_isi(kontrak, isi or {}), check_kolom(kontrak, kolom or {})
    peta = peta_kiriman.find(data, sumber, pengirim)
    muatan = Muatan(data, kontrak, tetap, judul, peta, diterima or date.today(), pengirim, batas, ganti)
    lapor("membaca dan memeriksa")
    hasil = baca.read(kontrak, files, tetap, konteks, kolom=judul, ingatan=peta.ingatan)
    jumlah = count_cakupan(hasil.cakupan, hasil.dimuat)
    semua = kiriman.daftar(data, sumber)
    sejak = muatan.begin(datetime.now(UTC))
    catatan = [*peta_kiriman.note(peta, hasil.ingatan), *hasil.catatan]
    tolak = _first_refusal(lambda: muatan.refuse_empty(hasil), lambda: muatan.refuse_shrunk(jumlah, sejak))
    if batas is not None and hasil.dimuat.height:
        lapor("membaca batas desa")
        catatan += _check_batas(batas, hasil.dimuat)
    return {
        "sumber": sumber,
        "judul": kontrak.judul,
        "kejadian": _name_kejadian(muatan, files, batas, hasil, semua),
        "berkas": [path.name for path in files],
        "dibaca": hasil.dibaca,
        "dimuat": hasil.dimuat.height,
        "disisihkan": hasil.sisih.height,
        "alasan": count_alasan(hasil.sisih),
        "cakupan": hasil.cakupan,
        "mengganti": _list_ganti(semua, jumlah, sumber, sejak),
        "perlu_ganti": tolak is not None and bool(hasil.dimuat.height),
        "peringatan": _warn(semua, jumlah, sumber, sejak, profil),
        "catatan": catatan,
        "simulasi": hasil.simulasi,
        "tolak": tolak,
        "pratinjau": _preview(kontrak, hasil.dimuat),
        "sisih": _list_sisih(kontrak, hasil.sisih, {**hasil.ingatan.kolom, **judul}),
    }


def _check_perbaikan(
    data: Path, kontrak: Kontrak, files: Sequence[Path], konteks: baca.Konteks, lapor: Lapor
) -> dict[str, Any]:
    """Return the same for a corrected workbook: what the deliveries would hold afterwards."""
    hasil = perbaikan.load(data, kontrak, files, konteks, lapor, simpan=False)
    alasan: dict[str, int] = {}
    for k in hasil.kiriman:
        for kode, jumlah in k.alasan.items():
            alasan[kode] = alasan.get(kode, 0) + jumlah
    kosong: dict[str, Any] = {"kolom": [], "baris": []}
    return {
        "sumber": kontrak.nama,
        "judul": kontrak.judul,
        "kejadian": "PERBAIKAN",
        "berkas": [path.name for path in files],
        "dibaca": sum(k.dibaca for k in hasil.kiriman),
        "dimuat": sum(k.dimuat for k in hasil.kiriman),
        "disisihkan": sum(k.disisihkan for k in hasil.kiriman),
        "alasan": alasan,
        "cakupan": sorted({c for k in hasil.kiriman for c in k.cakupan}),
        "mengganti": [],
        "perlu_ganti": False,
        "peringatan": [],
        "catatan": list(hasil.kalimat),
        "simulasi": any(k.simulasi for k in hasil.kiriman),
        "tolak": None,
        "pratinjau": kosong,
        "sisih": [],
    }


def describe(isi: Mapping[str, Any]) -> list[str]:
    """Return the outcome of a dry run in lines."""
    baris = [
        f"Hanya diperiksa, tidak ada yang disimpan. {isi['sumber']}: {bilangan(isi['dibaca'])} baris dibaca, "
        f"{bilangan(isi['dimuat'])} dapat dimuat, {bilangan(isi['disisihkan'])} perlu perbaikan.",
        f"Cakupan: {shorten(isi['cakupan'])}.",
    ]
    baris += [
        f"Mengganti {satu['cakupan']}: {bilangan(satu['baris_lama'])} baris menjadi {bilangan(satu['baris_baru'])}."
        for satu in isi["mengganti"]
        if satu["kiriman"] is not None and satu["dipakai"]
    ]
    baris += [f"Perhatian: {kalimat}" for kalimat in isi["peringatan"]]
    baris += [f"Catatan: {kalimat}" for kalimat in isi["catatan"]]
    baris += [f"{kode}: {bilangan(jumlah)} baris." for kode, jumlah in isi["alasan"].items()]
    baris += [f"Baris {s['baris']}: {s['alasan']}. {s['saran']}" for s in isi["sisih"]]
    return baris


def _peek_kunci(data: Path) -> bytes:
    """Return the key of the folder; before the first load makes it, one that is forgotten again."""
    if not path_kunci(data).exists() and not kiriman.daftar(data):
        return secrets.token_bytes(32)
    return load_kunci(data)


def _first_refusal(*langkah: Callable[[], None]) -> str | None:
    """Return the sentence of the first step that refuses."""
    for satu in langkah:
        try:
            satu()
        except Penolakan as tolak:
            return str(tolak)
    return None


def _check_batas(batas: Path, wilayah: pl.DataFrame) -> list[str]:
    """Return how boundaries and villages meet. Raises ``Penolakan`` when they do not."""
    from etl import batas as peta  # geometry libraries take a second to import, and few loads need them

    with tempfile.TemporaryDirectory(prefix="ucj-periksa-") as folder:
        ringkasan = peta.convert(batas, wilayah, Path(folder) / "batas.geojson")
    return tell_batas(ringkasan, wilayah)


def _name_kejadian(
    muatan: Muatan, files: Sequence[Path], batas: Path | None, hasil: baca.Hasil, semua: Sequence[Kiriman]
) -> str:
    """Return BARU, SAMA or BERLAKU_LAGI, as a load would find."""
    salinan = [Salinan(path.name, path, hash_file(path), path.stat().st_size) for path in files]
    lama = muatan.find_same(salinan, None if batas is None else hash_file(batas), hasil.ingatan)
    if lama is None:
        return "BARU"
    pemegang = kiriman.berlaku(semua)
    return "SAMA" if all(pemegang.get((lama.sumber, c)) == lama.id for c in lama.cakupan) else "BERLAKU_LAGI"


def _list_ganti(
    semua: Sequence[Kiriman], jumlah: Mapping[str, int], sumber: str, diterima: date
) -> list[dict[str, Any]]:
    """Return one entry per cakupan of the file: the delivery that holds it now, rows old and new, who would count."""
    pemegang, menurut_id = kiriman.berlaku(semua), {k.id: k for k in semua}
    hasil = []
    for cakupan, baru in jumlah.items():
        lama = menurut_id.get(pemegang.get((sumber, cakupan), ""))
        hasil.append(
            {
                "cakupan": cakupan,
                "kiriman": None if lama is None else lama.id,
                "berkas": None if lama is None else shorten(lama.berkas, 1),
                "pengirim": None if lama is None else lama.pengirim,
                "diterima": None if lama is None else lama.diterima.isoformat(),
                "baris_lama": 0 if lama is None else lama.jumlah_cakupan.get(cakupan, 0),
                "baris_baru": baru,
                "dipakai": lama is None or diterima >= lama.berlaku_sejak,
            }
        )
    return hasil


def _warn(
    semua: Sequence[Kiriman], jumlah: Mapping[str, int], sumber: str, diterima: date, profil: Profil
) -> list[str]:
    """Return what an operator should ask the sender: jumps against what is in force, and what would not be used."""
    pemegang, menurut_id = kiriman.berlaku(semua), {k.id: k for k in semua}
    batas = float(profil["peringatan.lonjakan_persen"])
    kalimat = []
    kalah = []
    for cakupan, baru in jumlah.items():
        acuan = [cakupan] if (sumber, cakupan) in pemegang else []
        if sebelum := _find_sebelum(cakupan, [c for s, c in pemegang if s == sumber]):
            acuan.append(sebelum)
        for lama in acuan:
            k = menurut_id[pemegang[sumber, lama]]
            if lama == cakupan and diterima < k.berlaku_sejak:
                kalah.append(cakupan)
                continue
            dulu = k.jumlah_cakupan.get(lama, 0)
            beda = abs(baru - dulu)
            if dulu and beda >= _HITUNG and 100.0 * beda > batas * dulu:
                arah = "naik" if baru > dulu else "turun"
                dengan = "kiriman yang berlaku" if lama == cakupan else f"cakupan sebelumnya ({lama})"
                kalimat.append(
                    f"{cakupan}: {bilangan(baru)} baris, {arah} {desimal(100.0 * beda / dulu)}% dibanding {dengan}, "
                    f"{bilangan(dulu)} baris. Pastikan kepada pengirim bahwa berkasnya lengkap."
                )
    if kalah:
        kalimat.append(
            f"Cakupan {shorten(kalah)} tidak akan dipakai dari berkas ini, karena ada kiriman yang diterima lebih "
            "akhir. Periksa tanggal diterimanya."
        )
    return kalimat


def _find_sebelum(cakupan: str, ada: Sequence[str]) -> str | None:
    """Return the cakupan in force that differs from this one only in an earlier month or date, the latest of them."""
    bagian = cakupan.split("|")
    letak = next((n for n, satu in enumerate(bagian) if _WAKTU.fullmatch(satu)), None)
    if letak is None:
        return None
    calon = []
    for lain in ada:
        potong = lain.split("|")
        if (
            len(potong) == len(bagian)
            and all(a == b for n, (a, b) in enumerate(zip(potong, bagian, strict=True)) if n != letak)
            and potong[letak] < bagian[letak]
        ):
            calon.append((potong[letak], lain))
    return max(calon)[1] if calon else None


def _preview(kontrak: Kontrak, dimuat: pl.DataFrame) -> dict[str, Any]:
    """Return the first rows as understood, only the columns that hold anything."""
    atas = dimuat.head(BARIS)
    kolom: list[tuple[str, list[Any], bool]] = [("baris", atas["nomor_baris"].to_list() if atas.height else [], True)]
    for k in kontrak.kolom:
        if k.jenis == "nik":
            isi: list[Any] = atas["nik_samar"].to_list()
        elif k.jenis == "program" and not k.tunggal:
            isi = [
                ", ".join(kode for kode in PROGRAM if satu.get(f"is_{kode.lower()}")) or None
                for satu in atas.iter_rows(named=True)
            ]
        else:
            isi = [_show(nilai, k.jenis) for nilai in atas[k.simpan].to_list()] if k.simpan in atas.columns else []
        if any(satu is not None for satu in isi):
            kolom.append((k.nama, isi, k.jenis in ("jumlah", "rupiah", "persen", "nilai")))
    return {
        "kolom": [{"nama": nama, "angka": angka} for nama, _, angka in kolom],
        "baris": [list(satu) for satu in zip(*(isi for _, isi, _ in kolom), strict=True)],
    }


def _show(nilai: Any, jenis: str) -> Any:
    """Return one cell for people: dates as text, no NIK in a free text, nothing longer than a line."""
    if isinstance(nilai, bool):
        return "ya" if nilai else "tidak"
    if isinstance(nilai, date):
        return f"{nilai:%Y-%m}" if jenis == "bulan" else nilai.isoformat()
    return _hide(nilai) if isinstance(nilai, str) else nilai


def _hide(teks: str) -> str:
    tertutup = _ENAM_BELAS.sub("****************", teks)
    return tertutup if len(tertutup) <= _HURUF else f"{tertutup[:_HURUF]}…"


def _list_sisih(kontrak: Kontrak, sisih: pl.DataFrame, sebutan: Mapping[str, str]) -> list[dict[str, Any]]:
    """Return the first rows set aside: where each stands, why, the wrong cells and nothing else, what to do."""
    hasil = []
    for satu in sisih.head(BARIS).iter_rows(named=True):
        rincian, asli = json.loads(satu["rincian"]), json.loads(satu["asli"])
        judul = [j for detail in rincian for j in find_judul(kontrak, detail["kolom"], asli, sebutan)]
        hasil.append(
            {
                "baris": satu["nomor_baris"],
                "lembar": satu["lembar"],
                "berkas": satu["berkas"],
                "alasan": name_alasan(satu["alasan"], rincian),
                "sel": [{"judul": j, "isi": _hide(asli[j])} for j in dict.fromkeys(judul)],
                "saran": advise(satu["alasan"], rincian),
            }
        )
    return hasil
