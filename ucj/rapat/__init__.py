"""The meeting view: seven screens in a fixed order, each one sentence, one number, one picture, all by rule."""

from ucj.rapat.bahan import Bahan
from ucj.rapat.isi import susun
from ucj.rapat.layar import PROYEKTOR, TV, Layar, Tabel, Ukuran

__all__ = ["PROYEKTOR", "TV", "Bahan", "Layar", "Tabel", "Ukuran", "susun"]
