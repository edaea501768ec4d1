"""Desa: which villages lag; map, ranking, and the path of one village?"""

import streamlit as st

from ucj import desa, format, judul, tren, web
from ucj.html import tautan
from ucj.istilah import BASIS
from ucj.sektor import tambah

pilih, bulan, aturan, daftar = web.pilihan(), web.bulan(), web.profil(), web.daftar()
kata = aturan["istilah.desa"].lower()
is_sebagian = pilih.segmen is not None or pilih.basis == "TEMPAT_KERJA"  # counts only: no denominator of its own
dalam = [d for d in daftar.desa.values() if pilih.wilayah in (None, d.kode, d.kode_kecamatan)]
sebagian = web.baris("peserta_desa", bulan=bulan, basis=pilih.basis, segmen=pilih.segmen or "")
nilai = web.nilai("UCJ-01", "DESA")
baris = desa.susun(
    dalam,
    nilai,
    {b["kode_desa"]: b["jumlah_aktif"] for b in sebagian} if is_sebagian else None,
    web.nilai("KEU-01", "DESA"),
    web.nilai("RNT-02", "DESA"),
    set(web.read("unit_terkirim", tahun=f"{bulan:%Y}")["kode_unit"]),
)
hitung = desa.berpenyebut(baris)
satu = daftar.desa[pilih.wilayah] if pilih.wilayah and pilih.is_desa else None
ujung = desa.ujung_kecamatan(web.nilai("UCJ-01", "KECAMATAN"), baris, daftar.kecamatan) if not pilih.wilayah else None
sumber = web.sumber_nilai(nilai[0], tambahan="Batas wilayah hanya untuk peta tematik") if nilai else ""
tingkat = "KECAMATAN" if pilih.wilayah else "KABUPATEN"
seluruh = next((n for n in web.nilai("UCJ-01", tingkat) if pilih.kode_kecamatan in (None, n.kunci)), None)
setempat = [n for n in nilai if n.kunci in daftar.desa and n.kunci.startswith(pilih.kode_kecamatan or "")]
tempat = "di kecamatan ini" if pilih.wilayah else "di kabupaten"
di_desa = tambah(n.pembilang for n in setempat)
lepas = () if is_sebagian else desa.kalimat_lepas(seluruh, di_desa, kata, tempat)

# --- the finding
if not dalam:
    web.judul(f"Belum ada daftar {kata}")
elif is_sebagian:
    jumlah = f"{format.bilangan(sum(b.aktif or 0 for b in baris))} peserta aktif"
    web.judul(
        f"{jumlah} di {satu.nama if satu else f'{format.bilangan(len(baris))} {kata}'}; persentase tidak dihitung",
        f"Penyebut per {kata} tidak ada menurut segmen atau tempat kerja",
    )
elif satu:
    n = baris[0].cakupan
    web.judul(
        judul.cakupan(f"Cakupan {satu.nama}", baris[0].persen, n.target if n else None, bulan, baris[0].aktif),
        f"{aturan['istilah.desa']} {satu.nama}, Kecamatan {satu.nama_kecamatan}, kode {satu.kode}",
    )
else:
    batas = aturan["peta.batas"][0]
    di_bawah = sum(b.persen < batas for b in hitung)
    web.judul(judul.desa(di_bawah, len(hitung), batas, kata, ujung[1] if ujung else None))

if pilih.wilayah:
    jejak = [tautan("Kabupaten", web.alamat("desa", wilayah=None))]
    kecamatan = daftar.sebut("wilayah", pilih.kode_kecamatan)
    jejak += [tautan(kecamatan, web.alamat("desa", wilayah=pilih.kode_kecamatan))] if satu else []
    web.jejak(jejak, satu.nama if satu else kecamatan)
if not dalam:
    web.kosong("Daftar wilayah belum dikirim.", "wilayah")
elif all(b.aktif is None for b in baris):
    web.kosong(f"Kiriman yang berlaku belum memuat peserta per {kata} untuk pilihan ini.", "peserta", "rekap_bpjs")

# --- the path of one village, or map and ranking
if satu:
    bulanan = web.deret("UCJ-01", "DESA", satu.kode)
    garis = tren.garis(bulanan, satu.nama, aturan["judul.ambang_poin"], sumber, BASIS["DOMISILI"])
    if garis:
        web.blok(garis)
elif dalam:
    kiri, kanan = st.columns([7, 5], gap="large")
    with kiri:
        peta = desa.peta(baris, aturan["peta.batas"], kata, BASIS[pilih.basis], bulan, sumber, ujung, lepas)
        if (klik := web.blok_peta(peta)) is not None:
            web.choose("wilayah", klik)
    with kanan:
        if hitung:
            web.subjudul(
                f"{kata.capitalize()} dengan pekerja belum terlindungi terbanyak",
                "Batang = cakupan, garis tegak = target",
            )
            web.tabel("Sepuluh teratas", *desa.tabel_teratas(hitung[:10], kata))
            ambang = next((n for n in web.nilai("UCJ-05", tingkat) if pilih.wilayah in (None, n.kunci)), None)
            web.catatan(desa.kalimat_ambang(ambang, aturan["desa.ambang_cakupan"], kata))

if dalam:
    web.subjudul(f"Anggaran {kata} dan penerima bantuan di samping cakupan", "Menurut pekerja yang belum terlindungi")
    alamat = {d.kode: web.alamat("desa", wilayah=d.kode) for d in dalam}
    web.tabel(f"Semua {kata} dalam pilihan, {format.bulan(bulan)}", *desa.tabel(baris, kata, alamat))
    for kalimat in lepas:
        web.catatan(kalimat)
    asal, penyebut = (nilai[0].sumber or "", nilai[0].sumber_penyebut) if nilai else ("", None)
    kiriman = (asal or "peserta", "anggaran", "realisasi", "penerima_bantuan")
    web.baris_sumber(web.sumber(*kiriman, penyebut=penyebut, dasar=("LMJ b1", "LMJ b2", "GRS 14(1)")))
    for kalimat, tanpa in desa.kurang_data(baris, web.kode_berpoligon(), is_sebagian).items():
        nama = [f"{b.desa.nama} ({b.desa.nama_kecamatan})" for b in tanpa]
        web.rincian(f"{kalimat}: {format.bilangan(len(tanpa))} {kata}", nama)
