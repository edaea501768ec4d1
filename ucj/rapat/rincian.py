"""Screens 3 to 5: sectors, kecamatan and villages, offices. The units that hold most unprotected people come first."""

from collections.abc import Iterable
from dataclasses import replace

from ucj import format, judul, kesenjangan
from ucj.charts import Bar, Batang
from ucj.desa import berpenyebut, sebut_wilayah
from ucj.hitung import Nilai
from ucj.html import Kolom
from ucj.istilah import BASIS
from ucj.kesenjangan import belum_terlindungi
from ucj.rapat import kalimat
from ucj.rapat.bahan import Bahan, kirim
from ucj.rapat.layar import Layar, Tabel, Ukuran


def layar_sektor(b: Bahan, ukuran: Ukuran) -> Layar:
    ada = [s for s in b.sektor if s.belum is not None]
    netral = f"Pekerja belum terlindungi per sektor, {format.bulan(b.bulan)}"
    if not ada:
        aktif = [s for s in b.sektor if s.nilai.pembilang]
        if not aktif:
            return Layar(
                nama="Sektor", kalimat="Sektor belum dapat dirinci", pesan=kirim("peserta", "penduduk_bekerja")
            )
        batang = kesenjangan.batang_aktif(b.sektor, BASIS[b.basis], "", b.bulan, ukuran.batang)
        return Layar(
            nama="Sektor",
            kalimat=batang.judul,
            angka=format.bilangan(aktif[0].nilai.pembilang),
            keterangan=f"peserta aktif di {aktif[0].nama.lower()}, sektor terbesar",
            basis=b.basis,
            gambar=batang,
            sumber=b.asal(aktif[0].nilai),
        )
    batang_belum = kesenjangan.batang_belum(ada, "", netral, ukuran.batang - 1)
    assert batang_belum is not None  # there is a denominator
    atas = ada[0]
    return Layar(
        nama="Sektor",
        kalimat=batang_belum.judul,
        angka=format.bilangan(atas.belum),
        keterangan=f"pekerja {atas.nama.lower()} belum terlindungi; cakupannya "
        f"{format.persen(atas.nilai.nilai, atas.nilai.target)}",
        basis=b.basis,
        gambar=replace(batang_belum, catatan=()),
        sumber=b.asal(atas.nilai),
    )


def layar_wilayah(b: Bahan, ukuran: Ukuran) -> Layar:
    nama = f"Kecamatan dan {str(b.aturan['istilah.desa']).lower()}"
    kata = sebut_wilayah((d.desa for d in b.desa), b.aturan["istilah.desa"], b.aturan["istilah.kelurahan"])
    ada = _urut_belum(n for n in b.kecamatan if n.kunci in b.nama_kecamatan)
    hitung = berpenyebut(b.desa)
    batas = b.aturan["peta.batas"][0]
    di_bawah = sum(1 for satu in hitung if satu.persen is not None and satu.persen < batas)
    teratas = [[f"{d.desa.nama}, {d.desa.nama_kecamatan}", format.bilangan(d.belum)] for d in hitung[:3]]
    tabel = (
        Tabel(
            f"{kata.capitalize()} terbanyak",
            (Kolom(kata.capitalize()), Kolom("Belum terlindungi", angka=True)),
            teratas,
        )
        if teratas
        else None
    )
    if not ada:
        aktif = sorted(
            (n for n in b.kecamatan if n.pembilang is not None and n.kunci in b.nama_kecamatan),
            key=lambda n: -(n.pembilang or 0),
        )
        if not aktif:
            pesan = kirim("peserta", "rekap_bpjs")
            return Layar(nama=nama, kalimat=f"Kecamatan dan {kata} belum dapat dirinci", pesan=pesan)
        baris = [Bar(b.nama_kecamatan[n.kunci], n.pembilang, sorot=i == 0) for i, n in enumerate(aktif)]
        kepala = f"Peserta aktif per kecamatan, {format.bulan(b.bulan)}"
        return Layar(
            nama=nama,
            kalimat=kepala,
            angka=format.bilangan(len(aktif)),
            keterangan="kecamatan; persentase tidak dihitung tanpa penyebut kecamatan",
            basis="DOMISILI",
            gambar=Batang(
                judul=kepala, subjudul="Orang, menurut KTP", satuan="orang", baris=baris[: ukuran.batang],
                kolom_label="Kecamatan", basis="DOMISILI",
            ),
            tabel=tabel,
            sumber=b.asal(aktif[0]),
        )  # fmt: skip
    ambang = b.ambang_desa
    lepas = sum(n.pembilang or 0 for n in b.kecamatan) - sum(d.aktif or 0 for d in b.desa)
    belum_tahu = f"; {format.bilangan(lepas)} peserta aktif belum diketahui {kata}nya" if lepas > 0 else ""
    angka = format.bilangan(di_bawah)
    arti = f"dari {format.bilangan(len(hitung))} {kata} di bawah {batas:g}%{belum_tahu}"
    if not hitung:
        angka, arti = format.bilangan(ada[0][0]), f"belum terlindungi di Kecamatan {b.nama_kecamatan[ada[0][1].kunci]}"
    elif di_bawah == 0 and ambang is not None and ambang.penyebut:
        angka = format.bilangan(ambang.pembilang)
        arti = f"dari {format.bilangan(ambang.penyebut)} {kata} mencapai ambang {_ambang(b)}"
    kepala = judul.desa(di_bawah, len(hitung), batas, kata, b.terendah)
    if not hitung and b.terendah:
        kepala = f"Cakupan terendah di Kecamatan {b.terendah}"
    return Layar(
        nama=nama,
        kalimat=kepala,
        angka=angka,
        keterangan=arti,
        basis="DOMISILI",
        gambar=Batang(
            judul=kepala,
            subjudul="Cakupan menurut KTP; garis = target; urut menurut pekerja belum terlindungi",
            satuan="persen",
            peluru=True,
            basis="DOMISILI",
            kolom_label="Kecamatan",
            baris=[
                Bar(
                    b.nama_kecamatan[n.kunci],
                    float(n.nilai) if n.nilai is not None else None,
                    sorot=b.nama_kecamatan[n.kunci] == b.terendah,
                    target=n.target,
                    keterangan=f"{format.bilangan(kurang)} belum terlindungi",
                )
                for kurang, n in ada[: ukuran.batang]
            ],
            catatan=_sebagian(len(ada), ukuran.batang, "kecamatan"),
        ),
        tabel=tabel,
        sumber=b.asal(ada[0][1]),
    )


def _ambang(b: Bahan) -> str:
    return f"{b.aturan['desa.ambang_cakupan']:g}%".replace(".", ",")


def _sebagian(semua: int, tampil: int, kata: str) -> tuple[str, ...]:
    return (f"{format.bilangan(tampil)} teratas dari {format.bilangan(semua)} {kata}",) if semua > tampil else ()


def layar_opd(b: Bahan, ukuran: Ukuran) -> Layar:
    kata = str(b.aturan["istilah.perangkat_daerah"])
    berdaftar = [n for n in b.pem01_opd if n.penyebut]
    ada_daftar = any(n.pembilang is not None for n in berdaftar)
    kurang = _urut_belum(n for n in berdaftar if belum_terlindungi(n))
    kepala = kalimat.opd([k for k, _ in kurang], len(berdaftar), kata, ada_daftar)
    n = b.pem01
    if n is None or not berdaftar:
        return Layar(nama=kata, kalimat=kepala, pesan=kirim("pekerja_binaan"))
    if not ada_daftar:
        return Layar(
            nama=kata,
            kalimat=kepala,
            angka=format.bilangan(n.penyebut),
            keterangan="non-ASN dalam daftar",
            pesan=kirim("peserta"),
            sumber=b.asal(n),
        )
    gambar = None
    if kurang:
        gambar = Batang(
            judul=kepala,
            subjudul="Non-ASN tanpa JKK dan JKM, orang",
            satuan="orang",
            kolom_label=kata,
            baris=[
                Bar(
                    b.opd(satu.kunci),
                    k,
                    sorot=i == 0,
                    keterangan=f"{format.bilangan(satu.pembilang)} dari {format.bilangan(satu.penyebut)} terlindungi",
                )
                for i, (k, satu) in enumerate(kurang[: ukuran.batang])
            ],
            catatan=_sebagian(len(kurang), ukuran.batang, kata),
        )
    orang = belum_terlindungi(n)
    return Layar(
        nama=kata,
        kalimat=kepala,
        angka=format.persen(n.nilai, n.target),
        keterangan=f"{format.bilangan(n.pembilang)} dari {format.bilangan(n.penyebut)} non-ASN terlindungi"
        + (f"; kurang {format.bilangan(orang)} orang" if orang else ""),
        status=n.status,
        gambar=gambar,
        sumber=b.asal(n),
    )


def _urut_belum(nilai: Iterable[Nilai]) -> list[tuple[int, Nilai]]:
    """Return the unprotected people of each value that has a denominator, most first."""
    ada = ((k, n) for n in nilai if (k := belum_terlindungi(n)) is not None)
    return sorted(ada, key=lambda pasangan: (-pasangan[0], pasangan[1].kunci))
