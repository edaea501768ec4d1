"""What a chart shows, without how it is drawn: the same description feeds screen, files, table and alternative text."""

from ucj.charts.deskripsi.batang import Bar, Batang, Langkah, Tangga
from ucj.charts.deskripsi.dasar import (
    DIRAHASIAKAN,
    TIDAK_BERLAKU,
    CampurBasis,
    Deskripsi,
    Tanda,
    tulis,
    tulis_pendek,
)
from ucj.charts.deskripsi.garis import Deret, Garis, Kisi, Lereng, Lereng1, Panel, Peristiwa, Perkiraan, Sasaran
from ucj.charts.deskripsi.panas import BarisPanas, KolomPanas, Panas, Sel
from ucj.charts.deskripsi.titik import Baris, Sebar, Titik, TitikNilai, TitikXY
from ucj.charts.deskripsi.wilayah import Peta, Wilayah

__all__ = [
    "DIRAHASIAKAN",
    "TIDAK_BERLAKU",
    "Bar",
    "Baris",
    "BarisPanas",
    "Batang",
    "CampurBasis",
    "Deret",
    "Deskripsi",
    "Garis",
    "Kisi",
    "KolomPanas",
    "Langkah",
    "Lereng",
    "Lereng1",
    "Panas",
    "Panel",
    "Peristiwa",
    "Perkiraan",
    "Peta",
    "Sasaran",
    "Sebar",
    "Sel",
    "Tanda",
    "Tangga",
    "Titik",
    "TitikNilai",
    "TitikXY",
    "Wilayah",
    "tulis",
    "tulis_pendek",
]
