"""Pemberi kerja: who must register, who registered only part, and who is in arrears?"""

import streamlit as st

from ucj import judul_dana, kepatuhan, web

pilih = web.pilihan()
patuh = web.nilai_kabupaten("PAT-01")
baris = web.baris("pemberi_kerja", bulan=pilih.bulan) if pilih.bulan else []
if patuh is None or not baris:
    web.judul("Daftar pemberi kerja untuk periode ini belum ada")
    web.kosong(
        "Kepatuhan dihitung dari daftar pemberi kerja terdaftar (BPJS Ketenagakerjaan) dan yang belum terdaftar "
        "(Dinas Tenaga Kerja) untuk bulan yang sama.",
        "pemberi_kerja",
    )
else:
    skala, sektor = (kepatuhan.read_baris(baris, dimensi) for dimensi in ("SKALA", "SEKTOR"))
    total = kepatuhan.sum_baris(skala)
    asal = web.sumber_nilai(patuh)
    aturan = web.profil()

    web.judul(
        judul_dana.kepatuhan(
            patuh.nilai, total.angka("jumlah"), total.angka("jumlah_tunggakan"), total.isi["rp_tunggakan"]
        ),
        (patuh.catatan or "").capitalize(),
    )
    web.kpi(kepatuhan.kpi(patuh, total))

    kiri, kanan = st.columns(2, gap="large")
    with kiri:
        web.blok(kepatuhan.batang_temuan(total, asal))
    with kanan:
        web.subjudul(
            "Berapa yang dapat dinilai",
            "Kriteria dengan sel kosong tidak dinilai dan tidak dianggap patuh atau melanggar",
        )
        web.tabel("Temuan dan bagian yang dinilai", kepatuhan.KOLOM_TEMUAN, kepatuhan.baris_temuan(total))
        web.baris_sumber(asal)

    kiri, kanan = st.columns(2, gap="large")
    with kiri:
        web.blok(kepatuhan.batang_tidak_patuh(skala, "skala usaha", asal))
        tunggakan = kepatuhan.batang_tunggakan(sektor, "sektor", asal)
        if tunggakan is not None:
            web.blok(tunggakan)
    with kanan:
        web.blok(kepatuhan.batang_tidak_patuh(sektor, "sektor", asal))

    web.subjudul(
        "Temuan menurut skala usaha dan sektor",
        "Jumlah pemberi kerja, rupiah tunggakan, dan pekerja yang belum didaftarkan",
    )
    jumlah, kurang = kepatuhan.sel_rinci(total), kepatuhan.sel_program(total)
    tab_sektor, tab_skala = web.tab(["Per sektor", "Per skala usaha"])
    for tempat, kata, isi in ((tab_sektor, "sektor", sektor), (tab_skala, "skala usaha", skala)):
        with tempat:
            rinci = [kepatuhan.sel_rinci(b) for b in isi]
            caption, unduh = f"Temuan menurut {kata}", f"temuan-{kata}-{pilih.periode}"
            web.tabel(caption, kepatuhan.KOLOM_RINCI, rinci, jumlah=jumlah, unduh=unduh, sumber=asal)
    web.catatan("Pekerja nyata dan terdaftar dijumlahkan dari sel yang terisi, jadi keduanya tidak selalu sebanding.")
    web.baris_sumber(asal)

    web.subjudul("Program yang belum diikuti", "Pemberi kerja terdaftar yang kurang program wajib, per program")
    dasar = web.sumber("pemberi_kerja", dasar=(aturan.dasar("skala_usaha.program"),))
    tab_skala, tab_sektor = web.tab(["Skala usaha", "Sektor"])
    for tempat, kata, isi in ((tab_skala, "skala usaha", skala), (tab_sektor, "sektor", sektor)):
        with tempat:
            rinci = [kepatuhan.sel_program(b) for b in isi]
            caption, unduh = f"Program kurang menurut {kata}", f"program-kurang-{kata}-{pilih.periode}"
            web.tabel(caption, kepatuhan.KOLOM_PROGRAM, rinci, jumlah=kurang, unduh=unduh, sumber=dasar)
    web.catatan(kepatuhan.catatan_program(aturan["skala_usaha.program"]))
    web.baris_sumber(dasar)
