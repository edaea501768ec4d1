"""Who came and who left: new, returned and lapsed participants per month (sources.md 5, rule 23)."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any

from ucj import format, kalender
from ucj.charts import Deret, Garis
from ucj.istilah import BASIS

SETAHUN = 12


@dataclass(frozen=True)
class Arus:
    """Movements of one month, in people; ``masuk`` and ``keluar`` stay active and change segment."""

    bulan: date
    baru: int = 0
    kembali: int = 0
    lepas: int = 0
    masuk: int = 0
    keluar: int = 0

    @property
    def bersih(self) -> int:
        """Come minus left, without those who only moved."""
        return self.baru + self.kembali - self.lepas


def read_arus(baris: Iterable[Mapping[str, Any]], bulan: Iterable[date], sampai: date) -> tuple[Arus, ...]:
    """Return one flow per month of ``bulan`` up to a month: a unit without a row had no movement there.

    ``baris``: rows of ``queries/reads/arus.sql``; ``bulan``: the months of ``queries/reads/arus_bulan.sql``.
    """
    ada = {
        b["bulan"]: Arus(
            b["bulan"], b["jumlah_baru"], b["jumlah_kembali"], b["jumlah_lepas"],
            b["jumlah_pindah_masuk"], b["jumlah_pindah_keluar"],
        )
        for b in baris
    }  # fmt: skip
    return tuple(ada.get(b, Arus(b)) for b in sorted(bulan) if b <= sampai)


def bolong(arus: Sequence[Arus]) -> tuple[date, ...]:
    """Return the months between the first and the last whose flow cannot be counted."""
    if not arus:
        return ()
    ada = {a.bulan for a in arus}
    panjang = kalender.selisih_bulan(arus[0].bulan, arus[-1].bulan)
    return tuple(b for b in (kalender.geser_bulan(arus[0].bulan, i) for i in range(panjang)) if b not in ada)


def setahun(arus: Sequence[Arus], sampai: date) -> list[Arus]:
    """Return the flows of the twelve months that end with one."""
    mulai = kalender.geser_bulan(sampai, 1 - SETAHUN)
    return [a for a in arus if mulai <= a.bulan <= sampai]


def judul(arus: Sequence[Arus], sampai: date) -> str:
    """Return the finding on the year up to a month: whether more came than left, in at most twelve words."""
    isi = setahun(arus, sampai)
    if not isi:
        return f"Peserta baru, kembali, dan lepas sampai {format.bulan(sampai)} belum dapat dihitung"
    bersih = sum(a.bersih for a in isi)
    rentang = "setahun terakhir" if len(isi) == SETAHUN else f"{len(isi)} bulan yang terhitung"
    if bersih == 0:
        return f"Peserta masuk dan lepas sama banyak dalam {rentang}"
    banyak, sedikit = ("masuk", "lepas") if bersih > 0 else ("lepas", "masuk")
    return f"Peserta {banyak} melebihi yang {sedikit} {format.bilangan(abs(bersih))} orang dalam {rentang}"


def kalimat(arus: Sequence[Arus], sampai: date) -> str:
    """Return the sums behind the title."""
    isi = setahun(arus, sampai)
    baru, kembali, lepas = (sum(getattr(a, k) for a in isi) for k in ("baru", "kembali", "lepas"))
    return (
        f"{format.bulan(isi[0].bulan)} sampai {format.bulan(isi[-1].bulan)}: {format.bilangan(baru)} baru, "
        f"{format.bilangan(kembali)} kembali, {format.bilangan(lepas)} lepas."
    )


def blok_arus(
    arus: Sequence[Arus],
    sampai: date,
    basis: str,
    sumber: str,
    *,
    apa: str = "",
    sumber_jumlah: str | None = None,
) -> Garis | None:
    """Return the lines of new, returned and lapsed participants per month; None when no month can be counted.

    ``apa``: words for the unit ("segmen BPU"), empty for the regency; ``sumber_jumlah``: kind of source of the
    figure of active participants, because a list counts the flow also where a recap gives the figure.
    """
    if not arus:
        return None
    bulan = tuple(a.bulan for a in arus)
    pindah = sum(a.masuk - a.keluar for a in setahun(arus, sampai))
    catatan = [kalimat(arus, sampai)] if setahun(arus, sampai) else []
    catatan.append("Baru = belum pernah aktif dalam semua daftar peserta bulan sebelumnya yang dimuat.")
    if apa and pindah:
        arah = "masuk ke" if pindah > 0 else "keluar dari"
        catatan.append(
            f"Selain itu {format.bilangan(abs(pindah))} peserta yang tetap aktif pindah {arah} {apa} (bersih)."
        )
    if sumber_jumlah == "rekap_bpjs":
        catatan.append(
            "Arus dihitung dari daftar peserta, jumlah peserta aktif dari rekap; perubahan keduanya tidak sama."
        )
    if hilang := bolong(arus):
        catatan.append(
            f"{len(hilang)} bulan tidak dapat dihitung, karena bulan itu atau bulan sebelumnya tanpa daftar peserta."
        )
    letak = f", {apa}" if apa else ""
    return Garis(
        judul=judul(arus, sampai),
        subjudul=f"Peserta baru, kembali, dan lepas per bulan, orang, {BASIS[basis]}{letak}",
        satuan="orang",
        deret=[
            Deret("Baru", bulan, tuple(a.baru for a in arus)),
            Deret("Lepas", bulan, tuple(a.lepas for a in arus), "kedua"),
            Deret("Kembali", bulan, tuple(a.kembali for a in arus), "pembanding"),
        ],
        hilang=hilang,
        catatan=tuple(catatan),
        sumber=sumber,
        basis=basis,
        nama_berkas=f"arus-peserta-{apa or 'kabupaten'}",
    )
