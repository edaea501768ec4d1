"""Serapan anggaran: is the money budgeted, spent in time, and until which month does it last?"""

import streamlit as st

from ucj import anggaran, dana, format, judul_dana, unit_anggaran, web
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
    per_sumber = web.nilai("KEU-01", "SUMBER_DANA")
    kebutuhan, belum = web.read("dana_kebutuhan", bulan=pilih.bulan), dana.belum_lengkap(per_sumber)
    total = dana.read_dana(kebutuhan, pilih.bulan, belum)
    sumber_dana = dana.per_sumber(kebutuhan, pilih.bulan, belum)
    tahap = unit_anggaran.per_unit(web.read("anggaran_tahap", bulan=pilih.bulan))
    opd = web.nilai("KEU-01", "OPD")
    asal = web.sumber_nilai(serapan)

    pertama_habis = dana.find_terpendek(sumber_dana)
    kode, terpendek = pertama_habis or ("", total)
    mulai, sampai = dana.awal_hilang(serapan.catatan), dana.terkirim_sampai(serapan.catatan)
    web.judul(
        judul_dana.serapan(serapan.nilai, serapan.target, terpendek, sebut(kode) if kode else "", mulai, sampai),
        dana.sebut_catatan(serapan.catatan),
    )
    web.kpi(anggaran.kpi(serapan, web.nilai_kabupaten("KEU-02"), total, pertama_habis))

    # --- who spends in time, and does the money become people
    orang = web.nilai("PEM-01", "OPD")
    sumber_sebar = web.sumber("anggaran", "realisasi", "pekerja_binaan", "peserta", dasar=("LMJ r1", "LMJ IV"))
    sumber_sebar = sumber_sebar.replace("pekerja OPD", f"pekerja {kata_opd}")
    sebar = anggaran.sebar(opd, orang, web.daftar().opd, kata_opd, sumber_sebar)
    batang = anggaran.batang_opd(opd, web.daftar().opd, pilih.opd, kata_opd, asal)
    if sebar is None:
        web.blok(batang)
    else:
        kiri, kanan = st.columns([7, 5], gap="large")
        with kiri:
            web.blok(batang)
        with kanan:
            web.blok(sebar)

    # --- from the first ceiling to what is left, and until when it lasts
    satu = next((n for n in opd if n.kunci == pilih.opd), None) or serapan
    siapa = web.daftar().opd.get(satu.kunci, "APBD dan APBDes")
    ubah = web.baris("pagu_perubahan", bulan=pilih.bulan, unit=satu.kunci if satu is not serapan else "")
    tangga = anggaran.tangga(ubah, satu, pilih.bulan, siapa, asal)
    kiri, kanan = st.columns(2, gap="large")
    with kiri:
        if tangga is not None:
            web.blok(tangga)
    with kanan:
        web.subjudul(anggaran.judul_sumber(sumber_dana), "Sisa pagu dibagi kebutuhan sebulan, per sumber dana")
        web.tabel("Sumber dana", anggaran.KOLOM_SUMBER, anggaran.baris_sumber(sumber_dana, per_sumber))
        web.catatan(anggaran.CARA_CUKUP)
        web.baris_sumber(web.sumber("anggaran", "realisasi", "penerima_bantuan"))

    kiri, kanan = st.columns(2, gap="large")
    with kiri:
        web.blok(anggaran.garis_serapan(web.deret("KEU-01", "KABUPATEN"), pilih.bulan, asal))
    with kanan:
        web.subjudul("Serapan menurut lingkup", f"Januari sampai {format.bulan(pilih.bulan)}")
        lingkup = anggaran.baris_lingkup(web.nilai("KEU-01", "LINGKUP"))
        web.tabel("APBD dan APBDes", anggaran.KOLOM_LINGKUP, lingkup)
        iuran = web.nilai_kabupaten("KEU-03", periode=pilih.periode)
        if iuran is not None and iuran.nilai is not None:
            web.tabel(
                f"Iuran diterima BPJS Ketenagakerjaan {format.rupiah_pendek(iuran.nilai)}, "
                f"{format.periode(pilih.periode)}, semua pembayar{f'; {iuran.catatan}' if iuran.catatan else ''}",
                [Kolom("Program"), Kolom("Iuran", angka=True)],
                [[sebut(n.kunci), format.rupiah(n.nilai)] for n in web.nilai("KEU-03", "PROGRAM", pilih.periode)],
                jumlah=["Jumlah", format.rupiah(iuran.nilai)],
            )
        web.baris_sumber(web.sumber("anggaran", "realisasi", "rekap_bpjs", dasar=("LMJ r1", "INP 25a", "BRU 22")))

    # --- every unit
    urut = anggaran.urut_sisa(n for n in opd if pilih.opd in (None, n.kunci))
    semua_desa = web.nilai("KEU-01", "DESA")
    desa = anggaran.urut_sisa(n for n in semua_desa if pilih.wilayah is None or n.kunci.startswith(pilih.wilayah))
    tampil = desa if pilih.wilayah or web.is_cetak() else desa[: unit_anggaran.TAMPIL]
    web.subjudul("Serapan per unit", "Pagu yang berlaku pada akhir bulan; urut menurut sisa pagu")
    tab_opd, tab_desa = web.tab([f"Per {kata_opd}", f"Per {kata_desa}"])
    with tab_opd:
        baris = unit_anggaran.baris_unit(urut, tahap, web.daftar().opd)
        caption, unduh = f"Anggaran iuran per {kata_opd}", f"anggaran-opd-{pilih.periode}"
        web.tabel(caption, unit_anggaran.KOLOM_UNIT, baris, unduh=unduh, sumber=asal)
    with tab_desa:
        if desa:
            baris = unit_anggaran.baris_unit(tampil, tahap, {})
            caption, unduh = f"Anggaran iuran per {kata_desa}", f"anggaran-desa-{pilih.periode}"
            web.tabel(caption, unit_anggaran.KOLOM_UNIT, baris, unduh=unduh, sumber=asal)
        web.catatan(unit_anggaran.keterangan_desa(len(tampil), len(desa), kata_desa))
    web.baris_sumber(asal)

    # --- who has no budget line
    penganggaran = web.nilai_kabupaten("KEU-02")
    if penganggaran is not None:
        tanpa = unit_anggaran.find_tanpa(web.read("unit_anggaran", bulan=pilih.bulan), pilih.kode_kecamatan)
        web.subjudul(*unit_anggaran.judul_tanpa(tanpa, kata_opd, kata_desa))
        kiri, kanan = st.columns([7, 5], gap="large")
        with kiri:
            rinci = unit_anggaran.baris_tanpa(tanpa, kata_opd)
            asal, unduh = web.sumber_nilai(penganggaran), f"tanpa-pagu-{pilih.periode}"
            web.tabel("Tanpa pagu iuran yang dihitung", unit_anggaran.KOLOM_TANPA, rinci, unduh=unduh, sumber=asal)
        with kanan:
            cara = unit_anggaran.baris_cara(web.nilai("KEU-02", "CARA_PENGANGGARAN"))
            web.tabel("Cara penganggaran", unit_anggaran.KOLOM_CARA, cara)
        web.catatan(unit_anggaran.kalimat_belum_kirim(tanpa, web.read("unit_terkirim", tahun=f"{pilih.bulan:%Y}")))
        web.catatan(unit_anggaran.kalimat_kelurahan(d.jenis for d in web.daftar().desa.values()))
        web.catatan(unit_anggaran.kalimat_melekat(web.baris("anggaran_melekat", bulan=pilih.bulan)))
        web.baris_sumber(asal)
