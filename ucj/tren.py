"""A figure over the months: its line with the target path, the semester before, and what breaks the line."""

from collections.abc import Sequence
from datetime import date
from itertools import pairwise

from ucj import format, judul, judul_laju, kalender, kesenjangan
from ucj.charts import Deret, Garis, Perkiraan, Sasaran
from ucj.hitung import Nilai
from ucj.istilah import PENGIRIM, sebut_penyebut
from ucj.laju import TERCAPAI, Arah, backtest, read_titik

PALING_DEPAN = 60  # months ahead that a chart shows: targets may be dated to 2045
JAUH_UJI = 6  # months ahead with which the range is tried on earlier months
PALING_DEKAT = 12  # months ahead of an estimate whose last target is near or past

PEKERJA = {
    "penyebut: pekerja yang memenuhi syarat": "pekerja yang memenuhi syarat",
    "penyebut: penduduk bekerja": "penduduk bekerja",
}


def bulan_dari(nilai: Sequence[Nilai]) -> tuple[date, ...]:
    """Return the month of each monthly value."""
    return tuple(date(int(n.periode[:4]), int(n.periode[5:7]), 1) for n in nilai)


def kata_penyebut(nilai: Nilai) -> str:
    """Return what the denominator counts: eligible workers where the source gives them, else employed residents."""
    return next((kata for tanda, kata in PEKERJA.items() if tanda in (nilai.catatan or "")), "pekerja")


def semester_lalu(nilai: Sequence[Nilai]) -> Nilai | None:
    """Return the value at the end of the semester before that of the last value, None when the data do not reach it."""
    if not nilai:
        return None
    (bulan,) = bulan_dari(nilai[-1:])
    akhir = kalender.geser_bulan(date(bulan.year, 1 if bulan.month <= 6 else 7, 1), -1)
    return next((n for n, b in zip(nilai, bulan_dari(nilai), strict=True) if b == akhir), None)


def is_sebanding(kini: Nilai, lalu: Nilai | None) -> bool:
    """Whether a direction may be stated: one definition, the same kind of source, neither end an estimate."""
    if lalu is None or kini.versi != lalu.versi:
        return False
    return kini.sumber == lalu.sumber and not (kini.estimasi or lalu.estimasi)


def jalur_target(nilai: Sequence[Nilai]) -> Sasaran | None:
    """Return the target path from the first month shown to December: straight between semesters, so those suffice."""
    pasangan = [(b, n) for b, n in zip(bulan_dari(nilai), nilai, strict=True) if n.target is not None]
    if not pasangan:
        return None
    titik = [
        (b, n.target) for i, (b, n) in enumerate(pasangan) if n.target is not None and (i == 0 or b.month in (6, 12))
    ]
    bulan, akhir = pasangan[-1]
    if bulan.month not in (6, 12) and akhir.target is not None and (bulan, akhir.target) not in titik:
        titik.append((bulan, akhir.target))
    desember = date(bulan.year, 12, 1)
    if bulan < desember and akhir.target_akhir is not None:
        titik.append((desember, akhir.target_akhir))
    return Sasaran(tuple(titik))


def jalur_arah(awal: date, arah: Arah) -> Sasaran:
    """Return the whole target path from the first month shown: each semester to the last dated target, at most five
    years ahead."""
    kini = arah.kini.bulan
    bertanggal = kalender.awal_bulan(arah.jalur.terakhir[0])
    akhir = max(bertanggal, date(kini.year, 12, 1))
    paling = kalender.geser_bulan(kini, PALING_DEPAN)
    if akhir > paling:
        akhir = date(paling.year if paling.month == 12 else paling.year - 1, 12, 1)
    antara = (kalender.geser_bulan(awal, i) for i in range(kalender.selisih_bulan(awal, akhir) + 1))
    bulan = sorted({awal, akhir, *(b for b in antara if b.month in (6, 12))})
    return Sasaran(tuple((b, float(arah.jalur.at(b))) for b in bulan))


def perkiraan(arah: Arah, sampai: date) -> Perkiraan | None:
    """Return the months ahead at the pace of now, with its range; None without a pace."""
    if arah.laju is None:
        return None
    panjang = max(kalender.selisih_bulan(arah.kini.bulan, sampai), PALING_DEKAT)
    bulan = tuple(kalender.geser_bulan(arah.kini.bulan, i) for i in range(1, panjang + 1))
    tengah, bawah, atas = (
        tuple(float(arah.project(laju, b)) for b in bulan)
        for laju in (arah.laju.nilai, arah.laju.bawah, arah.laju.atas)
    )
    return Perkiraan(bulan, tengah, bawah, atas)


def catatan_arah(arah: Arah, nilai: Sequence[Nilai] = ()) -> tuple[str, ...]:
    """Return the notes on people missing and pace needed, and on pace achieved with the month of reaching; with the
    series also how often such a range held what came."""
    if arah.laju is None or arah.keadaan == TERCAPAI:
        return judul_laju.kurang(arah), judul_laju.pencapaian(arah)
    luar = judul_laju.di_luar_rentang(arah.laju)
    uji = judul_laju.pengalaman(backtest(read_titik(nilai), JAUH_UJI))
    return judul_laju.kurang(arah), " ".join(filter(None, (judul_laju.pencapaian(arah), luar, uji)))


def catatan_ganti(nilai: Sequence[Nilai]) -> tuple[str, ...]:
    """Return the notes on months in which denominator or kind of source changed: there the line is broken."""
    ganti = []
    kalimat = []
    for lalu, kini, bulan in zip(nilai, nilai[1:], bulan_dari(nilai)[1:], strict=False):
        if lalu.sumber_penyebut != kini.sumber_penyebut and lalu.sumber_penyebut and kini.sumber_penyebut:
            dari, ke = sebut_penyebut(lalu.sumber_penyebut), sebut_penyebut(kini.sumber_penyebut)
            ganti.append(f"dari {dari} ke {ke} mulai {format.bulan(bulan)}")
        if lalu.sumber != kini.sumber:
            kalimat.append(
                f"Jenis sumber berganti mulai {format.bulan(bulan)}; sebelum dan sesudahnya tidak sebanding."
            )
    if ganti:
        kalimat.insert(0, f"Penyebut berganti {'; '.join(ganti)}.")
    return tuple(kalimat[:3])


def bulan_bolong(bulan: Sequence[date]) -> tuple[date, ...]:
    """Return the months without data between the first and the last."""
    return tuple(
        kalender.geser_bulan(lalu, i)
        for lalu, kini in pairwise(bulan)
        for i in range(1, kalender.selisih_bulan(lalu, kini))
    )


def catatan_bolong(bulan: Sequence[date], sumber: str | None = None) -> tuple[str, ...]:
    """Return the note on months without data between the first and the last, and who has not sent them; the line is
    broken there."""
    sela = [
        (kalender.geser_bulan(lalu, 1), kalender.geser_bulan(kini, -1))
        for lalu, kini in pairwise(bulan)
        if kalender.selisih_bulan(lalu, kini) > 1
    ]
    if not sela:
        return ()
    rentang = (format.bulan(a) if a == b else f"{format.bulan(a)} sampai {format.bulan(b)}" for a, b in sela)
    pengirim = (PENGIRIM.get(s.strip(), "") for s in (sumber or "").split(","))
    siapa = " atau ".join(dict.fromkeys(filter(None, pengirim)))
    return (f"Belum ada data untuk {'; '.join(rentang)}{f' dari {siapa}' if siapa else ''}.",)


def garis(
    nilai: Sequence[Nilai], wilayah: str, ambang: float, sumber: str, kata_basis: str, arah: Arah | None = None
) -> Garis | None:
    """Return the line of a coverage (percent) or, without denominators, of active participants; None without values.

    ``ambang``: profile ``judul.ambang_poin``; ``wilayah``: words for the area, empty for the whole regency; ``arah``:
    pace and path of the same series, then the title says when the target is reached and the estimate is drawn.
    """
    persen = [n for n in nilai if n.nilai is not None and n.satuan == "persen"]
    isi = persen or [n for n in nilai if n.pembilang is not None]
    if not isi:
        return None
    kini, lalu = isi[-1], semester_lalu(isi)
    (bulan,) = bulan_dari(isi[-1:])
    sejak = format.bulan(bulan_dari([lalu])[0]) if lalu else ""
    letak = f", {wilayah}" if wilayah else ""
    if not persen:
        return Garis(
            judul=judul.perubahan_jumlah(
                "peserta aktif",
                kini.pembilang,
                lalu.pembilang if lalu and is_sebanding(kini, lalu) else None,
                sejak,
                bulan,
            ),
            subjudul=f"Orang per bulan, {kata_basis}{letak}",
            satuan="orang",
            deret=[Deret("Peserta aktif", bulan_dari(isi), tuple(n.pembilang for n in isi))],
            catatan=(*catatan_bolong(bulan_dari(isi), kini.sumber), *catatan_ganti(isi)),
            hilang=bulan_bolong(bulan_dari(isi)),
            sumber=sumber,
        )
    ubah = judul.Ubah(kini.nilai, lalu.nilai if lalu else None, sejak, is_sebanding(kini, lalu))
    if arah is not None:
        sasaran = jalur_arah(bulan_dari(isi)[0], arah)
        depan = perkiraan(arah, sasaran.titik[-1][0])
        garis_depan = "; garis putus-putus = perkiraan" if depan else ""
        return Garis(
            judul=judul_laju.judul(arah),
            subjudul=f"Persen {kata_penyebut(kini)} yang aktif, {kata_basis}{letak}; "
            f"rencana lurus antartarget{garis_depan}",
            satuan="persen",
            deret=[Deret("Cakupan", bulan_dari(isi), tuple(n.nilai for n in isi))],
            sasaran=sasaran,
            perkiraan=depan,
            catatan=(*catatan_arah(arah, isi), *catatan_bolong(bulan_dari(isi), kini.sumber), *catatan_ganti(isi)),
            hilang=bulan_bolong(bulan_dari(isi)),
            sumber=sumber,
            kode=(kini.kode,),
            basis=kini.basis or "",
        )
    banding = f"; kurang terhadap {judul.sasaran(bulan)}" if kini.target is not None else ""
    return Garis(
        judul=judul.perubahan_dan_target("Cakupan", ubah, ambang, kesenjangan.kurang_orang(kini), bulan),
        subjudul=f"Persen {kata_penyebut(kini)} yang aktif, {kata_basis}{letak}{banding}",
        satuan="persen",
        deret=[Deret("Cakupan", bulan_dari(isi), tuple(n.nilai for n in isi))],
        sasaran=jalur_target(isi),
        catatan=(*catatan_bolong(bulan_dari(isi), kini.sumber), *catatan_ganti(isi)),
        hilang=bulan_bolong(bulan_dari(isi)),
        sumber=sumber,
    )
