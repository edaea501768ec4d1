"""Sektor: which sectors hold the unprotected workers, and which OPD answers for them?"""

import streamlit as st

from ucj import arus, format, judul, kesenjangan, sektor, web
from ucj.istilah import BASIS

pilih, bulan = web.pilihan(), web.bulan()
is_kerja = pilih.basis == "TEMPAT_KERJA"
kapan, kata_basis, urutan = format.bulan(bulan), BASIS[pilih.basis], web.profil()["segmen.urutan"]
kode, satuan = ("UCJ-02", "orang") if is_kerja else ("UCJ-01", "persen")
semua = web.sektor(kode)
tampil = [s for s in semua if pilih.opd is None or (s.kantor and s.kantor.kode == pilih.opd)]
batang = None if is_kerja else kesenjangan.batang_belum(semua, "", f"Peserta aktif per sektor, {kapan}")
web.judul(
    batang.judul if batang else f"Peserta aktif per sektor {kata_basis}, {kapan}", sektor.kalimat_segmen(pilih.segmen)
)

# --- segments on the basis chosen
ktp, kerja, resmi = (sektor.urutkan(web.nilai(k, "SEGMEN"), urutan) for k in ("UCJ-03", "UCJ-02", "S-11"))
segmen = (resmi if any(n.penyebut for n in resmi) else kerja) if is_kerja else ktp
kiri, kanan = st.columns(2, gap="large")
with kiri:
    if per_segmen := sektor.batang_segmen(segmen, pilih.segmen, web.sumber_nilai(segmen[0]) if segmen else "", bulan):
        web.blok(per_segmen)
    else:
        web.subjudul(f"Cakupan per segmen {kata_basis} belum dapat dihitung")
        web.kosong("Kiriman yang berlaku belum memuat segmen.", "peserta", "rekap_bpjs", "penduduk_bekerja")
with kanan:
    jumlah = web.nilai_kabupaten(kode)
    asal, apa = (jumlah.sumber if jumlah else None), f"segmen {pilih.segmen}" if pilih.segmen else ""
    bergerak = arus.read_arus(
        web.baris(
            "arus",
            basis=pilih.basis,
            tingkat="SEGMEN" if pilih.segmen else "KABUPATEN",
            kunci=pilih.segmen or (jumlah.kunci if jumlah else ""),
        ),
        [b["bulan"] for b in web.baris("arus_bulan")],
        bulan,
    )
    if gerak := arus.blok_arus(bergerak, bulan, pilih.basis, web.sumber("peserta"), apa=apa, sumber_jumlah=asal):
        web.blok(gerak)
    else:
        web.subjudul(arus.judul((), bulan), "Perlu daftar peserta dua bulan berturut-turut")
        web.kosong("Arus dihitung dari daftar peserta per orang.", "peserta")

# --- sectors: where the unprotected are, how they moved, who answers
if not semua:
    web.kosong("Kiriman yang berlaku belum memuat sektor.", "peserta", "rekap_bpjs", "penduduk_bekerja")
elif pilih.opd and not tampil:
    web.catatan(f"{web.daftar().opd[pilih.opd]} tidak memimpin sektor mana pun; pilih OPD lain atau semua.")
else:
    sumber = web.sumber_nilai(tampil[0].nilai)
    berpenyebut = [s for s in tampil if s.nilai.nilai is not None and not is_kerja]
    if berpenyebut:
        web.blok(sektor.batang_cakupan(berpenyebut, kata_basis, sumber, bulan))
    else:
        web.blok(kesenjangan.batang_aktif(tampil, kata_basis, sumber, bulan, sektor.PALING))
    ambang = web.profil()["judul.ambang_poin"]
    if kisi := sektor.kisi(tampil, lambda kunci: web.deret(kode, "SEKTOR", kunci, satuan), ambang, sumber, bulan):
        web.blok(kisi)
    baris = web.baris("peserta_sektor", bulan=bulan, basis=pilih.basis, segmen=pilih.segmen or "")
    web.subjudul(
        "Sektor dan penanggung jawabnya", "Satu OPD memimpin setiap sektor: tidak ada pekerja dihitung dua kali"
    )
    web.tabel(
        f"Peserta aktif dan pekerja per sektor, {kata_basis}, {kapan}",
        *sektor.tabel(tampil, web.kantor, is_kerja, pilih.segmen, {b["sektor"]: b["jumlah_aktif"] for b in baris}),
    )
    if not is_kerja and pilih.opd is None:
        web.catatan(sektor.kalimat_lebih(tampil))
    web.baris_sumber(sumber)

# --- segments in figures: each basis has its own table and its own denominator
ktp, kerja = ([n for n in nilai if pilih.segmen in (None, n.kunci)] for nilai in (ktp, kerja))
kiri, kanan_bawah = st.columns(2, gap="large")
with kiri:
    temuan = judul.segmen(ktp, bulan) if is_kerja else f"Peserta aktif per segmen menurut KTP, {kapan}"
    web.subjudul(temuan, "Penduduk kabupaten, menurut KTP; setiap segmen dengan penyebutnya sendiri")
    if ktp:
        web.tabel(f"Cakupan per segmen menurut KTP, {kapan}", *sektor.tabel_segmen(ktp))
        web.baris_sumber(web.sumber_nilai(ktp[0]))
    else:
        web.kosong("Cakupan per segmen menurut KTP belum dapat dihitung.", "peserta", "rekap_bpjs", "penduduk_bekerja")
with kanan_bawah:
    web.subjudul(
        f"Peserta aktif per segmen menurut tempat kerja, {kapan}",
        "Penduduk maupun bukan, terdaftar melalui pemberi kerja, proyek, atau cabang di kabupaten",
    )
    jumlah = web.nilai_kabupaten("UCJ-02")
    if kerja:
        web.tabel(f"Peserta aktif per segmen menurut tempat kerja, {kapan}", *sektor.tabel_segmen_kerja(kerja, resmi))
        web.baris_sumber(web.sumber_nilai(resmi[0] if resmi else kerja[0]))
    elif jumlah is not None and jumlah.pembilang is not None:
        web.kosong(
            f"{format.bilangan(jumlah.pembilang)} peserta aktif menurut tempat kerja; kirimannya belum memuat segmen.",
            "peserta",
        )
    else:
        web.kosong("Peserta menurut tempat kerja belum dikirim.", "rekap_bpjs", "peserta")
