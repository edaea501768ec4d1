"""The chooser of the page Indikator semester."""

import streamlit as st

from ucj import format, kalender
from ucj.web.baca import daftar, pilihan

KUNCI = "pilih_semester"


def choose_semester() -> str | None:
    """Let the reader choose one of the semesters with data; the choice becomes the period of every page.

    None when no month has data.
    """
    terpilih = pilihan().semester
    if terpilih is None:
        return None
    st.session_state[KUNCI] = terpilih
    st.segmented_control(
        "Semester",
        tuple(dict.fromkeys(kalender.semester(b) for b in daftar().bulan)),
        format_func=format.semester,
        key=KUNCI,
        on_change=_ganti,
        label_visibility="collapsed",
    )
    return terpilih


def _ganti() -> None:
    kode = st.session_state[KUNCI]
    if kode is not None:  # a click on the chosen one clears the control; the choice stays
        st.session_state["saringan"]["periode"] = kode
