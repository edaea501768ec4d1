"""Unggah data: what is this file, which rows are wrong and why, what does it replace, and how is it undone?"""

from ucj import web
from ucj.web import unggah

kini = unggah.keadaan()
web.judul(unggah.title(kini), "Memeriksa, memuat, menerbitkan, dan membatalkan kiriman", ambang_umur=False)
berkas = unggah.drop(kini)
pilihan, batas = unggah.choose(kini, berkas)
unggah.work(kini)
unggah.refusal(kini)
if unggah.check(kini, berkas, pilihan, batas) and kini.periksa is not None and pilihan is not None:
    unggah.preview(kini.periksa)
    unggah.act(kini, berkas, pilihan, batas)
unggah.outcome(kini)
if not berkas:
    unggah.templates()
