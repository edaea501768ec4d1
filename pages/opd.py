"""OPD: how far is each OPD: its own non-ASN, its supervised workers, its tasks?"""

from ucj import format, html, judul, kantor, web

pilih, bulan, aturan = web.pilihan(), web.bulan(), web.profil()
kata = aturan["istilah.perangkat_daerah"]
roster = web.baris("roster", bulan=bulan)
non_asn, binaan, serapan = (web.nilai(kode, "OPD") for kode in ("PEM-01", "SEK-01", "KEU-01"))
beranggaran = set(web.read("unit_terkirim", tahun=f"{bulan:%Y}")["kode_unit"])
semua = kantor.susun(web.daftar().opd, non_asn, binaan, serapan, roster, beranggaran)
dasar, kekuatan = ("LMJ III", "LMJ IV", "INP 25b"), aturan.kekuatan("PEM-01")
sumber = web.sumber("pekerja_binaan", "peserta", "anggaran", "realisasi", dasar=dasar, kekuatan=kekuatan)

if pilih.opd is None:
    berdaftar = [b for b in semua if b.non_asn]
    ada_daftar = any(n.pembilang is not None for n in non_asn)
    kurang = [(b.nama, b.kurang) for b in berdaftar if b.kurang]
    temuan = judul.kewajiban_opd(kurang, len(berdaftar), kata, ada_daftar)
    web.judul(temuan, "Diurutkan menurut non-ASN yang belum terlindungi")
    if not berdaftar:
        web.kosong(f"Belum ada {kata} yang menyerahkan daftar pekerjanya.", "pekerja_binaan")
    elif not ada_daftar:
        web.kosong("Perlindungan baru dapat dihitung setelah daftar peserta bulan ini dikirim.", "peserta")
    alamat = {b.kode: web.alamat("opd", opd=b.kode) for b in semua}
    web.tabel(f"{kata} dan kewajibannya, {format.bulan(bulan)}", *kantor.tabel(semua, alamat, kata))
    web.catatan(
        "Satu orang dapat tercatat pada dua unit; tidak padan, tidak aktif, dan satu program dihitung per daftar. "
        "Baris yang perlu perbaikan ikut dalam penyebut: NIK yang rusak tidak boleh memperindah angka."
    )
    web.baris_sumber(sumber)
else:
    satu = next(b for b in semua if b.kode == pilih.opd)
    if satu.non_asn is None:
        web.judul(f"{satu.nama} belum menyerahkan daftar non-ASN")
    else:
        n = satu.non_asn
        web.judul(judul.kewajiban_satu_opd(satu.nama, n.penyebut, n.pembilang, satu.kurang))
    web.jejak([html.tautan(f"Semua {kata}", web.alamat("opd", opd=None))], satu.nama)
    web.kpi(kantor.kartu(satu))

    milik = [r for r in roster if r["kode_opd"] == satu.kode]
    web.subjudul("Unit dan daftarnya", f"Daftar yang berlaku pada {format.tanggal_panjang(pilih.akhir)}")
    if milik:
        web.tabel(f"Daftar pekerja {satu.nama} menurut unit", *kantor.tabel_unit(milik))
    else:
        web.kosong(f"{satu.nama} belum mengirim daftar pekerja.", "pekerja_binaan")
    web.catatan(kantor.kalimat_binaan(satu))
    web.baris_sumber(sumber)

    sektor = [s for s in web.sektor("UCJ-01") if s.kantor and s.kantor.kode == satu.kode]
    web.subjudul("Sektor yang dijawab", f"Menurut KTP; satu {kata} memimpin setiap sektor")
    if sektor:
        web.tabel(f"Sektor {satu.nama}", *kantor.tabel_sektor(sektor))
        web.baris_sumber(web.sumber_nilai(sektor[0].nilai))
    else:
        milik_sektor = [b["nama_sektor"] for b in web.baris("sektor") if b["kode_opd"] == satu.kode]
        web.catatan(kantor.kalimat_sektor(satu.nama, milik_sektor))

    tugas = next((o.tugas for o in aturan.opd if o.kode == satu.kode), ())
    web.subjudul("Tugas menurut peraturan", "Wajib lebih dahulu; ukuran dan dasar dari profil daerah")
    if tugas:
        web.tabel(f"Tugas {satu.nama}", *kantor.tabel_tugas(tugas))
    else:
        web.catatan(
            "Profil daerah tidak memberi tugas khusus kepada kantor ini; kewajiban melindungi non-ASN berlaku bagi "
            "semua kepala perangkat daerah (LMJ III, LMJ IV)."
        )
