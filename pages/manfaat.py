"""Manfaat: what did the residents already receive, by programme and kecamatan, beside the contributions paid?"""

import streamlit as st

from ucj import format, judul_dana, manfaat, web
from ucj.hitung import parse_periode

pilih, daftar = web.pilihan(), web.daftar()
dibayar = web.nilai("MAN-01", "KABUPATEN", pilih.periode)
if pilih.periode is None or all(n.pembilang is None for n in dibayar):
    web.judul("Manfaat untuk periode ini belum tersedia")
    web.kosong("Rekap periode ini tidak memuat kasus atau rupiah manfaat.", "rekap_bpjs")
else:
    waktu = format.periode(pilih.periode)
    bulan = parse_periode(pilih.periode).bulan
    kecamatan = web.baris("manfaat_kecamatan", dari=bulan[0], sampai=bulan[-1])
    asal = web.sumber_nilai(next(n for n in dibayar if n.pembilang is not None))
    if pilih.kode_kecamatan is None:
        (total,) = manfaat.join(dibayar, web.nilai("KEU-03", "KABUPATEN", pilih.periode))
        program = manfaat.join(
            web.nilai("MAN-01", "PROGRAM", pilih.periode), web.nilai("KEU-03", "PROGRAM", pilih.periode)
        )
    else:
        program = manfaat.per_program(kecamatan, pilih.kode_kecamatan)
        total = manfaat.sum_baris("Jumlah", program)

    letak = f"Kecamatan {daftar.kecamatan[pilih.kode_kecamatan]}" if pilih.kode_kecamatan else "se-kabupaten"
    web.judul(judul_dana.manfaat(total.kasus, total.rp_manfaat, total.rp_iuran), manfaat.keterangan(dibayar, waktu))
    web.kpi(manfaat.kpi(total, waktu))

    kiri, kanan = st.columns(2, gap="large")
    with kiri:
        judul = manfaat.judul_terbesar(program, "program")
        web.blok(manfaat.batang(program, judul, f"Rupiah manfaat per program, {waktu}, {letak}", "Program", asal))
    with kanan:
        deret = web.deret("MAN-01", "KABUPATEN", satuan="Rp"), web.deret("KEU-03", "KABUPATEN", satuan="Rp")
        web.blok(manfaat.garis(*deret, asal))

    web.subjudul("Manfaat di samping iuran, per program", f"{waktu}, {letak}")
    web.tabel("Per program", manfaat.KOLOM, [b.sel() for b in program], jumlah=["Jumlah", *total.sel()[1:]])
    web.baris_sumber(asal)

    segmen = manfaat.join(web.nilai("MAN-01", "SEGMEN", pilih.periode), web.nilai("KEU-03", "SEGMEN", pilih.periode))
    rekap = manfaat.per_kecamatan(kecamatan)
    if len(rekap) > 1:
        judul = manfaat.judul_terbesar(rekap, "kecamatan")
        web.blok(manfaat.batang(rekap, judul, f"Rupiah manfaat per kecamatan, {waktu}", "Kecamatan", asal))
        web.tabel(
            "Per kecamatan", manfaat.KOLOM, [b.sel() for b in rekap], jumlah=manfaat.sum_baris("Jumlah", rekap).sel()
        )
        web.baris_sumber(asal)
    else:
        web.catatan("Rekap yang berlaku tidak merinci manfaat per kecamatan.")
    if segmen:
        web.subjudul("Manfaat di samping iuran, per segmen", f"{waktu}, se-kabupaten")
        web.tabel("Per segmen", manfaat.KOLOM, [b.sel() for b in segmen])
        web.baris_sumber(asal)
