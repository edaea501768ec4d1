"""Bantuan iuran Jamsostek: who is paid for by whom, where do they live, and who is paid for twice?"""

import streamlit as st

from ucj import bantuan, format, judul_dana, kalender, tren, web

pilih, daftar = web.pilihan(), web.daftar()
saring = {"wilayah": pilih.wilayah or "", "opd": pilih.opd or ""}
rinci = web.baris("penerima_rincian", bulan=pilih.bulan, **saring) if pilih.bulan else []
if pilih.bulan is None or not rinci:
    web.judul("Penerima bantuan iuran untuk pilihan ini belum ada")
    web.kosong("Tidak ada penerima bantuan iuran untuk periode, wilayah dan OPD yang dipilih.", "penerima_bantuan")
else:
    tingkat = "KABUPATEN" if pilih.wilayah is None else "DESA" if pilih.is_desa else "KECAMATAN"
    unik = [] if pilih.opd or pilih.wilayah else web.nilai("RNT-02")
    isi = bantuan.per_dimensi(rinci, unik)
    bulanan = bantuan.per_bulan(web.baris("penerima_bulanan", **saring), pilih.bulan)
    orang = {b: float(x.orang) for b, x in bulanan.items()}
    if pilih.opd is None:  # one person counts once; for one office only the sum per payer is known
        deret = web.deret("RNT-02", tingkat, pilih.wilayah, satuan="orang")
        orang = {b: n.nilai for b, n in zip(tren.bulan_dari(deret), deret, strict=True) if n.nilai is not None}
    ganda = web.baris("penerima_ganda", bulan=pilih.bulan)
    lalu = kalender.geser_bulan(pilih.bulan, -1)
    kini = orang.get(pilih.bulan)
    rp = bulanan[pilih.bulan].rp
    asal = web.sumber("penerima_bantuan", dasar=("BRU 17", "BRU 20(2)", "LTM 14(2)", "LTM 22"), kekuatan="Mendorong")

    is_seluruh = not (pilih.opd or pilih.wilayah)  # double payments and the plan are known for the whole regency only
    dua_kali = bantuan.jumlah_ganda(ganda, is_bersama=False) if is_seluruh else 0
    web.judul(judul_dana.penerima(kini, orang.get(lalu), lalu, dua_kali))
    rencana = web.nilai_kabupaten("RNT-02") if is_seluruh else None
    web.kpi(bantuan.kpi(None if kini is None else int(kini), rp, rencana, ganda))

    dana, kategori = isi["SUMBER_DANA"], isi["SUBKATEGORI"]
    kiri, kanan = st.columns(2, gap="large")
    with kiri:
        judul = bantuan.judul_kelompok(dana, "sumber dana", {})
        web.blok(
            bantuan.batang(dana, judul, f"Orang, {format.bulan(pilih.bulan)}, per sumber dana", "Sumber dana", {}, asal)
        )
    with kanan:
        judul = f"{format.bilangan(kini)} penerima pada {format.bulan(pilih.bulan)}"
        web.blok(bantuan.garis(orang, judul, "Orang yang iurannya dibantu, per bulan", "orang", asal))
    if sum(x.orang for x in dana) != kini:
        web.catatan(bantuan.GANDA)

    kiri, kanan = st.columns(2, gap="large")
    with kiri:
        if pilih.wilayah is None:
            tempat, nama, kata = isi["KECAMATAN"], dict(daftar.kecamatan), "kecamatan"
        else:
            tempat, nama = isi["DESA"], {kode: d.nama for kode, d in daftar.desa.items()}
            kata = web.profil()["istilah.desa"].lower()
        judul = bantuan.judul_kelompok(tempat, kata, nama)
        rinci_lagi = "" if pilih.wilayah else "; pilih kecamatan di atas untuk merinci"
        subjudul = f"Orang, {format.bulan(pilih.bulan)}, per {kata}{rinci_lagi}"
        web.blok(bantuan.batang(tempat, judul, subjudul, kata.capitalize(), nama, asal))
    with kanan:
        iuran = {b: float(x.rp) for b, x in bulanan.items()}
        judul = f"Iuran {format.rupiah_pendek(rp)} pada {format.bulan(pilih.bulan)}"
        web.blok(bantuan.garis(iuran, judul, "Rupiah iuran menurut daftar penerima, per bulan", "Rp", asal))

    web.subjudul(
        "Siapa yang dibantu", f"Orang dan rupiah, {format.bulan(pilih.bulan)}; {bantuan.kata_hitung(is_seluruh)}"
    )
    kiri, tengah, kanan = st.columns(3, gap="large")
    with kiri:
        web.tabel("Jenis kelamin", bantuan.KOLOM_RINCI, bantuan.baris_rinci(isi["JENIS_KELAMIN"]))
        web.tabel("Disabilitas", bantuan.KOLOM_RINCI, bantuan.baris_rinci(isi["DISABILITAS"]))
    with tengah:
        web.tabel("Kelompok usia", bantuan.KOLOM_RINCI, bantuan.baris_rinci(bantuan.urut_usia(isi["KELOMPOK_USIA"])))
    with kanan:
        web.tabel("Kategori penerima", bantuan.KOLOM_RINCI, bantuan.baris_rinci(kategori))
    web.baris_sumber(asal)

    web.subjudul("Orang dengan lebih dari satu pembayar", f"Se-kabupaten, {format.bulan(pilih.bulan)}")
    if ganda:
        web.tabel("Gabungan pembayar", bantuan.KOLOM_GANDA, bantuan.baris_ganda(ganda))
        web.catatan("Iuran seorang penerima boleh ditanggung bersama bila porsinya berjumlah 100% (BRU 20(2)).")
    else:
        web.catatan("Tidak ada orang yang iurannya dibayar lebih dari satu sumber dana.")
    web.baris_sumber(asal)
