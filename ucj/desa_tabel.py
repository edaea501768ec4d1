"""The tables of the page Desa: the ten villages at the top, all villages, the kecamatan."""

from collections.abc import Mapping, Sequence

from ucj import format
from ucj.desa import Baris, Kecamatan, berpenyebut
from ucj.html import Aman, Kolom, Kpi, dua_baris, peluru, tautan, tebal
from ucj.html import tabel as tabel_html
from ucj.sektor import tambah

TIDAK_BERLAKU = "tidak berlaku"
PALING_BARIS = 40  # villages shown at once; a longer table only when it is asked for


def kartu(b: Baris, kata_desa: str) -> list[Kpi]:
    """Return the headline figures of one village; those without a source show the sign of missing."""
    n, target = b.cakupan, b.cakupan.target if b.cakupan else None
    isi = []
    if n is not None and n.nilai is not None:
        sasaran = f"; target {format.persen(target)}" if target is not None else ""
        dari = f"{format.bilangan(n.pembilang)} dari {format.bilangan(n.penyebut)} pekerja{sasaran}"
        isi = [
            Kpi("Cakupan", format.persen(n.nilai, target), dari, n.status, n.nilai, target),
            Kpi("Belum terlindungi", format.bilangan(b.belum), "orang"),
        ]
    else:
        isi = [Kpi("Peserta aktif", format.bilangan(b.aktif), "orang; penyebut belum ada")]
    isi.append(Kpi("Penerima bantuan iuran", format.bilangan(b.penerima), "orang"))
    if b.desa.jenis == "DESA":
        pagu, belanja = _dana(b)
        terserap = "belum dikirim" if str(pagu) == format.TIDAK_TERSEDIA else f"terserap {belanja}"
        isi.append(Kpi(f"Anggaran iuran APB{kata_desa}", str(pagu), terserap))
    return isi


def tabel_teratas(baris: Sequence[Baris], kata_desa: str, alamat: Mapping[str, str]) -> Aman:
    """Return the villages that hold the most unprotected people as a list with bullets; only with a denominator.

    Its heading row is for screen readers: the block's subtitle says what bar and tick are.
    """
    kolom = [
        Kolom(_besar(kata_desa)),
        Kolom("Cakupan"),
        Kolom("Persen", angka=True),
        Kolom("Belum terlindungi, orang", angka=True),
    ]
    isi: list[list[object]] = []
    for b in baris:
        target = b.cakupan.target if b.cakupan else None
        isi.append(
            [
                dua_baris(tautan(b.desa.nama, alamat[b.desa.kode]), b.desa.nama_kecamatan),
                peluru(b.persen, target),
                format.persen(b.persen, target),
                tebal(format.bilangan(b.belum)),
            ]
        )
    return Aman(f'<div class="ucj-teratas">{tabel_html("Menurut pekerja yang belum terlindungi", kolom, isi)}</div>')


def keterangan_teratas(baris: Sequence[Baris], semua: Sequence[Baris]) -> str:
    """Return the subtitle of the list: what the tick means, and the share these villages hold together."""
    target = {b.cakupan.target for b in baris if b.cakupan}
    angka = target.pop() if len(target) == 1 else None
    arti = "Orang" + (f"; garis tegak = target {format.persen(angka)}" if angka is not None else "")
    total = sum(b.belum or 0 for b in semua)
    if len(semua) <= len(baris) or not total:
        return arti
    return f"{arti}; bersama {sum(b.belum or 0 for b in baris) * 100 // total}% dari {format.bilangan(total)}"


def kalimat_jumlah(lepas: int, kata_desa: str) -> str:
    """Return that unprotected workers of villages hold participants whose village is not known; empty without any."""
    if lepas <= 0:
        return ""
    return (
        f"Belum terlindungi per {kata_desa} masih memuat {format.bilangan(lepas)} peserta aktif yang {kata_desa}nya "
        "belum diketahui; jumlahnya lebih besar daripada angka kecamatan dan kabupaten."
    )


def tabel(
    baris: Sequence[Baris], kata_desa: str, alamat: Mapping[str, str], kata_apbdes: str
) -> tuple[list[Kolom], list[list[object]], list[object]]:
    """Return columns, rows and total of the ranking; the money of the village budget stands beside the people."""
    kata = _besar(kata_desa)
    is_persen = bool(berpenyebut(baris))
    kolom = [Kolom(kata), Kolom("Kecamatan"), Kolom("Peserta aktif", "orang", angka=True)]
    if is_persen:
        kolom += [
            Kolom("Pekerja", "penyebut, orang", angka=True),
            Kolom("Cakupan", "garis = target"),
            Kolom("", "persen", angka=True),
            Kolom("Belum terlindungi", "orang", angka=True),
        ]
    kolom += [
        Kolom(f"Anggaran iuran {kata_apbdes}", "Rp, pagu", angka=True),
        Kolom("Realisasi", "Rp", angka=True),
        Kolom("Penerima bantuan", "orang", angka=True),
    ]
    isi: list[list[object]] = []
    for b in baris:
        sel: list[object] = [tautan(b.desa.nama, alamat[b.desa.kode]), b.desa.nama_kecamatan, format.bilangan(b.aktif)]
        if is_persen:
            target = b.cakupan.target if b.cakupan else None
            sel += [
                format.bilangan(b.cakupan.penyebut if b.cakupan else None),
                peluru(b.persen, target) if b.persen is not None else "",
                format.persen(b.persen, target),
                format.bilangan(b.belum),
            ]
        sel += [
            *_dana(b),
            format.bilangan(b.penerima),
        ]
        isi.append(sel)
    return kolom, isi, _jumlah(baris, is_persen) if len(baris) > 1 else []


def _dana(b: Baris) -> list[object]:
    """Return ceiling and spending of the village budget, which a kelurahan has not."""
    if b.dana is None and b.desa.jenis != "DESA":
        return [TIDAK_BERLAKU, TIDAK_BERLAKU]
    return [
        format.rupiah(b.dana.penyebut if b.dana else None),
        format.rupiah(b.dana.pembilang if b.dana else None),
    ]


def _jumlah(baris: Sequence[Baris], is_persen: bool) -> list[object]:
    sel: list[object] = ["Jumlah", "", format.bilangan(tambah(b.aktif for b in baris))]
    if is_persen:
        sel += [format.bilangan(tambah(b.cakupan.penyebut if b.cakupan else None for b in baris)), "", ""]
        sel.append(format.bilangan(tambah(b.belum for b in baris)))
    return sel + [
        format.rupiah(tambah(b.dana.penyebut if b.dana else None for b in baris)),
        format.rupiah(tambah(b.dana.pembilang if b.dana else None for b in baris)),
        format.bilangan(tambah(b.penerima for b in baris)),
    ]


def tabel_kecamatan(
    kecamatan: Sequence[Kecamatan], batas: float, kata_desa: str, alamat: Mapping[str, str]
) -> tuple[list[Kolom], list[list[object]], list[object]]:
    """Return columns, rows and total of the kecamatan; ``batas``: the upper limit of the lowest class."""
    is_persen = any(k.persen is not None for k in kecamatan)
    kolom = [Kolom("Kecamatan"), Kolom("Peserta aktif", "orang", angka=True)]
    if is_persen:
        kolom += [
            Kolom("Pekerja", "penyebut, orang", angka=True),
            Kolom("Cakupan", "garis = target"),
            Kolom("", "persen", angka=True),
            Kolom("Belum terlindungi", "orang", angka=True),
        ]
    angka = format.desimal(batas, 0 if batas == int(batas) else 1)
    is_berkelas = any(berpenyebut(k.desa) for k in kecamatan)
    if is_berkelas:
        kolom += [Kolom(f"{_besar(kata_desa)} di bawah {angka}%", f"dari {kata_desa} berpenyebut", angka=True)]
    kolom += [Kolom("Penerima bantuan", "orang", angka=True)]
    isi: list[list[object]] = []
    for k in kecamatan:
        sel: list[object] = [tautan(k.nama, alamat[k.kode]), format.bilangan(k.aktif)]
        if is_persen:
            target = k.cakupan.target if k.cakupan else None
            sel += [
                format.bilangan(k.cakupan.penyebut if k.cakupan and not k.is_sebagian else None),
                peluru(k.persen, target) if k.persen is not None else "",
                format.persen(k.persen, target),
                tebal(format.bilangan(k.belum)),
            ]
        if is_berkelas:
            sel.append(_di_bawah(k.di_bawah(batas), k.desa))
        isi.append([*sel, format.bilangan(k.penerima)])
    jumlah: list[object] = ["Jumlah", format.bilangan(tambah(k.aktif for k in kecamatan))]
    if is_persen:
        jumlah += [
            format.bilangan(tambah(k.cakupan.penyebut for k in kecamatan if k.cakupan and not k.is_sebagian)),
            "",
            "",
            format.bilangan(tambah(k.belum for k in kecamatan)),
        ]
    if is_berkelas:
        semua = [b for k in kecamatan for b in k.desa]
        jumlah.append(_di_bawah(tambah(k.di_bawah(batas) for k in kecamatan), semua))
    jumlah.append(format.bilangan(tambah(k.penerima for k in kecamatan)))
    return kolom, isi, jumlah if len(kecamatan) > 1 else []


def _di_bawah(jumlah: int | None, desa: Sequence[Baris]) -> str:
    if jumlah is None:
        return format.TIDAK_TERSEDIA
    return f"{format.bilangan(jumlah)} dari {format.bilangan(len(berpenyebut(desa)))}"


def kata_semua(kata_desa: str, jumlah: int) -> str:
    """Return the words of the switch that shows the long table."""
    return f"Tampilkan tabel semua {kata_desa} ({format.bilangan(jumlah)} baris)"


def _besar(kata: str) -> str:
    return kata[:1].upper() + kata[1:]
