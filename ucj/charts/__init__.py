"""Charts: ``deskripsi`` says what a chart shows, ``layar`` draws it with Plotly, ``peta`` prepares boundaries."""

from ucj.charts.deskripsi import Bar, Batang, Deret, Deskripsi, Garis, Peta, Sasaran, Wilayah

__all__ = ["Bar", "Batang", "Deret", "Deskripsi", "Garis", "Peta", "Sasaran", "Wilayah"]
