"""Cetak: how does a page look on paper, with all its rows?"""

from ucj import web

web.tampilkan_cetak()
