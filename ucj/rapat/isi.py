"""The seven screens in their order; here the position, the money and the proposed decisions."""

from ucj import format, html, judul
from ucj.charts import Bar, Batang
from ucj.dana import awal_hilang, find_terpendek, terkirim_sampai
from ucj.hitung import Nilai
from ucj.html import Kolom
from ucj.istilah import BASIS, PENGIRIM, sebut
from ucj.judul_dana import serapan as judul_serapan
from ucj.kesenjangan import kurang_orang
from ucj.rapat import kalimat, usulan
from ucj.rapat.bahan import Bahan, kirim
from ucj.rapat.janji import layar_janji
from ucj.rapat.layar import Layar, Tabel, Ukuran
from ucj.rapat.rincian import layar_opd, layar_sektor, layar_wilayah
from ucj.tren import is_sebanding, kata_penyebut


def susun(b: Bahan, ukuran: Ukuran) -> tuple[Layar, ...]:
    """Return the seven screens in their fixed order."""
    return (
        _posisi(b),
        layar_janji(b.janji, b.hari_ini, ukuran, b.nama_pemilik),
        layar_sektor(b, ukuran),
        layar_wilayah(b, ukuran),
        layar_opd(b, ukuran),
        _dana(b, ukuran),
        _keputusan(b, ukuran),
    )


def _posisi(b: Bahan) -> Layar:
    n = b.posisi
    nama = "Posisi"
    if n is None or n.pembilang is None:
        return Layar(nama=nama, kalimat=kalimat.posisi(n, b.bulan), pesan=kirim("rekap_bpjs", "peserta"))
    if n.nilai is None or n.satuan != "persen":
        teks = kalimat.posisi(n, b.bulan) if b.basis == "DOMISILI" else _jumlah(b, n)
        return Layar(
            nama=nama,
            kalimat=teks,
            angka=format.bilangan(n.pembilang),
            keterangan=f"peserta aktif {BASIS[b.basis]}",
            basis=b.basis,
            tabel=Tabel("Perubahan", _TIGA, [_sejak(b, n)] if b.lalu else [], is_berkepala=False),
            pesan=() if b.basis != "DOMISILI" else kirim("penduduk_bekerja"),
            sumber=b.asal(n),
        )
    kurang = kurang_orang(n)
    baris = [_sejak(b, n)] if b.lalu else []
    if n.target is not None:
        sasaran = judul.sasaran(b.bulan)
        capai = f"kurang {format.bilangan(kurang)} orang" if kurang else "tercapai"
        baris.append([f"{sasaran[0].upper()}{sasaran[1:]}: {format.persen(n.target)}", html.status(n.status), capai])
    if n.target_akhir is not None and b.gap is not None and b.gap.nilai is not None:
        perlu = b.laju.nilai if b.laju is not None else None
        tambahan = f"perlu {format.bilangan(perlu)} orang per bulan" if perlu and b.gap.nilai else ""
        capai = f"kurang {format.bilangan(b.gap.nilai)} orang" if b.gap.nilai else "tercapai"
        baris.append([f"Target 31 Desember {b.bulan.year}: {format.persen(n.target_akhir)}", tambahan, capai])
    return Layar(
        nama=nama,
        kalimat=kalimat.posisi(n, b.bulan),
        angka=format.persen(n.nilai, n.target),
        keterangan=f"{format.bilangan(n.pembilang)} dari {format.bilangan(n.penyebut)} {kata_penyebut(n)}",
        basis=b.basis,
        gambar=Batang(
            judul=kalimat.posisi(n, b.bulan),
            subjudul=f"Persen pekerja yang menjadi peserta aktif, {BASIS[b.basis]}",
            satuan="persen",
            peluru=True,
            kode=(n.kode,),
            basis=b.basis,
            baris=[Bar("Cakupan", float(n.nilai), sorot=True, target=n.target, keterangan="target")],
        ),
        tabel=Tabel("Posisi", _TIGA, baris, is_berkepala=False),
        sumber=b.asal(n),
    )


_TIGA = (Kolom("Sasaran"), Kolom("Keadaan"), Kolom("Orang", angka=True))


def _jumlah(b: Bahan, n: Nilai) -> str:
    lalu = b.lalu
    sebanding = lalu is not None and is_sebanding(n, lalu)
    return judul.perubahan_jumlah(
        f"peserta aktif {BASIS[b.basis]}",
        n.pembilang,
        lalu.pembilang if lalu is not None and sebanding else None,
        format.bulan(lalu.bulan) if lalu is not None else "",
        b.bulan,
    )


def _sejak(b: Bahan, n: Nilai) -> list[object]:
    lalu = b.lalu
    assert lalu is not None  # callers ask first
    sebanding = is_sebanding(n, lalu)
    beda = (
        n.pembilang - lalu.pembilang if sebanding and n.pembilang is not None and lalu.pembilang is not None else None
    )
    arah = kalimat.sejak(n, lalu, sebanding, b.aturan["judul.ambang_poin"]) if n.satuan == "persen" else ""
    return [
        f"Sejak {format.bulan(lalu.bulan)}",
        arah,
        f"{format.selisih(beda)} peserta aktif" if beda is not None else format.TIDAK_TERSEDIA,
    ]


def _dana(b: Bahan, ukuran: Ukuran) -> Layar:
    n = b.serapan
    if n is None or not n.penyebut:
        return Layar(nama="Dana", kalimat="Pagu iuran tahun ini belum ada", pesan=kirim("anggaran", "realisasi"))
    kode, terpendek = find_terpendek(b.dana) or ("", None)
    mulai, sampai = awal_hilang(n.catatan), terkirim_sampai(n.catatan)
    kepala = judul_serapan(n.nilai, n.target, terpendek, sebut(kode) if kode else "", mulai, sampai)
    baris: list[list[object]] = []
    for satu, d in list(b.dana.items())[: ukuran.baris]:
        persen = b.serapan_sumber.get(satu)
        baris.append(
            [
                sebut(satu),
                format.rupiah_pendek(d.rp_sisa),
                format.persen(persen.nilai, persen.target) if persen is not None else format.TIDAK_TERSEDIA,
                format.bulan(d.cukup_sampai),
            ]
        )
    if n.nilai is None:
        return Layar(
            nama="Dana",
            kalimat=kepala,
            angka=format.rupiah_pendek(n.penyebut, eja=True),
            keterangan="pagu iuran tahun ini",
            pesan=kirim("realisasi"),
            sumber=b.asal(n),
        )
    return Layar(
        nama="Dana",
        kalimat=kepala,
        angka=format.persen(n.nilai, n.target),
        keterangan=f"{format.rupiah_pendek(n.pembilang, eja=True)} dari {format.rupiah_pendek(n.penyebut, eja=True)}",
        status=n.status,
        gambar=Batang(
            judul=kepala,
            subjudul="Persen pagu yang sudah dibelanjakan; garis = waktu berjalan",
            satuan="persen",
            peluru=True,
            baris=[Bar("Serapan", float(n.nilai), sorot=True, target=n.target, keterangan="waktu berjalan")],
        ),
        tabel=Tabel(
            "Per sumber dana",
            (
                Kolom("Sumber dana"),
                Kolom("Sisa pagu", angka=True),
                Kolom("Serapan", angka=True),
                Kolom("Cukup sampai", angka=True),
            ),
            baris,
        ),
        sumber=b.asal(n),
    )


def propose(b: Bahan) -> list[usulan.Usulan]:
    """Return the decisions that the numbers propose to this meeting."""
    kata_desa, kata_opd = str(b.aturan["istilah.desa"]).lower(), str(b.aturan["istilah.perangkat_daerah"])
    bpkad = b.opd("BPKAD")
    return usulan.choose(
        wajib=[
            *usulan.non_asn(b.pem01_opd, b.nama_opd, kata_opd, b.hari),
            *usulan.aparatur_desa(b.pem02, b.opd("DPMD"), kata_desa, b.hari),
        ],
        uang=[
            *usulan.dana(b.dana, b.penerima, lambda kode: b.opd("DPMD") if kode == "APBDES" else bpkad, b.hari),
            *usulan.serapan(b.serapan, bpkad, b.hari),
            *usulan.penganggaran(b.keu02, bpkad, b.hari),
        ],
        orang=[*usulan.sektor(b.sektor, b.hari), *usulan.kecamatan(b.kecamatan, b.nama_kecamatan, b.hari)],
        lain=usulan.laporan(b.kewajiban, PENGIRIM["rekap_bpjs"], b.hari),
    )


def _keputusan(b: Bahan, ukuran: Ukuran) -> Layar:
    semua = propose(b)
    terbesar = max((u.orang or 0 for u in semua), default=0)
    kolom = (Kolom("Siapa"), Kolom("Apa"), Kolom("Angka di baliknya"), Kolom("Paling lambat", angka=True))
    baris = [[u.pemilik, u.apa, u.angka, format.tanggal_panjang(u.tenggat)] for u in semua[: ukuran.baris]]
    sebagian = f" ({format.bilangan(len(baris))} teratas tampil)" if len(baris) < len(semua) else ""
    return Layar(
        nama="Keputusan yang diusulkan",
        kalimat=kalimat.keputusan(len(semua), terbesar),
        angka=format.bilangan(len(semua)),
        keterangan=f"usulan menurut aturan dari angka; rapat yang menetapkan{sebagian}",
        tabel=Tabel("Usulan keputusan", kolom, baris) if semua else None,
        sumber=b.sumber_lain.get("keputusan", ""),
    )
