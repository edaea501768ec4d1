"""Bantuan iuran Jamsostek: who is paid for by whom, how long does the money last, and who is paid for twice?"""

import streamlit as st

from ucj import bantuan, dana, format, judul_dana, kalender, tren, web

pilih, daftar = web.pilihan(), web.daftar()
saring = {"wilayah": pilih.wilayah or "", "opd": pilih.opd or ""}
kata_opd, kata_desa = web.profil()["istilah.perangkat_daerah"], web.profil()["istilah.desa"].lower()
rinci = web.baris("penerima_rincian", bulan=pilih.bulan, **saring) if pilih.bulan else []
if pilih.bulan is None or not rinci:
    web.judul("Penerima bantuan iuran untuk pilihan ini belum ada")
    web.kosong(
        f"Tidak ada penerima bantuan iuran untuk periode, wilayah dan {kata_opd} yang dipilih.", "penerima_bantuan"
    )
else:
    kapan = format.bulan(pilih.bulan)
    tingkat = "KABUPATEN" if pilih.wilayah is None else "DESA" if pilih.is_desa else "KECAMATAN"
    is_seluruh = not (pilih.opd or pilih.wilayah)  # double payments, money and plan: for the whole regency only
    # one person counts once; of one office only the sum per payer is known
    ciri = [] if pilih.opd else web.baris("penerima_ciri", bulan=pilih.bulan, wilayah=pilih.wilayah or "")
    isi = bantuan.per_dimensi(rinci, web.nilai("RNT-02") if is_seluruh else [], ciri)
    bulanan = bantuan.per_bulan(web.baris("penerima_bulanan", **saring), pilih.bulan)
    orang = {b: float(x.orang) for b, x in bulanan.items()}
    if pilih.opd is None:
        deret = web.deret("RNT-02", tingkat, pilih.wilayah, satuan="orang")
        orang = {b: n.nilai for b, n in zip(tren.bulan_dari(deret), deret, strict=True) if n.nilai is not None}
    ganda = web.baris("penerima_ganda", bulan=pilih.bulan) if is_seluruh else []
    lalu, kini = kalender.geser_bulan(pilih.bulan, -1), orang.get(pilih.bulan)
    asal = web.sumber("penerima_bantuan", dasar=("BRU 17", "BRU 20(2)", "LTM 14(2)", "LTM 22"), kekuatan="Mendorong")
    per_sumber = {x.kunci: x.orang for x in isi["SUMBER_DANA"]}
    belum = dana.belum_lengkap(web.nilai("KEU-01", "SUMBER_DANA"))
    uang = dana.per_sumber(web.read("dana_kebutuhan", bulan=pilih.bulan), pilih.bulan, belum) if is_seluruh else {}

    web.judul(judul_dana.penerima(kini, orang.get(lalu), lalu, bantuan.jumlah_ganda(ganda, is_bersama=False)))
    rencana = web.nilai_kabupaten("RNT-02") if is_seluruh else None
    jumlah = None if kini is None else int(kini)
    web.kpi(bantuan.kpi(jumlah, bulanan[pilih.bulan].rp, rencana, uang, per_sumber, ganda))

    judul = f"{format.bilangan(kini)} penerima pada {kapan}"
    perkembangan = bantuan.garis(orang, judul, "Orang yang iurannya dibantu, per bulan", "orang", asal)

    # --- who pays, and for how long
    kiri, kanan = st.columns(2, gap="large")
    with kiri:
        judul = bantuan.judul_kelompok(isi["SUMBER_DANA"], "sumber dana", {})
        subjudul, catatan = (
            f"Orang, {kapan}, per sumber dana",
            bantuan.GANDA if sum(per_sumber.values()) != kini else "",
        )
        web.blok(bantuan.batang(isi["SUMBER_DANA"], judul, subjudul, "Sumber dana", {}, asal, catatan))
    with kanan:
        if is_seluruh:
            judul = bantuan.judul_dana_habis(uang, per_sumber)
            web.subjudul(judul, "Sisa pagu tiap sumber dana dibagi kebutuhan sebulan, sampai Desember")
            web.tabel("Sampai kapan iuran terbayar", bantuan.KOLOM_DANA, bantuan.baris_dana(uang, per_sumber))
            web.baris_sumber(web.sumber("anggaran", "realisasi", "penerima_bantuan", dasar=("LTM 18(1)", "BRU 21")))
        else:
            web.blok(perkembangan)

    if pilih.wilayah is None:
        tempat, nama, kata = isi["KECAMATAN"], dict(daftar.kecamatan), "kecamatan"
    else:
        tempat, nama, kata = isi["DESA"], {kode: d.nama for kode, d in daftar.desa.items()}, kata_desa
    subjudul = f"Orang, {kapan}, per {kata}{'' if pilih.wilayah else '; pilih kecamatan di atas untuk merinci'}"
    judul = bantuan.judul_kelompok(tempat, kata, nama)
    di_mana = bantuan.batang(tempat, judul, subjudul, kata.capitalize(), nama, asal)

    # --- the stages that the lists know, and the rows that could not be counted
    tahap = web.baris("penerima_penetapan", bulan=pilih.bulan, **saring)
    penetapan = web.sumber("penerima_bantuan", dasar=(web.profil().dasar("penetapan.wajib"),))
    kiri, kanan = st.columns(2, gap="large")
    with kiri:
        web.blok(bantuan.batang_penetapan(tahap, jumlah, kapan, penetapan))
        if any(t["is_wajib"] for t in tahap):
            web.tabel("Per sumber dana", bantuan.KOLOM_PENETAPAN, bantuan.baris_penetapan(tahap))
    with kanan:
        perbaikan = web.baris("penerima_perbaikan", bulan=pilih.bulan) if is_seluruh else []
        sisih = bantuan.batang_perbaikan(perbaikan, kapan, web.sumber("penerima_bantuan"))
        if not is_seluruh:
            web.blok(di_mana)
        elif sisih is not None:
            web.blok(sisih)
        else:
            web.subjudul(judul_dana.perbaikan(0, kapan), "Kiriman penerima yang memuat bulan ini")

    # --- where and who
    if is_seluruh:
        kiri, kanan = st.columns(2, gap="large")
        with kiri:
            web.blok(di_mana)
        with kanan:
            web.blok(perkembangan)

    web.subjudul("Siapa yang dibantu", f"Orang dan rupiah, {kapan}; {bantuan.kata_hitung(pilih.opd is None)}")
    kiri, kanan = st.columns(2, gap="large")
    with kiri:
        web.tabel("Jenis kelamin", bantuan.KOLOM_RINCI, bantuan.baris_rinci(isi["JENIS_KELAMIN"]))
        web.tabel("Disabilitas", bantuan.KOLOM_RINCI, bantuan.baris_rinci(isi["DISABILITAS"]))
        web.tabel("Kelompok usia", bantuan.KOLOM_RINCI, bantuan.baris_rinci(bantuan.urut_usia(isi["KELOMPOK_USIA"])))
    with kanan:
        web.tabel("Kategori penerima", bantuan.KOLOM_RINCI, bantuan.baris_rinci(isi["SUBKATEGORI"]))
        web.catatan(bantuan.catatan_kategori(isi["SUBKATEGORI"], jumlah) if pilih.opd is None else "")
    web.baris_sumber(asal)

    if is_seluruh:
        web.subjudul("Orang dengan lebih dari satu pembayar", f"Se-kabupaten, {kapan}")
        if ganda:
            web.tabel("Gabungan pembayar", bantuan.KOLOM_GANDA, bantuan.baris_ganda(ganda))
            web.catatan("Iuran seorang penerima boleh ditanggung bersama bila porsinya berjumlah 100% (BRU 20(2)).")
        else:
            web.catatan("Tidak ada orang yang iurannya dibayar lebih dari satu sumber dana.")
        web.baris_sumber(asal)
