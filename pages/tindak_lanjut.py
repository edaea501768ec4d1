"""Tindak lanjut rapat: which decisions of earlier meetings are overdue, due, open or done, and who owes them?"""

from datetime import date

import streamlit as st

from ucj import judul_tindak, tindak_lanjut, web

TAMPIL_SELESAI = 20

hari, opd = date.today(), web.pilihan().opd
semua = web.keputusan()
nama = web.pemilik(semua)
pilih = [k for k in semua if opd in (None, k.pemilik)]
web.judul(judul_tindak.daftar(pilih, hari), "Keadaan hari ini", ambang_umur=False)
if pilih:
    web.kpi(tindak_lanjut.kpi(pilih, hari))
elif semua:
    web.catatan(f"Tidak ada keputusan yang dimiliki {nama.get(opd or '', opd)}.")
else:
    web.kosong(
        "Keputusan dicatat di halaman ini, dari tombol di bawah setiap grafik, atau dikirim sebagai berkas.",
        "tindak_lanjut",
    )
with st.container(horizontal=True):
    web.tombol_baru()
    web.tombol_status(tindak_lanjut.urut(pilih, hari))

urut = tindak_lanjut.urut(pilih, hari)
terbuka = [k for k in urut if k.status == "TERBUKA"]
tutup = [k for k in urut if k.status != "TERBUKA"]
if terbuka:
    web.subjudul("Belum selesai", "Yang paling lama lewat tenggat di atas")
    web.tabel("Keputusan yang belum selesai", tindak_lanjut.KOLOM, tindak_lanjut.baris(terbuka, hari, nama))
if len({k.pemilik for k in pilih}) > 1:
    web.subjudul("Menurut pemilik", "Jumlah keputusan; yang paling banyak lewat tenggat di atas")
    web.tabel("Keputusan menurut pemilik", tindak_lanjut.KOLOM_PEMILIK, tindak_lanjut.baris_pemilik(pilih, hari, nama))
if tutup:
    semua_tutup = len(tutup) <= TAMPIL_SELESAI or web.rincikan(f"Tampilkan semua {len(tutup)} yang selesai atau batal")
    tampil = tutup if semua_tutup else tutup[:TAMPIL_SELESAI]
    web.subjudul("Selesai dan dibatalkan", "Yang terbaru di atas; tidak ada catatan yang dihapus")
    web.tabel("Keputusan yang selesai", tindak_lanjut.KOLOM, tindak_lanjut.baris(tampil, hari, nama))
if semua:
    web.baris_sumber(tindak_lanjut.sumber(pilih, hari))
