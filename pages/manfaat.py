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
    iuran = web.nilai("KEU-03", "KABUPATEN", pilih.periode)
    deret = web.deret("MAN-01", "KABUPATEN", satuan="Rp"), web.deret("KEU-03", "KABUPATEN", satuan="Rp")
    # one basis in every month of the period, of benefits and of contributions: else nothing is divided
    per_bulan = [[n for n in d if n.bulan in bulan] for d in deret]
    basis = manfaat.basis_tunggal(dibayar, *per_bulan[:1])
    is_sebanding = bool(manfaat.basis_tunggal(dibayar, iuran, *per_bulan)) or not any(n.basis for n in iuran)
    if pilih.kode_kecamatan is None:
        (total,) = manfaat.join(dibayar, iuran)
        program = manfaat.join(
            web.nilai("MAN-01", "PROGRAM", pilih.periode), web.nilai("KEU-03", "PROGRAM", pilih.periode)
        )
    else:
        program = manfaat.per_program(kecamatan, pilih.kode_kecamatan)
        total = manfaat.sum_baris("Jumlah", program)

    letak = f"Kecamatan {daftar.kecamatan[pilih.kode_kecamatan]}" if pilih.kode_kecamatan else "se-kabupaten"
    sanding = total.rp_iuran if is_sebanding else None
    web.judul(judul_dana.manfaat(total.kasus, total.rp_manfaat, sanding), manfaat.keterangan(dibayar, waktu))
    web.kpi(manfaat.kpi(total, waktu, is_sebanding))
    if not is_sebanding:
        web.catatan(manfaat.BASIS_BERBEDA)

    kiri, kanan = st.columns(2, gap="large")
    with kiri:
        judul, subjudul = manfaat.judul_terbesar(program, "program"), f"Rupiah manfaat per program, {waktu}, {letak}"
        web.blok(manfaat.batang(program, judul, subjudul, "Program", asal, basis))
    with kanan:
        web.blok(manfaat.garis(*deret, asal))

    segmen = manfaat.join(web.nilai("MAN-01", "SEGMEN", pilih.periode), web.nilai("KEU-03", "SEGMEN", pilih.periode))
    kiri, kanan = st.columns(2, gap="large")
    with kiri:
        web.subjudul("Manfaat di samping iuran, per program", f"{waktu}, {letak}")
        jumlah = ["Jumlah", *total.sel(is_sebanding)[1:]]
        web.tabel("Per program", manfaat.KOLOM, [b.sel(is_sebanding) for b in program], jumlah=jumlah)
        web.baris_sumber(asal)
    with kanan:
        if segmen:
            web.subjudul("Manfaat di samping iuran, per segmen", f"{waktu}, se-kabupaten")
            web.tabel("Per segmen", manfaat.KOLOM, [b.sel(is_sebanding) for b in segmen])
            web.baris_sumber(asal)

    rekap = manfaat.per_kecamatan(kecamatan)
    if len(rekap) > 1:
        judul, subjudul = manfaat.judul_terbesar(rekap, "kecamatan"), f"Rupiah manfaat per kecamatan, {waktu}"
        kiri, kanan = st.columns([5, 7], gap="large")
        with kiri:
            web.blok(manfaat.batang(rekap, judul, subjudul, "Kecamatan", asal, basis))
        with kanan:
            jumlah = manfaat.sum_baris("Jumlah", rekap).sel(is_sebanding)
            web.subjudul("Manfaat di samping iuran, per kecamatan", waktu)
            rinci, unduh = [b.sel(is_sebanding) for b in rekap], f"manfaat-kecamatan-{pilih.periode}"
            web.tabel("Per kecamatan", manfaat.KOLOM, rinci, jumlah=jumlah, unduh=unduh, sumber=asal)
            web.baris_sumber(asal)
        silang = manfaat.tabel_silang(kecamatan)
        if silang is not None:
            web.subjudul("Manfaat per kecamatan dan program", f"Rupiah dan kasus, {waktu}")
            unduh = f"manfaat-kecamatan-program-{pilih.periode}"
            web.tabel("Kecamatan dan program", *silang[:2], jumlah=silang[2], unduh=unduh, sumber=asal)
            web.baris_sumber(asal)
    else:
        web.catatan("Rekap yang berlaku tidak merinci manfaat per kecamatan.")
