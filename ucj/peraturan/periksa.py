"""Checks between the keys of a profile: what no single key can get wrong alone."""

from datetime import date
from typing import Any

from ucj.penolakan import Penolakan
from ucj.peraturan import ekspresi, kode
from ucj.peraturan.profil import Profil


def check_profil(profil: Profil, berkas: str) -> None:
    """Raise ``Penolakan`` for values that contradict each other, on every day on which a rule changes and today."""
    for hari in (*profil.tanggal_perubahan, date.today()):
        for periksa in (_check_usia, _check_segmen, _check_status, _check_opd, _check_ekspresi):
            periksa(profil, hari, berkas)


def _refuse(profil: Profil, hari: date, berkas: str, kunci: str, salah: str, boleh: str) -> None:
    aturan = profil.aturan(kunci, hari)
    asal = berkas if aturan is None or aturan.asal == "profil.toml" else f"{berkas} (nilai dari {aturan.asal}.toml)"
    raise Penolakan(f"{asal}, {kunci}: {salah}. Yang boleh: {boleh}.")


def _check_usia(profil: Profil, hari: date, berkas: str) -> None:
    rendah, atas = profil.nilai("rentan.usia_min", hari), profil.nilai("rentan.usia_maks", hari)
    if rendah >= atas:
        kunci = next(
            (k for k in ("rentan.usia_min", "rentan.usia_maks") if _is_sendiri(profil, k, hari)), "rentan.usia_min"
        )
        salah = f"usia_min {rendah} tidak di bawah usia_maks {atas}"
        _refuse(profil, hari, berkas, kunci, salah, "usia_min lebih kecil daripada usia_maks")


def _is_sendiri(profil: Profil, kunci: str, hari: date) -> bool:
    aturan = profil.aturan(kunci, hari)
    return aturan is not None and aturan.asal == "profil.toml"


def _check_segmen(profil: Profil, hari: date, berkas: str) -> None:
    urutan = profil.nilai("segmen.urutan", hari)
    for asal, tujuan in (profil.nilai("segmen.peta", hari) or {}).items():
        if tujuan not in urutan:
            salah = f"{asal} dipetakan ke {tujuan} yang tidak ada di segmen.urutan"
            _refuse(profil, hari, berkas, "segmen.peta", salah, ", ".join(urutan))
    magang = profil.nilai("magang.segmen", hari)
    if magang not in urutan:
        _refuse(profil, hari, berkas, "magang.segmen", f"{magang} tidak ada di segmen.urutan", ", ".join(urutan))


def _check_status(profil: Profil, hari: date, berkas: str) -> None:
    pemilik: dict[str, str] = {}
    for kunci in ("status.wajib", "status.menyediakan", "status.dapat", "status.tanpa"):
        for indikator in profil.nilai(kunci, hari):
            if indikator in pemilik:
                salah = f"{indikator} sudah ada di {pemilik[indikator]}"
                _refuse(profil, hari, berkas, kunci, salah, "tiap indikator paling banyak di satu daftar status")
            pemilik[indikator] = kunci


def _check_opd(profil: Profil, hari: date, berkas: str) -> None:
    kenal = [o.kode for o in profil.opd]
    daftar: dict[str, list[Any]] = {
        "izin.opd_pemeriksa": profil.nilai("izin.opd_pemeriksa", hari),
        "pengaduan.opd": [profil.nilai("pengaduan.opd", hari)],
    }
    for kunci, isi in daftar.items():
        if asing := [satu for satu in isi if satu not in kenal]:
            _refuse(profil, hari, berkas, kunci, f"perangkat daerah {', '.join(asing)} tidak ada", ", ".join(kenal))


def _check_ekspresi(profil: Profil, hari: date, berkas: str) -> None:
    arti = profil.nilai("rentan.syarat", hari) or {}
    for kunci, teks in (
        *(("rentan.syarat", arti[huruf]) for huruf in arti),
        *(("rentan.ekspresi_pilihan", t) for t in (profil.nilai("rentan.ekspresi_pilihan", hari) or {}).values()),
        ("rentan.ekspresi", profil.nilai("rentan.ekspresi", hari)),
    ):
        syarat = kode.SYARAT_RENTAN if kunci == "rentan.syarat" else (*kode.SYARAT_RENTAN, *arti)
        try:
            ekspresi.parse(teks, syarat)
        except ValueError as error:
            boleh = f"syarat {', '.join(syarat)} dirangkai AND, OR, NOT dan tanda kurung"
            _refuse(profil, hari, berkas, kunci, f"{teks!r}: {error}", boleh)
