"""Every key of the profile, declared once (domain.md 3.1, 3.2). Defaults stand in ``data/ref/profil/umum.toml``."""

from typing import Any

from ucj.peraturan import kode
from ucj.peraturan.kunci import Kunci

_OPD = r"[A-Z][A-Z0-9-]*"


def _teks(nama: str, keterangan: str, **lain: Any) -> Kunci:
    return Kunci(nama, "teks", keterangan, **lain)


def _bulat(nama: str, keterangan: str, minimum: int = 0, **lain: Any) -> Kunci:
    return Kunci(nama, "bulat", keterangan, minimum=minimum, **lain)


def _desimal(nama: str, keterangan: str, minimum: float = 0, **lain: Any) -> Kunci:
    return Kunci(nama, "desimal", keterangan, minimum=minimum, **lain)


def _ya(nama: str, keterangan: str, **lain: Any) -> Kunci:
    return Kunci(nama, "ya_tidak", keterangan, **lain)


def _daftar(nama: str, keterangan: str, pilihan: tuple[str, ...] = (), pola: str = "", **lain: Any) -> Kunci:
    return Kunci(nama, "daftar", keterangan, isi=Kunci("isi", "teks", "", pilihan=pilihan, pola=pola), **lain)


def _batas(nama: str, keterangan: str, **lain: Any) -> Kunci:
    return Kunci(nama, "daftar", keterangan, isi=Kunci("isi", "desimal", ""), is_naik=True, **lain)


def _peta(nama: str, keterangan: str, kiri: tuple[str, ...], isi: Kunci, **lain: Any) -> Kunci:
    return Kunci(nama, "peta", keterangan, pilihan_peta=kiri, isi=isi, **lain)


_SEGMEN = Kunci("segmen", "teks", "", pilihan=kode.SEGMEN)
_PROGRAM = _daftar("program", "", kode.PROGRAM)

_KUNCI = (
    # names and place
    _teks("kode_bps", "Kode BPS kabupaten (4 angka). Dipakai untuk mengenali berkas yang memakai kode BPS.",
          pola=r"\d{4}", contoh='"6405"'),
    _teks("zona_waktu", "Zona waktu kabupaten, untuk tanggal dan jam terbitan.", pilihan=kode.ZONA_WAKTU),
    _teks("cabang_bpjstk", "Nama kantor cabang BPJS Ketenagakerjaan.", wajib=False),
    _teks("istilah.desa", "Sebutan desa di kabupaten ini."),
    _teks("istilah.kelurahan", "Sebutan kelurahan."),
    _teks("istilah.kepala_desa", "Sebutan kepala desa."),
    _teks("istilah.kepala_kelurahan", "Sebutan kepala kelurahan."),
    _teks("istilah.badan_desa", "Sebutan badan permusyawaratan desa."),
    _teks("istilah.lembaga_desa", "Sebutan lembaga kemasyarakatan desa."),
    _teks("istilah.perangkat_daerah", "Sebutan perangkat daerah pada layar dan laporan."),
    _teks("istilah.bantuan", "Sebutan bantuan iuran bagi pekerja rentan."),
    # segments, sub-categories, programmes
    _teks("basis_utama", "Basis utama angka cakupan.", pilihan=kode.BASIS),
    _daftar("segmen.urutan", "Segmen yang dipakai kabupaten, yang didahulukan lebih dulu: bila seseorang aktif di "
            "beberapa segmen ia dihitung pada yang pertama.", kode.SEGMEN),
    _peta("segmen.peta", "Segmen pada kiriman yang dihitung di segmen lain.", kode.SEGMEN, _SEGMEN),
    _peta("subkategori.segmen", "Segmen tempat tiap subkategori dihitung (peserta magang: lihat magang.segmen).",
          tuple(k for k in kode.SUBKATEGORI if k != "PU-MAGANG"), _SEGMEN),
    _daftar("subkategori.berlaku", "Subkategori yang disebut peraturan kabupaten.", kode.SUBKATEGORI),
    _daftar("subkategori.desa", "Subkategori yang dihitung sebagai aparatur desa (PEM-02).", kode.SUBKATEGORI_DESA),
    _daftar("program", "Program yang ditampilkan.", kode.PROGRAM, nasional=list(kode.PROGRAM),
            dasar_nasional="PP 37/2021: program kelima, Jaminan Kehilangan Pekerjaan"),
    _teks("magang.segmen", "Segmen tempat peserta magang dihitung.", pilihan=kode.SEGMEN),
    _daftar("magang.program", "Program bagi peserta magang, siswa kerja praktik, tenaga honorer.", kode.PROGRAM,
            nasional=["JKK", "JKM"], dasar_nasional="Permenaker 5/2021 Pasal 35(1): JKK dan JKM"),
    _teks("bpu.sifat", "Kekuatan kewajiban pekerja bukan penerima upah menjadi peserta.",
          pilihan=(*kode.KEKUATAN, "INDIVIDU")),
    _daftar("bpu.program", "Program bagi pekerja bukan penerima upah.", kode.PROGRAM),
    _daftar("bpu.program_pilihan", "Program pilihan bagi pekerja bukan penerima upah.", kode.PROGRAM,
            is_boleh_kosong=True),
    _bulat("bpu.usia_maks", "Batas atas usia mendaftar mandiri sebagai BPU (tahun).", 1, maksimum=120, nasional=65,
           dasar_nasional="Permenaker 5/2021: 65 tahun"),
    _ya("bpu.usia_maks_termasuk", "Apakah orang yang tepat berusia bpu.usia_maks masih boleh mendaftar."),
    _daftar("pu_pemda.program", "Program wajib bagi pekerja penerima upah pada pemerintah daerah.", kode.PROGRAM),
    _daftar("pu_pemda.program_pilihan", "Program pilihan bagi pekerja penerima upah pada pemerintah daerah.",
            kode.PROGRAM, is_boleh_kosong=True),
    _ya("pu_pemda.bertahap", "Apakah program pekerja pemerintah daerah boleh dipenuhi bertahap."),
    _peta("skala_usaha.program", "Program wajib menurut skala usaha (PDS-program).", kode.SKALA, _PROGRAM,
          nasional={"MIKRO": ["JKK", "JKM"], "KECIL": ["JKK", "JKM", "JHT"], "MENENGAH": ["JKK", "JKM", "JHT", "JP"],
                    "BESAR": ["JKK", "JKM", "JHT", "JP"]},
          dasar_nasional="Perpres 109/2013 Pasal 6(3)"),
    # vulnerable workers and subsidy
    _bulat("rentan.usia_min", "Usia terendah penerima bantuan saat didaftarkan (tahun, termasuk).", 1, maksimum=120),
    _bulat("rentan.usia_maks", "Batas atas usia penerima bantuan saat didaftarkan (tahun).", 1, maksimum=120,
           nasional=65, dasar_nasional="Permenaker 5/2021: belum mencapai 65 tahun"),
    _ya("rentan.usia_maks_termasuk", "Apakah usia rentan.usia_maks sendiri masih memenuhi syarat.", nasional=False,
        dasar_nasional="Permenaker 5/2021: belum mencapai 65 tahun"),
    _teks("rentan.usia_maks_mode", "Bila batas atas termasuk: tahun_penuh = sampai sehari sebelum ulang tahun "
          "berikutnya; ulang_tahun = sampai hari ulang tahunnya.", pilihan=("tahun_penuh", "ulang_tahun")),
    _teks("rentan.lahir_29_februari", "Hari ulang tahun bagi yang lahir 29 Februari pada tahun biasa.",
          pilihan=("28-02", "01-03")),
    _teks("rentan.domisili", "Syarat tempat tinggal penerima bantuan.",
          pilihan=("BERKEDUDUKAN", "KTP_DAN_DOMISILI", "KTP_ATAU_SURAT_DOMISILI")),
    _teks("rentan.batas_penghasilan", "Batas penghasilan penerima bantuan: TIDAK_ADA, atau kurang dari UPAH_MINIMUM.",
          pilihan=("TIDAK_ADA", "UPAH_MINIMUM")),
    _peta("rentan.upah_minimum", "Upah minimum kabupaten per tahun, rupiah penuh per bulan.", (),
          Kunci("rp", "bulat", "", minimum=0, is_di_atas=True), pola=r"20\d{2}", wajib=False,
          contoh="{ 2026 = 3200000 }"),
    _daftar("rentan.belum_tercakup", "Kategori yang harus belum menjadi peserta; SEMUA untuk setiap kategori.",
            ("SEMUA", *kode.KATEGORI_PENERIMA), is_boleh_kosong=True),
    _peta("rentan.syarat", "Huruf syarat pada peraturan dan artinya, untuk dipakai di rentan.ekspresi.", (),
          Kunci("arti", "teks", ""), pola="[a-z]", wajib=False, contoh='{ b = "usia AND bekerja_bpu" }'),
    _teks("rentan.ekspresi", "Syarat penerima bantuan: nama syarat (" + ", ".join(kode.SYARAT_RENTAN) + ") atau huruf "
          "rentan.syarat, dirangkai AND, OR, NOT dan tanda kurung."),
    _peta("rentan.ekspresi_pilihan", "Bacaan lain atas syarat, untuk disalin ke rentan.ekspresi.", (),
          Kunci("ekspresi", "teks", ""), wajib=False),
    _daftar("rentan.abaikan_syarat_bpu", "Kategori yang tidak perlu bekerja sebagai BPU.", kode.KATEGORI_PENERIMA,
            is_boleh_kosong=True),
    _daftar("rentan.prioritas", "Urutan pertimbangan prioritas penerima.", kode.PRIORITAS_RENTAN,
            is_boleh_kosong=True),
    _ya("rentan.henti_saat_usia", "Apakah bantuan berhenti ketika batas usia terlewati setelah terdaftar."),
    _daftar("kategori_penerima", "Kategori penerima bantuan yang dipakai.", kode.KATEGORI_PENERIMA),
    _daftar("sumber_data_sasaran", "Sumber data calon penerima bantuan."),
    _daftar("sumber_dana", "Sumber dana iuran yang disebut peraturan.", kode.SUMBER_DANA),
    _ya("pembiayaan_bersama", "Apakah iuran seorang penerima boleh ditanggung beberapa sumber dana."),
    _peta("verifikasi.pihak", "Pihak yang memverifikasi calon penerima, per sumber dana.", kode.SUMBER_DANA,
          _daftar("pihak", "", kode.PIHAK_VERIFIKASI)),
    _daftar("penetapan.wajib", "Sumber dana yang penerimanya wajib ditetapkan Keputusan Bupati.", kode.SUMBER_DANA,
            is_boleh_kosong=True),
    _daftar("bukti.set", "Set dokumen bukti yang diperiksa (A sampai K).", kode.SET_BUKTI),
    # budget
    _daftar("anggaran.cara", "Cara penganggaran iuran.", kode.CARA_PENGANGGARAN),
    _daftar("anggaran.rekening", "Kode rekening belanja iuran JKK, JKM, JHT, JP.", pola=r"\d+(\.\d+)*"),
    _daftar("anggaran.rekening_dikecualikan", "Kode rekening yang tidak pernah dihitung (jaminan kesehatan).",
            pola=r"\d+(\.\d+)*", is_boleh_kosong=True),
    # reporting, team, sanctions, construction, permits
    _bulat("lapor.bulanan_tanggal", "Tanggal jatuh tempo rekap bulanan pada bulan berikutnya.", 1, maksimum=28),
    _bulat("lapor.pengawasan_bulan", "Jarak terjauh antara dua laporan pengawasan (bulan).", 1, maksimum=12),
    _bulat("lapor.semester_bulan", "Jarak laporan kepada Bupati (bulan).", 1, maksimum=12),
    _teks("lapor.semester_penyusun", "Penyusun laporan semester kepada Bupati."),
    _bulat("lapor.hari_tenggang", "Hari sesudah akhir semester sampai laporan jatuh tempo.", 1, maksimum=180),
    _ya("lapor.geser_hari_libur", "Apakah jatuh tempo pada hari libur bergeser ke hari kerja berikutnya."),
    _daftar("lapor.kewajiban", "Kewajiban lapor yang disebut peraturan kabupaten (dihitung dalam TKL-01).",
            kode.KEWAJIBAN_LAPOR, is_boleh_kosong=True),
    _teks("tim.nama", "Nama tim koordinasi."),
    _daftar("tim.anggota", "Unsur anggota tim koordinasi.", is_boleh_kosong=True),
    Kunci("sanksi.langkah", "tabel", "Urutan langkah sanksi, batas hari kerja dan penerbitnya.", kolom=(
        _teks("langkah", "", pilihan=kode.LANGKAH_SANKSI),
        _bulat("hari_kerja", "", 1, wajib=False),
        _daftar("penerbit", "", kode.PENERBIT_SANKSI, wajib=False))),
    _daftar("sanksi.layanan", "Pelayanan publik yang tidak diberikan (TMP2T)."),
    _bulat("konstruksi.hari_daftar", "Hari kerja sesudah SPK sampai proyek harus terdaftar.", 1, nasional=14,
           dasar_nasional="Permenaker 44/2015: 14 hari kerja sejak SPK"),
    _daftar("konstruksi.pendanaan", "Pendanaan proyek yang wajib didaftarkan.", kode.PENDANAAN_PROYEK),
    _ya("konstruksi.nilai_termasuk_ppn", "Apakah iuran dihitung atas nilai kontrak termasuk PPN."),
    _daftar("izin.syarat_baru", "Syarat kepesertaan untuk izin baru.", kode.SYARAT_IZIN),
    _daftar("izin.syarat_perpanjangan", "Syarat kepesertaan untuk perpanjangan izin.", kode.SYARAT_IZIN),
    _daftar("izin.opd_pemeriksa", "Perangkat daerah yang memeriksa kepesertaan pemohon izin.", pola=_OPD),
    _ya("pmi.aktif", "Apakah pekerja migran Indonesia diatur di kabupaten ini."),
    _ya("pemilu.aktif", "Apakah penyelenggara pemilu dipantau."),
    _daftar("pemilu.jenis", "Jenis penyelenggara pemilu.", kode.PENYELENGGARA_PEMILU),
    _teks("pengaduan.opd", "Perangkat daerah penerima pengaduan.", pola=_OPD),
    _bulat("pengaduan.target_hari", "Target hari penyelesaian pengaduan.", 1, wajib=False),
    _bulat("hari_kerja.per_minggu", "Hari kerja dalam seminggu (5: Senin-Jumat, 6: Senin-Sabtu).", 5, maksimum=6),
    _ya("hari_kerja.cuti_bersama_libur", "Apakah cuti bersama dihitung sebagai hari libur."),
    Kunci("hari_kerja.libur_tambahan", "daftar", "Hari libur daerah di luar libur nasional.", is_boleh_kosong=True,
          isi=Kunci("tanggal", "tanggal", ""), contoh="[2026-04-17]"),
    Kunci("hari_kerja.bukan_libur", "daftar", "Tanggal pada kalender yang ternyata tetap hari kerja.",
          is_boleh_kosong=True, isi=Kunci("tanggal", "tanggal", "")),
    _ya("peralihan.perjanjian", "Apakah perjanjian lama tetap berlaku sampai berakhir."),
    # computing
    _bulat("aktif.maks_bulan_tertunggak", "Bulan tanpa iuran yang masih dianggap aktif; lebih dari itu nonaktif.",
           maksimum=12, nasional=2, dasar_nasional="BPJS Ketenagakerjaan: nonaktif setelah 3 bulan tanpa iuran"),
    _ya("peserta.lengkap_domisili", "Apakah daftar peserta memuat semua warga, juga yang bekerja di luar daerah."),
    _desimal("rekap.beda_maks_persen", "Selisih rekap dan daftar peserta yang masih wajar (persen).", maksimum=100),
    _daftar("penyebut.urutan", "Sumber penyebut menurut urutan pemakaian.", kode.SUMBER_DATA),
    _teks("target.seri", "Nama seri target yang dipakai; tanpa ini: satu-satunya seri yang ada.", wajib=False),
    _desimal("desa.ambang_cakupan", "Cakupan yang harus dicapai sebuah desa (persen, UCJ-05).", is_di_atas=True,
             maksimum=100),
    _daftar("status.wajib", "Indikator wajib: target 100 % bila tidak ada baris target.", kode.INDIKATOR,
            is_boleh_kosong=True),
    _daftar("status.menyediakan", "Indikator menyediakan: ada atau tidak ada.", kode.INDIKATOR, is_boleh_kosong=True),
    _daftar("status.dapat", "Indikator yang sifatnya boleh.", kode.INDIKATOR, is_boleh_kosong=True),
    _daftar("status.tanpa", "Indikator tanpa kekuatan kewajiban (informasi). Selebihnya: mendorong.",
            kode.INDIKATOR, is_boleh_kosong=True),
    _desimal("status.jarak", "Jarak di bawah jalur yang masih PERLU_PERHATIAN (poin persen; jumlah: persen).",
             maksimum=100),
    # showing
    _bulat("rahasia.ambang", "Jumlah orang di bawah ini disamarkan dalam edisi publik.", 1, maksimum=100),
    _desimal("judul.ambang_poin", "Perubahan terkecil yang disebut naik atau turun dalam judul (poin persen).",
             maksimum=100),
    _batas("peta.batas", "Batas kelas warna peta cakupan (persen)."),
    _batas("selisih.batas", "Batas kelas selisih terhadap target (poin persen)."),
    _bulat("data.maks_umur_bulan", "Umur data (bulan) yang masih dianggap baru.", maksimum=120),
    _desimal("peringatan.lonjakan_persen", "Perubahan jumlah baris kiriman yang memicu peringatan (persen).",
             is_di_atas=True, maksimum=1000),
    _teks("huruf_surat", "Huruf untuk surat dan laporan."),
    _teks("lambang", "Nama berkas lambang daerah (PNG) di folder data.", wajib=False),
    Kunci("peristiwa", "tabel", "Peristiwa yang ditandai pada grafik waktu.", is_boleh_kosong=True, wajib=False, kolom=(
        Kunci("tanggal", "tanggal", ""), _teks("nama", ""), _teks("dasar", "", wajib=False))),
    Kunci("kewajiban_kepala", "tabel", "Kewajiban setiap kepala perangkat daerah, di luar tugas bidangnya.",
          wajib=False, kolom=(_teks("kode", ""), _teks("uraian", ""), _teks("kekuatan", "", pilihan=kode.KEKUATAN),
                 _teks("indikator", "", pilihan=kode.INDIKATOR), _teks("dasar", ""))),
    Kunci("dasar_hukum", "tabel", "Peraturan yang disebut di kaki laporan.", kolom=(
        _teks("singkatan", ""), _teks("judul", ""))),
    Kunci("pejabat", "tabel", "Nama dan jabatan penanda tangan laporan.", wajib=False, kolom=(
        _teks("nama", ""), _teks("jabatan", ""), _teks("nip", "", wajib=False), _teks("peran", "", wajib=False))),
)  # fmt: skip

SKEMA: dict[str, Kunci] = {kunci.nama: kunci for kunci in _KUNCI}
BAGIAN = {nama.rsplit(".", 1)[0] for nama in SKEMA if "." in nama}
