"""Kualitas data: what was delivered when, what was set aside and why, which warnings are open, who is late?"""

from datetime import date

import streamlit as st

from ucj import format, judul_laporan, kalender, kualitas, lapor, web

pilih = web.pilihan()
pengiriman = web.baris("pengiriman") if web.terbitan() else []
if not pengiriman or pilih.bulan is None:
    web.judul("Belum ada kiriman bulanan yang diterbitkan")
    web.kosong(
        "Kiriman muncul di halaman ini setelah dimuat dan diterbitkan dengan python -m etl build.",
        *("wilayah", "rekap_bpjs", "peserta", "penduduk_bekerja", "target", "pekerja_binaan"),
        *("anggaran", "realisasi", "penerima_bantuan", "pemberi_kerja"),
    )
    if pengiriman:
        nama = kualitas.nama_unit(web.daftar().opd, web.daftar().desa)
        web.tabel("Kiriman", kualitas.KOLOM_KIRIMAN, kualitas.baris_kiriman(pengiriman, nama))
else:
    daftar, aturan = web.daftar(), web.profil()
    nama = kualitas.nama_unit(daftar.opd, daftar.desa)
    dari = kalender.geser_bulan(pilih.bulan, 1 - kualitas.BULAN_TAMPIL)
    kisi = kualitas.read_kisi(web.baris("kiriman_bulanan", dari=dari, sampai=pilih.bulan), pilih.bulan)
    ringkas = kualitas.sum_berlaku(pengiriman)
    kewajiban, dihitung, hari = web.baris("kewajiban"), aturan["lapor.kewajiban"], date.today()
    rekap_masuk = lapor.choose(kewajiban, lapor.REKAP, pilih.bulan)[: lapor.TAMPIL]
    laporan = [k for jenis in list(lapor.KEWAJIBAN)[1:] for k in lapor.choose(kewajiban, jenis, pilih.bulan)[:4]]
    padan = web.baris("roster_padan", bulan=pilih.bulan)
    peringatan = web.baris("peringatan")
    belum = kisi.belum(pilih.bulan)

    jumlah_peringatan = len(peringatan)
    web.judul(judul_laporan.kualitas(ringkas.disisihkan, jumlah_peringatan, len(belum), pilih.bulan))
    web.kpi(kualitas.kpi(kisi, pilih.bulan, rekap_masuk, ringkas, padan))

    web.subjudul(
        "Kiriman bulanan dua belas bulan terakhir",
        "● diterima (jumlah bagian: OPD, desa, atau basis) dan tanggalnya; ▲ rekap sesudah jatuh tempo; ○ belum ada. "
        "Selain rekap, kiriman bulanan diharapkan, bukan kewajiban",
    )
    web.tabel("Pengirim dan bulan", kualitas.kolom_kisi(kisi), kualitas.baris_kisi(kisi))
    for kalimat, bagian in kualitas.list_hilang(kisi, pilih.bulan, nama):
        web.rincian(kalimat, bagian)

    kiri, kanan = st.columns([5, 7], gap="large")
    with kiri:
        web.subjudul(
            lapor.judul([*rekap_masuk, *laporan], hari, dihitung),
            f"Rekap jatuh tempo tanggal {aturan['lapor.bulanan_tanggal']} bulan berikutnya dan dipenuhi oleh rekap "
            "atau daftar peserta, mana yang lebih dahulu; TKL-01 menghitung yang disebut peraturan daerah",
        )
        web.tabel(lapor.name(lapor.REKAP, dihitung), lapor.KOLOM, lapor.baris(rekap_masuk, hari))
        web.tabel("Laporan pengawasan dan semester", lapor.KOLOM, lapor.baris(laporan, hari, dihitung))
        web.baris_sumber(
            web.sumber("rekap_bpjs", "peserta", "laporan_masuk", dasar=[dasar for _, dasar in lapor.KEWAJIBAN.values()])
        )
    with kanan:
        web.subjudul(
            f"{format.bilangan(jumlah_peringatan)} peringatan terbuka",
            "Tidak menghentikan penerbitan, tetapi memengaruhi angka",
        )
        for kalimat, serupa in kualitas.per_peringatan(peringatan):
            if len(serupa) > 1:
                web.rincian(kalimat, serupa)
            else:
                web.catatan(kalimat)
        if not peringatan:
            web.catatan("Tidak ada peringatan.")

    alasan = web.baris("alasan_pengiriman")
    web.subjudul(
        f"{format.bilangan(ringkas.disisihkan)} baris perlu perbaikan",
        "Tidak dihitung sampai diperbaiki; satu baris dapat mempunyai beberapa alasan",
    )
    if alasan:
        web.tabel("Per sumber", kualitas.KOLOM_ALASAN, kualitas.baris_alasan_sumber(alasan))
        if web.rincikan("Rincikan per kiriman"):
            web.tabel("Per kiriman", kualitas.KOLOM_ALASAN, kualitas.baris_alasan(alasan))
        web.catatan(
            "Daftar barisnya: python -m etl rejects SUMBER --out perbaikan.xlsx. Setelah dibetulkan, muat kembali."
        )
    else:
        web.catatan("Semua baris dari kiriman yang berlaku sudah dimuat.")

    if padan:
        web.subjudul(
            "Daftar pekerja OPD, desa, BUMD dan penyelenggara pemilu",
            f"Daftar yang berlaku pada {format.bulan(pilih.bulan)}",
        )
        web.tabel("Padanan NIK", kualitas.KOLOM_DAFTAR, kualitas.baris_daftar(padan))
        web.baris_sumber(web.sumber("pekerja_binaan", "peserta"))

    rekap = [r for r in web.baris("rekap_resmi") if r["bulan"] <= pilih.bulan][:12]
    if rekap:
        kami = {("DOMISILI", n.bulan): n.nilai for n in web.deret("UCJ-01", "KABUPATEN") if n.bulan}
        kami |= {("TEMPAT_KERJA", n.bulan): n.nilai for n in web.deret("S-11", "KABUPATEN") if n.bulan}
        web.subjudul(
            "Rekap di samping daftar nama",
            "Angka resmi BPJS Ketenagakerjaan ditampilkan dan dibandingkan, tidak dipakai menghitung",
        )
        web.tabel("Peserta aktif menurut rekap dan daftar", kualitas.KOLOM_REKAP, kualitas.baris_rekap(rekap, kami))
        web.baris_sumber(web.sumber("rekap_bpjs", "peserta"))

    tidak_dihitung = kualitas.baris_tidak_dihitung(web.baris("anggaran_tidak_dihitung"))
    if tidak_dihitung:
        web.subjudul(
            "Baris anggaran yang tidak dihitung sebagai iuran",
            "Dimuat dan ditampilkan agar dapat diperiksa; tidak masuk pagu iuran",
        )
        web.tabel("Tidak dihitung", kualitas.KOLOM_TIDAK_DIHITUNG, tidak_dihitung)
        web.baris_sumber(web.sumber("anggaran", dasar=(aturan.dasar("anggaran.rekening"),)))

    semua = len(pengiriman) <= kualitas.TAMPIL or web.rincikan(f"Tampilkan semua {len(pengiriman)} kiriman")
    tampil = pengiriman if semua else pengiriman[: kualitas.TAMPIL]
    web.subjudul(
        "Kiriman" if semua else f"{kualitas.TAMPIL} kiriman terakhir",
        "Dibaca = dimuat + perlu perbaikan; terbaru di atas",
    )
    web.tabel("Kiriman", kualitas.KOLOM_KIRIMAN, kualitas.baris_kiriman(tampil, nama))
