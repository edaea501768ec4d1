"""Ringkasan: where do we stand on the path to UCJ, and what must the meeting decide?"""

from datetime import date

import streamlit as st

from ucj import dana, format, judul, judul_dana, kesenjangan, laju, lapor, ringkas, tren, web
from ucj.istilah import BASIS, sebut

pilih, bulan = web.pilihan(), web.bulan()
is_kerja = pilih.basis == "TEMPAT_KERJA"
kode, satuan = ("UCJ-02", "orang") if is_kerja else ("UCJ-01", "persen")
# figures by workplace exist for the regency only
tingkat = "KABUPATEN" if pilih.wilayah is None or is_kerja else "DESA" if pilih.is_desa else "KECAMATAN"
wilayah = "" if tingkat == "KABUPATEN" else web.daftar().sebut("wilayah", pilih.wilayah)
bulanan = web.deret(kode, tingkat, None if tingkat == "KABUPATEN" else pilih.wilayah, satuan)
kini = next((n for n in web.nilai(kode, tingkat) if tingkat == "KABUPATEN" or n.kunci == pilih.wilayah), None)
sumber = web.sumber_nilai(kini) if kini else ""
arah = laju.read_arah(bulanan, web.baris("target"), web.profil().kode)
garis = tren.garis(bulanan, wilayah, web.profil()["judul.ambang_poin"], sumber, BASIS[pilih.basis], arah)

if is_kerja:
    temuan = garis.judul if garis else "Peserta aktif menurut tempat kerja belum tersedia"
    web.judul(temuan, ringkas.kalimat_tempat_kerja(wilayah=pilih.wilayah is not None))
elif kini is None:
    web.judul(judul.cakupan(f"Cakupan {wilayah}".strip(), None, None, bulan))
else:
    apa = f"Cakupan {wilayah}".strip()
    web.judul(judul.cakupan(apa, kini.nilai, kini.target, bulan, kini.pembilang), ringkas.kalimat_hitungan(kini))

ktp = web.nilai_kabupaten("UCJ-01") if is_kerja else kini
kebutuhan = web.read("dana_kebutuhan", bulan=bulan)
belum = dana.belum_lengkap(web.nilai("KEU-01", "SUMBER_DANA"))
semua_dana = dana.read_dana(kebutuhan, bulan, belum)
kode_dana, uang = dana.find_terpendek(dana.per_sumber(kebutuhan, bulan, belum)) or ("", semua_dana)
cukup = judul_dana.cukup(uang, sebut(kode_dana) if kode_dana else "") if uang.cukup_sampai else ""
kerja, s11, non_asn, penerima, serapan = (
    web.nilai_kabupaten(k) for k in ("UCJ-02", "S-11", "PEM-01", "RNT-02", "KEU-01")
)
kartu_ktp = ringkas.cakupan(ktp, wilayah) if ktp else None
kartu_kerja = ringkas.tempat_kerja(kerja, s11) if kerja else None
pertama, lain = (kartu_kerja, kartu_ktp) if is_kerja else (kartu_ktp, kartu_kerja)
if lain and wilayah:
    lain = ringkas.se_kabupaten(lain)
web.kpi(ringkas.kartu(pertama, non_asn, penerima, serapan, cukup, wilayah))

# --- trend with the target path; where the gap is: by segment, else by sector
sektor = web.sektor(kode)
sumber_sektor = web.sumber_nilai(sektor[0].nilai) if sektor else ""
netral = f"Pekerja belum terlindungi per sektor, {format.bulan(bulan)}"
segmen, seluruh = web.nilai("UCJ-03", "SEGMEN"), web.nilai_kabupaten("UCJ-01")
kata, urutan = tren.kata_penyebut(seluruh) if seluruh else "", web.profil()["segmen.urutan"]
sumber_segmen = web.sumber_nilai(segmen[0]) if segmen else ""
tangga = None if is_kerja else kesenjangan.tangga(seluruh, segmen, urutan, kata, sumber_segmen, bulan)
batang = None if is_kerja else kesenjangan.batang_belum(sektor, sumber_sektor, netral)
kiri, kanan = st.columns([7, 5], gap="large")
with kiri:
    if garis:
        web.blok(garis)
    else:
        web.subjudul("Perkembangan belum dapat digambar")
        web.kosong("Belum ada bulan yang memuat peserta untuk pilihan ini.", "rekap_bpjs", "peserta")
with kanan:
    if gap_per_kelompok := tangga or batang:
        web.blok(gap_per_kelompok)
    elif sektor:
        web.blok(kesenjangan.batang_aktif(sektor, BASIS[pilih.basis], sumber_sektor, bulan))
    else:
        web.subjudul("Sektor belum dapat dirinci")
        web.kosong("Kiriman yang berlaku belum memuat sektor.", "peserta", "penduduk_bekerja")

web.catatan(ringkas.kalimat_kpi(lain))

# --- who owes what, and what the last meeting decided
kiri, kanan = st.columns(2, gap="large")
with kiri:
    gap, perlu = web.nilai_kabupaten("UCJ-04", "orang"), web.nilai_kabupaten("UCJ-04", "orang/bulan")
    web.subjudul("Siapa yang perlu bergerak", ringkas.kalimat_kesenjangan(gap, perlu, bulan))
    hal = kesenjangan.tanggungan([] if is_kerja else sektor, web.nilai("PEM-01", "OPD"), web.daftar().opd)
    if hal:
        web.tabel("Menurut orang yang terdampak, se-kabupaten", *ringkas.tabel_tanggungan(hal[:6], web.kantor))
        menurut = sektor[0].nilai if sektor and not is_kerja else None
        asal = dict.fromkeys([*((menurut.sumber or "",) if menurut else ()), "pekerja_binaan", "peserta"])
        penyebut = menurut.sumber_penyebut if menurut else None
        web.baris_sumber(web.sumber(*asal, penyebut=penyebut, dasar=("LMJ III", "INP 25b")))
    else:
        web.catatan("Belum dapat dirinci menurut sektor atau OPD dari kiriman yang berlaku.")
with kanan:
    web.janji()
    web.catatan(lapor.ringkas(web.baris("kewajiban"), date.today(), bulan, web.profil()["lapor.kewajiban"]))

web.pintu_rapat()
