"""Source ``tindak_lanjut``: decisions of the evaluation meetings, written down by the secretariat or in the app."""

import polars as pl

from etl.kode import STATUS_TINDAK
from etl.kolom import Kolom, Kontrak

KONTRAK = Kontrak(
    nama="tindak_lanjut",
    judul="Tindak lanjut rapat",
    pengirim="Sekretariat Tim, aplikasi ini",
    jenis="REGISTER",
    cakupan=("id",),
    teks_cakupan=pl.col("id"),
    kunci=("id",),
    penjelasan=(
        "Satu baris per keputusan rapat. Baris dengan id yang sama mengganti catatan sebelumnya; keputusan yang tidak "
        "ada di berkas tetap berlaku dan tidak pernah terhapus."
    ),
    dasar="BRU 30; LTM 21(2)",
    kolom=(
        Kolom("id", "teks", "Tanda pengenal keputusan, tidak pernah dipakai ulang.", wajib=True,
              alias=("nomor keputusan", "id keputusan", "kode tindak lanjut"), contoh="TL-20260714-01"),
        Kolom("tanggal_rapat", "tanggal", "Tanggal rapat yang memutuskan.", wajib=True,
              alias=("tgl rapat", "rapat"), contoh="2026-07-14"),
        Kolom("keputusan", "teks", "Apa yang harus dikerjakan.", wajib=True,
              alias=("uraian keputusan", "tindak lanjut", "isi keputusan"),
              contoh="Menyerahkan daftar petani per kelompok tani"),
        Kolom("pemilik", "pemilik", "Siapa yang mengerjakan: OPD, desa (DESA-kode), BUMD, BPJSTK, atau nama lain.",
              wajib=True, alias=("penanggung jawab", "pic", "pelaksana"), contoh="DISTAN"),
        Kolom("tenggat", "tanggal", "Tanggal paling akhir.", wajib=True,
              alias=("batas waktu", "tenggat waktu", "target selesai", "deadline"), contoh="2026-07-31"),
        Kolom("status", "kode", "TERBUKA, SELESAI, atau BATAL.", wajib=True, daftar=STATUS_TINDAK,
              alias=("status tindak lanjut", "keadaan"), contoh="TERBUKA"),
        Kolom("tanggal_selesai", "tanggal", "Tanggal selesai atau dibatalkan.", alias=("tgl selesai", "selesai pada")),
        Kolom("catatan", "teks", "Catatan, misalnya bukti penyelesaian.", alias=("keterangan",)),
    ),
)  # fmt: skip
