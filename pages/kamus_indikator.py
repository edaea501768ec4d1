"""Kamus indikator: what does each indicator mean, what is its legal basis, and which rules are in force here?"""

import streamlit as st

from ucj import judul_laju, kamus, web
from ucj.html import Kolom
from ucj.indikator import KATALOG

aturan = web.profil()
kata_opd = aturan["istilah.perangkat_daerah"]
web.judul(kamus.judul(), f"Definisi, dasar hukum, dan aturan yang berlaku di {aturan.nama}", ambang_umur=False)
tab_indikator, tab_aturan, tab_cacat, tab_tugas = web.tab(
    ["Indikator", "Aturan yang berlaku", "Perumusan peraturan", f"Tugas {kata_opd}"]
)

with tab_indikator:
    kiri, kanan = st.columns([4, 8], gap="large")
    pilihan = [i.kode for i in kamus.urut()]
    kode = kiri.radio("Indikator", pilihan, format_func=lambda k: f"{k} {KATALOG[k].nama}", key="kamus_kode")
    with kanan:
        pilih = KATALOG[kode]
        web.subjudul(pilih.nama, f"{pilih.kode}, {'indikator inti' if kamus.is_inti(pilih) else 'indikator tambahan'}")
        web.tabel("Kartu indikator", [Kolom("Hal"), Kolom("Isi")], kamus.kartu(pilih, aturan.kekuatan(kode)))
        if kode in ("UCJ-01", "UCJ-04"):
            cakupan = web.deret("UCJ-01", "KABUPATEN")
            uji = kamus.uji(cakupan)
            web.subjudul(
                judul_laju.ketepatan(uji),
                "Seberapa tepat perkiraan ini? Perkiraan dibuat lagi untuk setiap bulan lalu, hanya dari data sampai "
                "saat itu, lalu dibandingkan dengan yang kemudian terjadi",
            )
            if uji:
                web.tabel("Perkiraan dan kenyataan", kamus.KOLOM_UJI, kamus.baris_uji(uji))
            web.catatan(kamus.catatan_uji(uji))
            if uji:
                web.baris_sumber(web.sumber_nilai(cakupan[-1]))
    web.subjudul("Semua indikator", "Indikator inti laporan semester, lalu indikator tambahan")
    web.tabel("Daftar indikator", kamus.KOLOM_INDIKATOR, kamus.baris_indikator(kamus.urut(), aturan.kekuatan))

with tab_aturan:
    beda = kamus.baris_beda(aturan)
    web.subjudul(
        f"{len(beda)} aturan berbeda dari ketentuan nasional"
        if beda
        else "Tidak ada yang berbeda dari ketentuan nasional",
        f"Profil {aturan.id}; aturan daerah tetap dipakai dan perbedaannya diberi tanda",
    )
    if beda:
        web.tabel("Berbeda dari ketentuan nasional", kamus.KOLOM_ATURAN, beda)
    web.subjudul("Semua aturan", "Nilai yang berlaku hari ini, sitiran, dan berkas asalnya")
    web.tabel("Aturan yang berlaku", kamus.KOLOM_ATURAN, kamus.baris_aturan(aturan.items()))
    web.regulasi()

with tab_cacat:
    web.subjudul(
        "Perumusan yang tidak dibaca menurut bunyinya",
        "Bunyi peraturan di samping bacaan yang dipakai; Bagian Hukum dapat mengubah bacaan di profil daerah",
    )
    if aturan.cacat:
        web.tabel("Bunyi dan bacaan", kamus.KOLOM_CACAT, kamus.baris_cacat(aturan.cacat))
    else:
        web.catatan("Profil ini tidak mencatat perumusan yang perlu dibaca lain.")

with tab_tugas:
    tugas = kamus.baris_tugas(aturan.opd)
    web.subjudul(
        f"{len(tugas)} tugas untuk {kata_opd}" if tugas else f"Tugas {kata_opd}",
        "Tugas menurut peraturan, sifatnya, dan cara mengukurnya",
    )
    if tugas:
        web.tabel(f"Tugas {kata_opd}", kamus.KOLOM_TUGAS, tugas)
    else:
        web.catatan(f"Peraturan pada profil ini tidak memberi tugas kepada {kata_opd} tertentu.")
