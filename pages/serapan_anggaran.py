"""Serapan anggaran: is the money budgeted, spent in time, and until which month does it last?"""

import streamlit as st

from ucj import anggaran, dana, format, judul_dana, web
from ucj.html import Kolom
from ucj.istilah import sebut

pilih = web.pilihan()
serapan = web.nilai_kabupaten("KEU-01")
if pilih.bulan is None or serapan is None or not serapan.penyebut:
    web.judul("Pagu iuran tahun ini belum ada")
    web.kosong(
        "Belum ada anggaran iuran untuk periode ini, jadi serapan belum dapat dihitung.", "anggaran", "realisasi"
    )
else:
    kata_opd, kata_desa = web.profil()["istilah.perangkat_daerah"], web.profil()["istilah.desa"].lower()
    kebutuhan = web.read("dana_kebutuhan", bulan=pilih.bulan)
    per_sumber = web.nilai("KEU-01", "SUMBER_DANA")
    belum = {n.kunci for n in per_sumber if n.pembilang is None}
    total = dana.read_dana(kebutuhan, pilih.bulan, belum)
    sumber_dana = dana.per_sumber(kebutuhan, pilih.bulan, belum)
    tahap = anggaran.per_unit(web.read("anggaran_tahap", bulan=pilih.bulan))
    penganggaran = web.nilai_kabupaten("KEU-02")
    asal = web.sumber_nilai(serapan)

    kode, terpendek = dana.find_terpendek(sumber_dana) or ("", total)
    judul = judul_dana.serapan(serapan.nilai, serapan.target, terpendek, sebut(kode) if kode else "")
    web.judul(judul, (serapan.catatan or "").capitalize())
    web.kpi(anggaran.kpi(serapan, penganggaran, total))

    kiri, kanan = st.columns([7, 5], gap="large")
    with kiri:
        opd = web.nilai("KEU-01", "OPD")
        web.blok(anggaran.batang_opd(opd, web.daftar().opd, pilih.opd, kata_opd, asal))
    with kanan:
        web.subjudul(anggaran.judul_sumber(sumber_dana), "Sisa pagu dibagi kebutuhan sebulan, per sumber dana")
        web.tabel("Sumber dana", anggaran.KOLOM_SUMBER, anggaran.baris_sumber(sumber_dana, per_sumber))
        web.catatan(anggaran.CARA_CUKUP)
        web.baris_sumber(web.sumber("anggaran", "realisasi", "penerima_bantuan"))

    kiri, kanan = st.columns([7, 5], gap="large")
    with kiri:
        web.blok(anggaran.garis_serapan(web.deret("KEU-01", "KABUPATEN"), pilih.bulan, asal))
    with kanan:
        web.subjudul("Serapan menurut lingkup", f"Januari sampai {format.bulan(pilih.bulan)}")
        kolom = [
            Kolom("Lingkup"),
            Kolom("Pagu", angka=True),
            Kolom("Belanja", angka=True),
            Kolom("Serapan", angka=True),
        ]
        web.tabel("APBD dan APBDes", [*kolom, Kolom("Status")], anggaran.baris_lingkup(web.nilai("KEU-01", "LINGKUP")))
        web.baris_sumber(asal)
        iuran = web.nilai_kabupaten("KEU-03", periode=pilih.periode)
        if iuran is not None and iuran.nilai is not None:
            web.subjudul(
                f"Iuran diterima BPJS Ketenagakerjaan {format.rupiah_pendek(iuran.nilai)}",
                f"{format.periode(pilih.periode)}, semua pembayar{f'; {iuran.catatan}' if iuran.catatan else ''}",
            )
            web.tabel(
                "Iuran diterima per program",
                [Kolom("Program"), Kolom("Iuran", angka=True)],
                [[sebut(n.kunci), format.rupiah(n.nilai)] for n in web.nilai("KEU-03", "PROGRAM", pilih.periode)],
                jumlah=["Jumlah", format.rupiah(iuran.nilai)],
            )
            web.baris_sumber(web.sumber_nilai(iuran))

    urut = anggaran.urut_sisa(n for n in opd if pilih.opd in (None, n.kunci))
    web.subjudul(
        f"Serapan per {kata_opd}", "Pagu yang berlaku pada akhir bulan beserta tahapnya; urut menurut sisa pagu"
    )
    web.tabel(f"Anggaran iuran per {kata_opd}", anggaran.KOLOM_UNIT, anggaran.baris_unit(urut, tahap, web.daftar().opd))
    desa = anggaran.urut_sisa(
        n for n in web.nilai("KEU-01", "DESA") if pilih.wilayah is None or n.kunci.startswith(pilih.wilayah)
    )
    if desa:
        tampil = desa if pilih.wilayah else desa[:20]
        sisa = f"20 dari {format.bilangan(len(desa))} dengan sisa pagu terbesar; pilih kecamatan untuk melihat semuanya"
        web.subjudul(f"Serapan per {kata_desa}", sisa if len(tampil) < len(desa) else "Urut menurut sisa pagu")
        web.tabel(f"Anggaran iuran per {kata_desa}", anggaran.KOLOM_UNIT, anggaran.baris_unit(tampil, tahap, {}))
    web.baris_sumber(asal)

    if penganggaran is not None:
        tanpa = anggaran.find_tanpa(web.read("unit_anggaran", bulan=pilih.bulan), pilih.kode_kecamatan)
        dinilai = {"OPD": kata_opd, "DESA": kata_desa}
        kata_unit = " dan ".join(kata for kode, kata in dinilai.items() if kode in tanpa.tingkat)
        tak_dinilai = [kata for kode, kata in dinilai.items() if kode not in tanpa.tingkat]
        web.subjudul(
            judul_dana.unit_tanpa_pagu(tanpa.jumlah, tanpa.jumlah_unit, kata_unit),
            "Iuran pada anggaran sendiri" + "".join(f"; anggaran {kata} belum dikirim" for kata in tak_dinilai),
        )
        kiri, kanan = st.columns([7, 5], gap="large")
        with kiri:
            rinci = [[kata_opd, format.bilangan(len(tanpa.opd)), ", ".join(tanpa.opd) or "tidak ada"]]
            rinci += [[f"Kec. {k}", format.bilangan(len(d)), ", ".join(d)] for k, d in tanpa.desa]
            web.tabel("Belum mempunyai pagu iuran", [Kolom("Unit"), Kolom("Jumlah", angka=True), Kolom("Nama")], rinci)
        with kanan:
            kolom = [Kolom("Cara"), Kolom("Unit", angka=True), Kolom("Bagian", "persen", angka=True)]
            web.tabel("Cara penganggaran", kolom, anggaran.baris_cara(web.nilai("KEU-02", "CARA_PENGANGGARAN")))
        web.catatan(anggaran.kalimat_melekat(web.baris("anggaran_tidak_dihitung"), pilih.bulan.year))
        web.baris_sumber(web.sumber_nilai(penganggaran))
