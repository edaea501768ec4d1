"""Source ``rekap_bpjs``: the monthly recap of BPJS Ketenagakerjaan (BRU 22)."""

import polars as pl

from etl.kode import BASIS, SEGMEN
from etl.kolom import Kolom, Kontrak

KONTRAK = Kontrak(
    nama="rekap_bpjs",
    judul="Rekap bulanan BPJS Ketenagakerjaan",
    pengirim="BPJS Ketenagakerjaan",
    jenis="GAMBAR",
    cakupan=("bulan", "basis"),
    teks_cakupan=pl.concat_str(pl.col("bulan").dt.strftime("%Y-%m"), "basis", separator="|"),
    kunci=("bulan", "basis", "segmen", "program", "sektor", "kode_desa"),
    dimensi=("segmen", "program", "sektor", "kode_desa"),
    satuan_pivot="jumlah_aktif",
    penjelasan=(
        "Satu baris per rincian. Kolom rincian (segmen, program, sektor, kode_desa) yang kosong atau berisi SEMUA "
        "berarti seluruhnya. Tabel silang (kecamatan kali segmen, satu lembar per segmen) dibaca juga."
    ),
    dasar="BRU 22; LTM 10(2)e",
    kolom=(
        Kolom("bulan", "bulan", "Bulan data; boleh hanya ada di kepala surat.", wajib=True,
              alias=("bulan data", "periode", "bln", "periode data", "blth"), contoh="2026-06"),
        Kolom("basis", "kode", "Menurut tempat tinggal atau tempat bekerja.", wajib=True, daftar=BASIS,
              alias=("dasar hitung",), contoh="DOMISILI"),
        Kolom("segmen", "kode", "Segmen kepesertaan, atau SEMUA.", wajib=True, daftar=SEGMEN, semua=True,
              alias=("segmen kepesertaan", "jenis kepesertaan", "segmentasi"), dasar="LTM 5(2)", contoh="PU"),
        Kolom("program", "program", "Satu program; kosong berarti hitungan orang tanpa membedakan program.",
              semua=True, tunggal=True, alias=("jenis program",), dasar="LTM 4(1)"),
        Kolom("sektor", "sektor", "Sektor lapangan usaha; kosong berarti seluruh sektor.", longgar=True, semua=True,
              alias=("lapangan usaha", "kbli", "sektor usaha", "bidang usaha")),
        Kolom("kode_desa", "kode_desa",
              "Kode desa atau kecamatan menurut Kemendagri; boleh diganti kolom kecamatan dan desa.", semua=True,
              alias=("kode desa/kelurahan", "kode kelurahan", "kode_kelurahan_desa", "kode wilayah", "kode kecamatan",
                     "kode kampung", "idDesa", "idKecamatan"), contoh="99.01.01.2001"),
        Kolom("jumlah_terdaftar", "jumlah", "Orang yang terdaftar.",
              alias=("terdaftar", "peserta terdaftar", "jumlah peserta terdaftar")),
        Kolom("jumlah_aktif", "jumlah", "Orang yang aktif.", wajib=True,
              alias=("aktif", "peserta aktif", "jumlah peserta aktif", "tenaga kerja aktif", "tk aktif",
                     "jumlah tk aktif", "jumlah tenaga kerja aktif", "jumlah peserta", "jumlah tk",
                     "jumlah tenaga kerja", "peserta"), contoh="1.250"),
        Kolom("rp_iuran", "rupiah", "Iuran yang diterima bulan itu, rupiah.",
              alias=("iuran", "jumlah iuran", "penerimaan iuran", "total iuran", "nominal iuran")),
        Kolom("jumlah_kasus", "jumlah", "Jumlah kasus klaim bulan itu.",
              alias=("kasus", "jumlah klaim", "kasus klaim", "klaim")),
        Kolom("rp_manfaat", "rupiah", "Manfaat yang dibayar bulan itu, rupiah.",
              alias=("manfaat", "nominal klaim", "pembayaran klaim", "pembayaran manfaat", "nominal manfaat",
                     "jumlah manfaat")),
        Kolom("penyebut_resmi", "jumlah", "Semesta pekerja menurut BPJS Ketenagakerjaan, hanya untuk pembanding.",
              alias=("semesta", "universe", "potensi", "semesta pekerja", "potensi tenaga kerja")),
        Kolom("persen_resmi", "persen", "Cakupan menurut BPJS Ketenagakerjaan, hanya untuk pembanding.",
              alias=("persen", "cakupan", "coverage", "persentase", "capaian ucj", "persen cakupan", "%")),
    ),
)  # fmt: skip
