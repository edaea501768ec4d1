"""Whether the page is shown for paper: flat, with every row, without tabs and buttons; and what then stands instead."""

from collections.abc import Sequence

import streamlit as st
from streamlit.delta_generator import DeltaGenerator

from ucj import html

CETAK = "_cetak"  # in the session state


def is_cetak() -> bool:
    """Whether this run shows the page for print."""
    return bool(st.session_state.get(CETAK))


def tab(nama: Sequence[str]) -> Sequence[DeltaGenerator]:
    """Return one room per name: tabs on screen; on paper they stand under each other, each with its name."""
    if not is_cetak():
        return st.tabs(nama)
    ruang = []
    for satu in nama:
        ruang.append(st.container())
        ruang[-1].html(f'<div class="ucj ucj-blok"><h2>{html.teks(satu)}</h2></div>')
    return ruang


def rincikan(kalimat: str) -> bool:
    """Show a switch for rows that the screen leaves out at first; True when on, and always on paper."""
    return is_cetak() or st.toggle(kalimat)
