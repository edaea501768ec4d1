"""The parts of the page Unggah data. Every step is a command of ``python -m etl``; nothing is read or written here."""

from collections.abc import Mapping
from datetime import date
from functools import partial
from typing import Any

import streamlit as st

from ucj import format, html, perintah
from ucj import unggah as kata
from ucj.istilah import PENGIRIM, SUMBER
from ucj.unggah import Pilihan
from ucj.web.baca import data
from ucj.web.isi import catatan, kpi, lepas, rincian, subjudul, tabel
from ucj.web.tugas import Berkas, Keadaan, keadaan, pressed, publish, start, undo, work

XLSX = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"
MEGABITA = 300
TAMPIL_JUDUL = 16
__all__ = ["act", "check", "choose", "drop", "keadaan", "outcome", "preview", "refusal", "templates", "title", "work"]


def title(k: Keadaan) -> str:
    """Return what the page has found, in one sentence."""
    if k.tugas is not None:
        return "Sedang bekerja; data yang ada tidak berubah sampai selesai"
    if k.tolak:
        return "Berkas ini belum dapat dipakai"
    if k.periksa is not None and k.tanda:
        return kata.title(k.periksa)
    if k.kenal is not None and k.tanda:
        return kata.title_kenal(k.kenal)
    if k.muat is not None and not k.tanda:
        return kata.title_muat(k.muat, k.terbit)
    if k.ditarik and not k.tanda:
        return "Kiriman terakhir dibatalkan"
    return "Unggah berkas kiriman untuk diperiksa, dimuat, dan diterbitkan"


def drop(k: Keadaan) -> Berkas:
    """Show where files are dropped, and have new ones recognised.

    Nothing on this page is ever disabled while a command runs: Streamlit forgets the files of a disabled uploader.
    """
    berkas = st.file_uploader(
        "Berkas kiriman: XLSX atau CSV. Beberapa berkas sekaligus dimuat sebagai satu kiriman.",
        accept_multiple_files=True,
        key=f"unggah_berkas_{k.nomor}",
        max_upload_size=MEGABITA,
    )
    tanda = tuple(satu.file_id for satu in berkas)
    if tanda != k.tanda and k.tugas is None:
        k.tanda, k.kenal, k.periksa, k.kunci_periksa, k.tolak, k.pesan = tanda, None, None, None, "", []
        if berkas:
            start(k, "KENALI", "Mengenali isi berkas", berkas, (), ("kenali",), ("--format", "json"))
            st.rerun()
    return berkas


def choose(k: Keadaan, berkas: Berkas) -> tuple[Pilihan | None, Berkas]:
    """Show what the file seems to be and what may be chosen; return the choice and the boundary files."""
    if k.kenal is None or not berkas:
        return None, ()
    urutan = [satu["sumber"] for satu in k.kenal["sumber"]]
    judul = {satu["sumber"]: f"{satu['judul']} – dari {satu['pengirim']}" for satu in k.kenal["sumber"]}
    kolom = st.columns([5, 4, 2.4], gap="small", vertical_alignment="bottom")
    sumber = kolom[0].selectbox(
        "Sumber", urutan, format_func=lambda s: judul[s], key=f"unggah_sumber_{k.nomor}_{k.tanda}"
    )
    catatan(kata.tell_kenal(k.kenal, sumber))
    if k.kenal["perbaikan"]:
        return Pilihan(sumber), ()
    pengirim = kolom[1].text_input("Pengirim (isian yang sama diingat untuknya)", key=f"unggah_pengirim_{k.nomor}")
    teks = kolom[2].text_input("Tanggal diterima", f"{date.today():%d-%m-%Y}", key=f"unggah_diterima_{k.nomor}")
    satu = next(s for s in k.kenal["sumber"] if s["sumber"] == sumber)
    isi, petaan = _choose_isi(k, satu), _choose_kolom(k, satu)
    batas: Berkas = ()
    if sumber == "wilayah":
        batas = st.file_uploader(
            "Batas desa, boleh menyusul: GeoJSON, GeoPackage, atau Shapefile (semua berkasnya, atau satu .zip)",
            accept_multiple_files=True,
            key=f"unggah_batas_{k.nomor}",
            max_upload_size=MEGABITA,
        )
    terima = kata.read_tanggal(teks)
    if terima is None:
        catatan("▲ Tanggal diterima tidak terbaca. Tulis seperti 11-07-2026.")
        return None, batas
    return Pilihan(sumber, isi, petaan, pengirim, terima), batas


def _choose_isi(k: Keadaan, satu: Mapping[str, Any]) -> dict[str, str]:
    """Show a box for each column that the file lacks, and for others that the operator names."""
    kolom = {c["nama"]: c for c in satu["kolom"] if c["boleh_isi"]}
    perlu = [nama for kurang in satu["kurang"] if (nama := kurang.split(" atau ")[0]) in kolom]
    bisa = [nama for nama in kolom if nama not in perlu and nama not in satu["ditemukan"].values()]
    if "bulan" in bisa:  # often only in the letterhead; may be said all the same
        perlu.append(bisa.pop(bisa.index("bulan")))
    kunci = f"{k.nomor}_{satu['sumber']}"
    kotak = st.container()
    if bisa:
        perlu += st.multiselect(
            "Kolom lain yang tidak ada di berkas dan sama untuk semua baris",
            bisa,
            format_func=kata.name_kolom,
            key=f"unggah_lain_{kunci}",
            placeholder="Pilih bila perlu",
            select_all=False,
        )
    isi: dict[str, str] = {}
    letak = kotak.columns(4, vertical_alignment="bottom") if perlu else []
    for nomor, nama in enumerate(perlu):
        kode = kolom[nama]["kode"]
        wajib = " (belum ada di berkas)" if any(nama in kurang.split(" atau ") for kurang in satu["kurang"]) else ""
        tempat, label = letak[nomor % 4], f"{kata.name_kolom(nama)}{wajib}"
        if kode:
            isi[nama] = tempat.selectbox(
                label,
                ["", *kode],
                format_func=partial(_name_kode, kode),
                key=f"unggah_isi_{kunci}_{nama}",
            )
        else:
            contoh = "2026-06" if nama == "bulan" else kolom[nama]["contoh"]
            isi[nama] = tempat.text_input(
                label,
                key=f"unggah_isi_{kunci}_{nama}",
                placeholder=f"misalnya {contoh}" if contoh else None,
            )
    return isi


def _name_kode(nama: Mapping[str, str], kode: str) -> str:
    return f"{kode} – {nama[kode]}" if nama.get(kode) else kode or "pilih …"


def _choose_kolom(k: Keadaan, satu: Mapping[str, Any]) -> dict[str, str]:
    """Show the headings that the source does not know, each with the columns that it may mean."""
    if not satu["lain"]:
        return {}
    dikenal = set(satu["ditemukan"].values())
    nama = [c["nama"] for c in satu["kolom"]]
    nama += ["kecamatan", "desa"] if "kode_desa" in nama and satu["sumber"] != "wilayah" else []
    pilihan = ["", *(n for n in nama if n not in dikenal)]
    with st.expander(f"Judul yang belum dikenal ({len(satu['lain'])}), diabaikan bila tidak dipilih artinya",
                     expanded=bool(satu["kurang"])):  # fmt: skip
        letak = st.columns(4)
        return {
            judul: letak[nomor % 4].selectbox(
                f"“{lepas(judul)}”",
                pilihan,
                format_func=lambda n: kata.name_kolom(n) if n else "abaikan",
                key=f"unggah_judul_{k.nomor}_{satu['sumber']}_{nomor}",
            )
            for nomor, judul in enumerate(satu["lain"][:TAMPIL_JUDUL])
        }


def check(k: Keadaan, berkas: Berkas, pilihan: Pilihan | None, batas: Berkas) -> bool:
    """Show the button that checks; return whether what was checked is what stands chosen now."""
    if pilihan is None or k.tugas is not None:
        return False
    kunci = (k.tanda, tuple(satu.file_id for satu in batas), tuple(pilihan.words()), pilihan.sumber)
    sudah = k.kunci_periksa == kunci
    if not sudah and k.periksa is not None:
        k.periksa = None  # the title must not speak of other choices
        st.rerun()
    letak = st.columns([1.6, 9.8], vertical_alignment="center")
    jenis: Any = "secondary" if sudah else "primary"
    if pressed(k, letak[0], "Periksa berkas", "periksa", type=jenis, width="stretch"):
        start(k, "PERIKSA", "Memeriksa", berkas, batas, ("load", pilihan.sumber),
               (*pilihan.words(), "--periksa", "--format", "json"), kunci)  # fmt: skip
        st.rerun()
    letak[1].html(
        '<p class="ucj ucj-catatan">'
        + ("Hanya diperiksa: belum ada yang disimpan." if sudah else "Memeriksa tidak menyimpan apa pun.")
        + (" Pilihan berubah sejak pemeriksaan terakhir; periksa lagi." if k.kunci_periksa and not sudah else "")
        + "</p>"
    )
    return sudah


def refusal(k: Keadaan) -> None:
    """Show why a command refused, in its own words, and messages of what was done."""
    if k.tolak:
        baris = "".join(f"<p>{html.teks(satu)}</p>" for satu in kata.tell_tolak(k.tolak))
        st.html(f'<div class="ucj ucj-tolak" role="alert">{baris}</div>')
    if k.pesan:
        baris = "".join(f"<p>{html.teks(satu)}</p>" for satu in k.pesan)
        st.html(f'<div class="ucj ucj-kabar" role="status">{baris}</div>')


def preview(hasil: Mapping[str, Any]) -> None:
    """Show the outcome of a check: counts, what it would replace, warnings, rows to mend, first rows, notes."""
    kpi(kata.kpi(hasil))
    if hasil["simulasi"]:
        catatan("Berkas ini bertuliskan DATA CONTOH: memuatnya menandai semua halaman sebagai data contoh.")
    if hasil["tolak"]:
        baris = "".join(f"<p>{html.teks(satu)}</p>" for satu in kata.tell_tolak(hasil["tolak"]))
        st.html(f'<div class="ucj ucj-tolak" role="alert">{baris}</div>')
    for kalimat in hasil["peringatan"]:
        catatan(f"▲ {kalimat}")
    if hasil["mengganti"]:
        lebih = len(hasil["mengganti"]) - kata.TAMPIL_GANTI
        subjudul(*kata.tell_ganti(hasil))
        tabel("Cakupan berkas ini", kata.KOLOM_GANTI, kata.baris_ganti(hasil))
        catatan(f"… dan {lebih} cakupan lain." if lebih > 0 else "")
    if hasil["sisih"]:
        subjudul(
            f"{format.bilangan(hasil['disisihkan'])} baris perlu perbaikan",
            "Tidak dihitung sampai dibetulkan. Sesudah memuat, unduh daftarnya untuk dikirim kembali ke pengirim",
        )
        tabel("Menurut alasan", kata.KOLOM_ALASAN, kata.baris_alasan(hasil))
        tabel(f"{len(hasil['sisih'])} baris pertama", kata.KOLOM_SISIH, kata.baris_sisih(hasil))
    elif hasil["alasan"]:
        tabel("Yang masih perlu perbaikan", kata.KOLOM_ALASAN, kata.baris_alasan(hasil))
    kolom, isi = kata.tabel_pratinjau(hasil)
    if isi:
        subjudul("Beginilah berkas ini dibaca", "Baris pertama; NIK disamarkan, kolom kosong tidak ditampilkan")
        tabel(f"{len(isi)} baris pertama", kolom, isi)
    if hasil["catatan"]:
        rincian(f"Catatan pembacaan ({len(hasil['catatan'])})", hasil["catatan"])


def act(k: Keadaan, berkas: Berkas, pilihan: Pilihan, batas: Berkas) -> None:
    """Show the buttons that load, as far as what was checked may be loaded."""
    hasil = k.periksa
    if hasil is None or hasil["kejadian"] == "SAMA" or (hasil["tolak"] and not hasil["perlu_ganti"]):
        return
    ganti = hasil["perlu_ganti"] and st.checkbox(
        "Ganti: berkas ini lengkap dan memang jauh lebih kecil", key=f"unggah_ganti_{k.nomor}"
    )
    boleh = bool(ganti) or not hasil["perlu_ganti"]
    letak = st.columns([2, 1.4, 8], vertical_alignment="center")
    terbit = pressed(
        k, letak[0], "Muat dan terbitkan", "muat_terbit", type="primary", disabled=not boleh, width="stretch"
    )
    saja = pressed(k, letak[1], "Muat saja", "muat", disabled=not boleh, width="stretch")
    if terbit or saja:
        words = [*pilihan.words(), *(["--ganti"] if ganti else []), "--format", "json"]
        start(k, "MUAT", "Memuat", berkas, batas, ("load", pilihan.sumber), words, terbit=terbit)
        st.rerun()


def outcome(k: Keadaan) -> None:
    """Show what the last load did, the rows to send back, and how to undo it."""
    if k.muat is None or k.tanda or k.tugas is not None:
        return
    subjudul("Kiriman terakhir", SUMBER.get(k.muat["sumber"], k.muat["sumber"]))
    for kalimat in k.muat["kalimat"]:
        if "python -m etl" not in kalimat:  # the page has buttons for these
            catatan(kalimat)
    if k.muat["disisihkan"]:
        catatan(
            "Unduh baris yang perlu perbaikan, betulkan sel yang berwarna (atau kirim kembali ke pengirimnya), simpan, "
            "lalu unggah berkas itu di halaman ini."
        )
    with st.container(horizontal=True):
        if k.muat["disisihkan"]:
            sumber, kiriman = k.muat["sumber"], k.muat["kiriman"][0]
            st.download_button(
                "Unduh baris yang perlu perbaikan",
                lambda: perintah.write("rejects", sumber, "--kiriman", kiriman, data=data()),
                f"perbaikan-{sumber}.xlsx",
                XLSX,
                on_click="ignore",
            )
        if k.muat["kejadian"] == "SAMA":
            return
        if not k.terbit and pressed(k, st, "Terbitkan sekarang", "terbit", type="primary"):
            publish(k)
            st.rerun()
        if k.terbit or k.muat["kejadian"] != "PERBAIKAN":
            with st.popover("Batalkan kiriman ini"):
                for kalimat in kata.tell_undo(k.muat, k.periksa_muat, k.terbit):
                    catatan(kalimat)
                if pressed(k, st, "Ya, batalkan", "tarik"):
                    undo(k)
                    st.rerun()


def templates() -> None:
    """Show the templates that a sender fills."""
    with st.popover("Templat untuk pengirim"):
        sumber = st.selectbox("Templat", list(PENGIRIM), format_func=lambda s: SUMBER[s], key="unggah_templat")
        st.download_button(
            "Unduh templat",
            lambda: perintah.write("template", sumber, data=data()),
            f"templat-{sumber}.xlsx",
            XLSX,
            on_click="ignore",
        )
