"""OPD: how far is each OPD: its own non-ASN, its supervised workers, its tasks?"""

from ucj import dana, format, html, judul_opd, kantor, kantor_tampil, klarifikasi, web

pilih, bulan, aturan = web.pilihan(), web.bulan(), web.profil()
kata = aturan["istilah.perangkat_daerah"]
roster, sektor = web.baris("roster", bulan=bulan), web.sektor("UCJ-01")
non_asn, binaan = web.nilai("PEM-01", "OPD"), web.nilai("SEK-01", "OPD")
serapan = [dana.tahan(n) for n in web.nilai("KEU-01", "OPD")]
beranggaran = set(web.read("unit_terkirim", tahun=f"{bulan:%Y}")["kode_unit"])
uang = kantor.dana_opd(web.baris("dana_opd", bulan=bulan), bulan)
semua = kantor.susun(web.daftar().opd, non_asn, binaan, serapan, roster, beranggaran, sektor, uang)
alamat = {b.kode: web.alamat("opd", opd=b.kode) for b in semua}
dasar, kekuatan = ("LMJ III", "LMJ IV", "INP 25b"), aturan.kekuatan("PEM-01")
penyebut = next((s.nilai.sumber_penyebut for s in sektor if s.nilai.sumber_penyebut), None)
kiriman = ("pekerja_binaan", "peserta", "anggaran", "realisasi")
sumber = web.sumber(*kiriman, penyebut=penyebut, dasar=dasar, kekuatan=kekuatan)

if pilih.opd is None:
    berdaftar = [b for b in semua if b.non_asn]
    ada_daftar = any(b.kurang is not None for b in semua)
    terbanyak = semua[0].nama if semua and semua[0].belum_sektor else None
    kurang = sum(bool(b.kurang) for b in berdaftar)
    web.judul(judul_opd.temuan(terbanyak, kurang, len(berdaftar), kata, ada_daftar))
    if not berdaftar:
        web.kosong(f"Belum ada {kata} yang menyerahkan daftar pekerjanya.", "pekerja_binaan")
    elif not ada_daftar:
        web.kosong("Perlindungan baru dapat dihitung setelah daftar peserta bulan ini dikirim.", "peserta")
    if any(b.belum is not None or b.non_asn or b.serapan for b in semua):
        catatan = kantor_tampil.catatan(semua, kata)
        sanggah = {(k.kode_opd, k.kode_indikator) for k in klarifikasi.terbuka(web.klarifikasi(), bulan=bulan)}
        batas = aturan["selisih.batas"]
        web.blok(kantor_tampil.panas(semua, alamat, kata, bulan, batas, sumber, catatan, sanggah))
else:
    satu = next(b for b in semua if b.kode == pilih.opd)
    n = satu.non_asn
    web.judul(judul_opd.satu(satu.nama, n.penyebut if n else None, n.pembilang if n else None, satu.kurang))
    web.jejak([html.tautan(f"Semua {kata}", web.alamat("opd", opd=None))], satu.nama)
    web.kpi(kantor_tampil.kartu(satu))

    milik = [r for r in roster if r["kode_opd"] == satu.kode]
    web.subjudul("Unit dan daftarnya", f"Daftar yang berlaku pada {format.tanggal_panjang(pilih.akhir)}")
    if milik:
        web.tabel(f"Daftar pekerja {satu.nama} menurut unit", *kantor_tampil.tabel_unit(milik))
        web.catatan(kantor_tampil.kalimat_roster(satu))
        web.tombol_lembar(satu.kode, satu.nama)
    else:
        web.kosong(f"{satu.nama} belum mengirim daftar pekerja.", "pekerja_binaan")
    web.baris_sumber(sumber)

    web.subjudul("Sektor yang dijawab", f"Menurut KTP; satu {kata} memimpin setiap sektor")
    if satu.sektor:
        web.tabel(f"Sektor {satu.nama}", *kantor_tampil.tabel_sektor(satu.sektor, web.alamat("sektor")))
        web.baris_sumber(web.sumber_nilai(satu.sektor[0].nilai))
    else:
        milik_sektor = [b["nama_sektor"] for b in web.baris("sektor") if b["kode_opd"] == satu.kode]
        web.catatan(kantor_tampil.kalimat_sektor(satu.nama, milik_sektor))

    tugas = next((o.tugas for o in aturan.opd if o.kode == satu.kode), ())
    web.subjudul("Tugas menurut peraturan", "Wajib lebih dahulu; ukuran dan dasar dari profil daerah")
    if tugas:
        web.tabel(f"Tugas {satu.nama}", *kantor_tampil.tabel_tugas(tugas))
    else:
        web.catatan(
            "Profil daerah tidak memberi tugas khusus kepada kantor ini; kewajiban melindungi non-ASN berlaku bagi "
            f"semua kepala {kata} (LMJ III, LMJ IV)."
        )
    web.keberatan(opd=satu.kode)
