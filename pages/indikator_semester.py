"""Indikator semester: every indicator of the report, its value, target, previous semester and status."""

import streamlit as st

from ucj import format, judul_laporan, semester, web
from ucj.indikator import KATALOG, list_tersedia

kekuatan = web.profil().kekuatan
kode = web.choose_semester()
if kode is None:
    web.judul("Indikator semester belum dapat dihitung")
    web.kosong("Belum ada bulan yang berisi data.", "rekap_bpjs", "penduduk_bekerja", "target")
else:
    lalu = semester.semester_lalu(kode)
    kini = semester.choose_laporan(web.nilai(periode=kode), kode)
    pasangan = semester.join(kini, web.nilai(periode=lalu))
    web.judul(
        judul_laporan.semester([n.status for n in kini if n.satuan == KATALOG[n.kode].satuan[0]], kode),
        f"{format.semester(kode)} dibandingkan {format.semester(lalu)}; angka kabupaten",
    )
    web.kpi(semester.kartu(pasangan, kekuatan))
    isi = [semester.sel(p, kekuatan(p.kini.kode), web.tanda_keberatan(p.kini.kode)) for p in pasangan]
    web.tabel("Indikator laporan semester", semester.KOLOM, isi)
    web.catatan(
        "pp = persen poin. Nilai stok adalah nilai bulan terakhir semester yang ada datanya; rupiah dan kasus adalah "
        "jumlah enam bulan; serapan anggaran dihitung sejak Januari. “tidak sebanding”: jenis sumbernya berbeda, "
        "salah satunya estimasi, atau waktunya sejak Januari tidak sama."
    )
    web.baris_sumber(web.sumber(*dict.fromkeys(s.strip() for n in kini if n.sumber for s in n.sumber.split(","))))

    web.keberatan()
    belum = semester.baris_belum(kekuatan)
    web.subjudul(
        f"{len(belum)} indikator belum ada sumber", "Diisi setelah sumbernya dapat dikirim; tidak dihitung sebagai nol"
    )
    web.tabel("Belum ada sumber", semester.KOLOM_BELUM, belum)

    web.subjudul("Rincian satu indikator", f"{format.semester(kode)}, beserta semester sebelumnya")
    kiri, kanan = st.columns(2)
    pilihan = [i.kode for i in list_tersedia() if set(i.tingkat) - {"KABUPATEN"}]
    terpilih = kiri.selectbox(
        "Indikator", pilihan, format_func=lambda k: f"{k} {KATALOG[k].nama}", key="rincian_indikator"
    )
    tingkat = [t for t in KATALOG[terpilih].tingkat if t != "KABUPATEN" and web.nilai(terpilih, t, kode)]
    if tingkat:
        rincian = kanan.selectbox("Menurut", tingkat, format_func=lambda t: semester.TINGKAT[t], key="rincian_tingkat")
        rinci = semester.join(web.nilai(terpilih, rincian, kode), web.nilai(terpilih, rincian, lalu))
        daftar = web.daftar()
        kamus = {
            "KECAMATAN": daftar.kecamatan,
            "DESA": {k: f"{d.nama} ({d.nama_kecamatan})" for k, d in daftar.desa.items()},
            "OPD": daftar.opd,
            "SEKTOR": {s["sektor"]: s["nama_sektor"] for s in web.baris("sektor")},
        }
        judul = f"{KATALOG[terpilih].nama} menurut {semester.TINGKAT[rincian].lower()}"
        web.tabel(judul, semester.KOLOM_RINCI, semester.baris_rinci(rinci, kamus))
        web.baris_sumber(web.sumber_nilai(rinci[0].kini))
    else:
        web.catatan("Kiriman yang berlaku belum merinci indikator ini.")
