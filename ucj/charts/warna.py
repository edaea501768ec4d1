"""Every colour of screen and paper, once (visual.md 2). Contrasts and distances are held by tests/ucj/test_warna.py."""

PUTIH = "#FFFFFF"
TINTA = "#1A1A1A"
REDUP = "#595959"  # muted text
TAUTAN = "#0B5394"
FOKUS = "#C4500A"  # focus ring
KISI = "#D9D9D9"  # grid lines, decoration only
PANEL = "#F5F7F9"
LATAR_CONTOH, TEPI_CONTOH = "#FFF3D6", "#8A5A00"  # the banner of simulated data
TEPI_PUTUS = "#4A4A4B"  # of a village without data: the style sheet dashes the line of this colour, Plotly cannot
TEPI = "#4A4A4A"  # outline of every area and cell: the light classes are under 3:1 on white

# coverage in five classes, lowest first; limits are the profile's, never quantiles
URUT = ("#D6E6F2", "#9FC5E3", "#5E9BCB", "#2A6CA6", "#0F3557")
# gap to target in five classes, furthest below first; the negative side is hatched, each cell prints its sign
SELISIH = ("#A64200", "#F0A35E", "#EFEFEF", "#86B9DF", "#1B5A96")

# status code -> colour of its mark; the word beside it is always in ink
STATUS = {
    "TERCAPAI": "#1F8276",
    "SESUAI_RENCANA": "#1B5287",
    "PERLU_PERHATIAN": "#DB6B0A",
    "JAUH_DI_BAWAH": "#6B0F1A",
    "BELUM_ADA_DATA": "#767676",
}
DIRAHASIAKAN = "#4A4A4A"  # the cross of "<5"
LATAR_DIRAHASIAKAN = "#E6E6E6"

# scenario notation: actual solid, earlier grey, target black, estimate dashed with a band
NYATA = "#1B5287"
LALU = "#9A9A9A"
SASARAN = TINTA
PITA = "#D3DEEA"
ALUR_PELURU = "#E8ECF1"  # the track of a bullet bar

# focus: the one thing meant, all else grey
SOROT = NYATA
SAMAR = "#BDBDBD"

# colour is the third cue of a segment: dash pattern and the label at the line's end come first
SEGMEN = {"PU": "#12436D", "BPU": "#7B5AA6", "JAKON": "#9A7A1E", "PMI": "#5A5A5A"}


def huruf_di_atas(kelas: int) -> str:
    """Return the colour of text on a class 0 to 4 of ``URUT``: dark on the three light ones."""
    return TINTA if kelas < 3 else PUTIH
