"""Sektor: which sectors hold the unprotected workers, and which OPD answers for them?"""

from ucj import format, judul, kesenjangan, sektor, web
from ucj.istilah import BASIS

pilih, bulan = web.pilihan(), web.bulan()
is_kerja = pilih.basis == "TEMPAT_KERJA"
kapan, kata_basis, urutan = format.bulan(bulan), BASIS[pilih.basis], web.profil()["segmen.urutan"]
semua = web.sektor("UCJ-02" if is_kerja else "UCJ-01")
tampil = [s for s in semua if pilih.opd is None or (s.kantor and s.kantor.kode == pilih.opd)]
batang = None if is_kerja else kesenjangan.batang_belum(semua, "", f"Peserta aktif per sektor, {kapan}")
web.judul(batang.judul if batang else f"Peserta aktif per sektor {kata_basis}, {kapan}")

if not semua:
    web.kosong("Kiriman yang berlaku belum memuat sektor.", "peserta", "rekap_bpjs", "penduduk_bekerja")
elif pilih.opd and not tampil:
    web.catatan(f"{web.daftar().opd[pilih.opd]} tidak memimpin sektor mana pun; pilih OPD lain atau semua.")
else:
    sumber = web.sumber_nilai(tampil[0].nilai)
    berpenyebut = [s for s in tampil if s.nilai.nilai is not None and not is_kerja]
    if berpenyebut:
        web.blok(sektor.batang_cakupan(berpenyebut, kata_basis, sumber))
    else:
        web.blok(kesenjangan.batang_aktif(tampil, kata_basis, sumber, bulan, 12))
    segmen = web.baris("peserta_sektor", bulan=bulan, basis=pilih.basis, segmen=pilih.segmen or "")
    web.subjudul(
        "Sektor dan penanggung jawabnya", "Satu OPD memimpin setiap sektor: tidak ada pekerja dihitung dua kali"
    )
    web.tabel(
        f"Peserta aktif dan pekerja per sektor, {kata_basis}, {kapan}",
        *sektor.tabel(tampil, web.kantor, is_kerja, pilih.segmen, {b["sektor"]: b["jumlah_aktif"] for b in segmen}),
    )
    web.baris_sumber(sumber)

# --- segments: each basis has its own table and its own denominator
ktp, kerja = (
    sektor.urutkan([n for n in web.nilai(kode, "SEGMEN") if pilih.segmen in (None, n.kunci)], urutan)
    for kode in ("UCJ-03", "UCJ-02")
)
web.subjudul(judul.segmen(ktp, bulan), "Segmen menurut KTP")
if ktp:
    web.tabel(f"Cakupan per segmen menurut KTP, {kapan}", *sektor.tabel_segmen(ktp))
    web.baris_sumber(web.sumber_nilai(ktp[0]))
else:
    web.kosong("Cakupan per segmen menurut KTP belum dapat dihitung.", "peserta", "rekap_bpjs", "penduduk_bekerja")
web.subjudul(
    f"Peserta aktif per segmen menurut tempat kerja, {kapan}",
    "Penduduk maupun bukan, terdaftar melalui pemberi kerja, proyek, atau cabang di kabupaten",
)
if kerja:
    s11 = web.nilai("S-11", "SEGMEN")
    web.tabel(
        f"Peserta aktif per segmen menurut tempat kerja, {kapan}",
        *sektor.tabel_segmen_kerja(kerja, s11),
    )
    web.baris_sumber(web.sumber_nilai(s11[0] if s11 else kerja[0]))
else:
    jumlah = web.nilai_kabupaten("UCJ-02")
    if jumlah is not None and jumlah.pembilang is not None:
        web.kosong(
            f"{format.bilangan(jumlah.pembilang)} peserta aktif menurut tempat kerja; kirimannya belum memuat segmen.",
            "peserta",
        )
    else:
        web.kosong("Peserta menurut tempat kerja belum dikirim.", "rekap_bpjs", "peserta")
