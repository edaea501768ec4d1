"""The frame of Kabupaten Contoh, for tests that look at what the simulation makes before it is loaded."""

from pathlib import Path

import numpy as np

from etl.sintetis.daerah import make_contoh
from etl.sintetis.skenario import SKALA, Skenario, make_bulan, read_aturan
from ucj.peraturan import init


def make_skenario(folder: Path, profil: str = "umum", jumlah_bulan: int = 24, benih: int = 1) -> Skenario:
    skala = SKALA["kecil"]
    daerah = make_contoh(np.random.default_rng(benih), skala.jumlah_kecamatan, skala.jumlah_desa)
    aturan = read_aturan(init(folder, profil, daerah.kode, daerah.nama))
    return Skenario(daerah, aturan, skala, make_bulan(jumlah_bulan), benih)
