"""Pemberi kerja: who must register, who registered only part, and who is in arrears?"""

import streamlit as st

from ucj import judul_dana, kepatuhan, web

pilih = web.pilihan()
patuh = web.nilai_kabupaten("PAT-01")
skala = kepatuhan.read_baris(web.baris("pemberi_kerja_skala", bulan=pilih.bulan)) if pilih.bulan else []
if patuh is None or not skala:
    web.judul("Daftar pemberi kerja untuk periode ini belum ada")
    web.kosong(
        "Kepatuhan dihitung dari daftar pemberi kerja terdaftar (BPJS Ketenagakerjaan) dan yang belum terdaftar "
        "(Dinas Tenaga Kerja) untuk bulan yang sama.",
        "pemberi_kerja",
    )
else:
    sektor = kepatuhan.read_baris(web.baris("pemberi_kerja_sektor", bulan=pilih.bulan))
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
    with kanan:
        web.blok(kepatuhan.batang_tidak_patuh(sektor, "sektor", asal))

    web.subjudul(
        "Temuan menurut skala usaha dan sektor",
        "Jumlah pemberi kerja, rupiah tunggakan, dan pekerja yang belum didaftarkan",
    )
    jumlah = kepatuhan.sel_rinci(total)
    web.tabel("Menurut skala usaha", kepatuhan.KOLOM_RINCI, [kepatuhan.sel_rinci(b) for b in skala], jumlah=jumlah)
    web.tabel("Menurut sektor", kepatuhan.KOLOM_RINCI, [kepatuhan.sel_rinci(b) for b in sektor], jumlah=jumlah)
    web.catatan("Pekerja nyata dan terdaftar dijumlahkan dari sel yang terisi, jadi keduanya tidak selalu sebanding.")
    web.baris_sumber(asal)

    web.subjudul("Program yang belum diikuti", "Pemberi kerja terdaftar yang kurang program wajib, per program")
    kiri, kanan = st.columns(2, gap="large")
    kurang = kepatuhan.sel_program(total)
    with kiri:
        web.tabel(
            "Menurut skala usaha", kepatuhan.KOLOM_PROGRAM, [kepatuhan.sel_program(b) for b in skala], jumlah=kurang
        )
    with kanan:
        web.tabel("Menurut sektor", kepatuhan.KOLOM_PROGRAM, [kepatuhan.sel_program(b) for b in sektor], jumlah=kurang)
    web.catatan(kepatuhan.catatan_program(aturan["skala_usaha.program"]))
    web.baris_sumber(web.sumber("pemberi_kerja", dasar=(aturan.dasar("skala_usaha.program"),)))
