"""Desa: which villages lag; map, ranking, and the path of one village?"""

import streamlit as st

from ucj import desa, desa_gambar, desa_tabel, format, judul_desa, tren, web
from ucj.html import tautan
from ucj.istilah import BASIS
from ucj.sektor import tambah

pilih, bulan, aturan, daftar = web.pilihan(), web.bulan(), web.profil(), web.daftar()
is_sebagian = pilih.segmen is not None or pilih.basis == "TEMPAT_KERJA"  # counts only: no denominator of its own
dalam = [d for d in daftar.desa.values() if pilih.kode_kecamatan in (None, d.kode_kecamatan)]
kata = desa.sebut_wilayah(dalam, aturan["istilah.desa"], aturan["istilah.kelurahan"])
orang = web.baris("peserta_desa", bulan=bulan, basis=pilih.basis, segmen=pilih.segmen or "") if is_sebagian else []
nilai, per_kecamatan, serapan, penerima = (
    web.nilai(*satu) for satu in (("UCJ-01", "DESA"), ("UCJ-01", "KECAMATAN"), ("KEU-01", "DESA"), ("RNT-02", "DESA"))
)
beranggaran = set(web.read("unit_terkirim", tahun=f"{bulan:%Y}")["kode_unit"])
per_desa = desa.jumlah_per(orang, "kode_desa") if is_sebagian else None
baris = desa.susun(dalam, nilai, per_desa, serapan, penerima, beranggaran)
satu = next((b for b in baris if b.desa.kode == pilih.wilayah), None)
hitung = desa.berpenyebut(baris)
ada_angka = any(b.aktif is not None for b in baris)
nama_kecamatan = dalam[0].nama_kecamatan if pilih.wilayah and dalam else ""
di, batas = f" di Kec. {nama_kecamatan}" if nama_kecamatan else "", aturan["peta.batas"]
ujung = None if pilih.wilayah else desa.ujung_kecamatan(per_kecamatan, baris, daftar.kecamatan)
petunjuk = "Batas wilayah hanya untuk peta tematik"
sumber = web.sumber_nilai(nilai[0], tambahan=petunjuk) if nilai else ""
if is_sebagian:  # counts of persons: neither the denominators nor the indicator of the percentages
    sumber = web.sumber("peserta", tambahan=petunjuk)
seluruh = desa.satu_wilayah(per_kecamatan if pilih.wilayah else web.nilai("UCJ-01", "KABUPATEN"), pilih.kode_kecamatan)
di_desa = tambah(n.pembilang for n in nilai if n.kunci in {d.kode for d in dalam})
tempat = "di kecamatan ini" if pilih.wilayah else "di kabupaten"
lepas = () if is_sebagian else desa.kalimat_lepas(seluruh, di_desa, kata, tempat)
if pilih.basis == "TEMPAT_KERJA" and not (pilih.segmen or pilih.wilayah):
    lepas = desa.kalimat_lepas_kerja(web.nilai_kabupaten("UCJ-02"), tambah(b.aktif for b in baris), kata)
tak_diketahui = 0 if seluruh is None or di_desa is None else (seluruh.pembilang or 0) - di_desa
alamat = {k: web.alamat("desa", wilayah=k) for k in (*daftar.kecamatan, *(d.kode for d in dalam))}

# --- the finding, and where the reader stands
if not dalam:
    web.judul("Belum ada daftar wilayah")
elif not ada_angka:
    web.judul(judul_desa.belum_ada(kata, bulan))
elif is_sebagian:
    jumlah = satu.aktif if satu else tambah(b.aktif for b in baris)
    di_mana = satu.desa.nama if satu else f"{format.bilangan(len(baris))} {kata}{di}"
    web.judul(judul_desa.sebagian(jumlah, di_mana), f"Penyebut per {kata} tidak ada menurut segmen atau tempat kerja")
elif satu:
    sebutan = aturan["istilah.desa" if satu.desa.jenis == "DESA" else "istilah.kelurahan"]
    letak = f"{sebutan} {satu.desa.nama}, Kecamatan {nama_kecamatan}, kode {satu.desa.kode}"
    web.judul(judul_desa.satu(satu.desa.nama, satu.cakupan, bulan, satu.aktif), letak)
else:
    di_bawah = sum((b.persen or 0) < batas[0] for b in hitung)
    web.judul(judul_desa.temuan(di_bawah, len(hitung), batas[0], kata, di, ujung[1] if ujung else None))
if pilih.wilayah:
    naik = [tautan("Kabupaten", web.alamat("desa", wilayah=None))]
    naik += [tautan(f"Kec. {nama_kecamatan}", alamat[pilih.kode_kecamatan or ""])] if satu else []
    web.jejak(naik, satu.desa.nama if satu else f"Kec. {nama_kecamatan}")
if not dalam:
    web.kosong("Daftar wilayah belum dikirim.", "wilayah")
elif not ada_angka:
    web.kosong(f"Kiriman yang berlaku belum memuat peserta per {kata} untuk pilihan ini.", "peserta", "rekap_bpjs")

# --- map at the left; beside it the path of one village, the ten at the top, or without denominators the kecamatan
per_kec = desa.jumlah_per(orang, "kode_kecamatan") if is_sebagian else None
kecamatan = desa.per_kecamatan(baris, per_kecamatan, per_kec, web.nilai("RNT-02", "KECAMATAN"))
tabel_kecamatan = desa_tabel.tabel_kecamatan(kecamatan, batas[0], kata, alamat)
sorot = satu.desa.kode if satu else ""
if pilih.wilayah:
    titik = desa_gambar.per_desa(baris, nama_kecamatan, kata, bulan, sumber, sorot)
else:
    titik = desa_gambar.jalur(kecamatan, kata, bulan, sumber)
if ada_angka:
    if satu:
        web.kpi(desa_tabel.kartu(satu, aturan["istilah.desa"]))
    kiri, kanan = st.columns([7, 5], gap="large")
    ujung = ujung or (desa_gambar.ujung_desa(baris) if pilih.wilayah else None)
    peta = desa_gambar.peta(baris, batas, kata, BASIS[pilih.basis], bulan, sumber, ujung, lepas, sorot, pilih.basis)
    with kanan if satu else kiri:
        if (klik := web.blok_peta(peta)) is not None and klik != pilih.wilayah:
            web.choose("wilayah", klik)
        web.catatan(f"Klik {kata} pada peta, namanya pada tabel, atau pilih di saringan wilayah untuk membukanya.")
    with kiri if satu else kanan:
        if satu:
            bulanan = web.deret("UCJ-01", "DESA", satu.desa.kode)
            garis = tren.garis(bulanan, satu.desa.nama, aturan["judul.ambang_poin"], sumber, BASIS["DOMISILI"])
            for gambar in (garis, titik):
                if gambar:
                    web.blok(gambar)
        elif hitung:
            web.subjudul(judul_desa.teratas(len(hitung[:10]), kata), desa_tabel.keterangan_teratas(hitung[:10], hitung))
            web.tampil(desa_tabel.tabel_teratas(hitung[:10], kata, alamat))
            tingkat = "KECAMATAN" if pilih.wilayah else "KABUPATEN"
            ambang = desa.satu_wilayah(web.nilai("UCJ-05", tingkat), pilih.wilayah)
            web.catatan(desa.kalimat_ambang(ambang, aturan["desa.ambang_cakupan"], kata))
            web.catatan(desa_tabel.kalimat_jumlah(tak_diketahui, kata))
        elif not is_sebagian:
            web.kosong(f"Persentase dan yang belum terlindungi menunggu penyebut per {kata}.", "penduduk_bekerja")
        if not pilih.wilayah and not hitung:
            web.tabel(f"Peserta aktif per kecamatan, {format.bulan(bulan)}", *tabel_kecamatan)
    if titik and not satu:
        web.blok(titik)

# --- the tables: kecamatan first, then their villages
if not pilih.wilayah and (hitung or not ada_angka) and any(k.aktif is not None for k in kecamatan):
    web.subjudul("Kecamatan menurut pekerja belum terlindungi", f"{format.bulan(bulan)}, {BASIS[pilih.basis]}")
    web.tabel("Semua kecamatan", *tabel_kecamatan)
is_semua = bool(pilih.wilayah) or len(baris) <= desa_tabel.PALING_BARIS
if ada_angka and not satu and (is_semua or web.rincikan(desa_tabel.kata_semua(kata, len(baris)))):
    web.subjudul(f"Anggaran {kata} dan penerima bantuan di samping cakupan", "Menurut pekerja yang belum terlindungi")
    caption, apbdes = f"Semua {kata}{di}, {format.bulan(bulan)}", f"APB{aturan['istilah.desa']}"
    web.tabel(caption, *desa_tabel.tabel(baris, kata, alamat, apbdes))
if ada_angka:
    asal, penyebut = (nilai[0].sumber or "", nilai[0].sumber_penyebut) if nilai else ("", None)
    kecamatan_dari = (per_kecamatan[0].sumber,) if per_kecamatan and not (pilih.wilayah or is_sebagian) else ()
    kiriman = dict.fromkeys([asal or "peserta", *filter(None, kecamatan_dari), "anggaran", "realisasi"])
    penyebut, dasar = None if is_sebagian else penyebut, ("LMJ b1", "LMJ b2", "GRS 14(1)")
    web.baris_sumber(web.sumber(*kiriman, "penerima_bantuan", penyebut=penyebut, dasar=dasar))

# --- what does not meet
lepas_kode = desa.tanpa_pasangan(
    baris, web.kode_berpoligon(), daftar.desa, web.baris("pengiriman"), web.baris("peringatan"), kata, is_sebagian
)
if dalam:
    web.subjudul(f"Kode yang belum bertemu: {len(lepas_kode)} daftar" if lepas_kode else "Semua kode bertemu")
    for kalimat, butir in lepas_kode.items():
        web.rincian(kalimat, butir)
