"""``profil.toml`` as people write it: three ways to write a rule, inheritance, and every kind of mistake refused."""

from datetime import date
from pathlib import Path

import pytest

from ucj.penolakan import Penolakan
from ucj.peraturan import init, load_profil


@pytest.fixture
def data(tmp_path: Path) -> Path:
    """A folder of the fictional regency: province code 99."""
    init(tmp_path, "umum", "99.01", "Kabupaten Contoh")
    return tmp_path


def write(data: Path, tambahan: str) -> Path:
    path = data / "profil.toml"
    path.write_text(path.read_text(encoding="utf-8") + tambahan, encoding="utf-8")
    return data


# --- ways to write -----------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    "tambahan",
    [
        "desa.ambang_cakupan = 50\n",
        '"desa.ambang_cakupan" = 50\n',
        "[desa]\nambang_cakupan = 50\n",
        'desa.ambang_cakupan = { nilai = 50, dasar = "Kepbup 7/2026" }\n',
        "[desa.ambang_cakupan]\nnilai = 50\nberlaku_dari = 2020-01-01\n",
        "[[desa.ambang_cakupan]]\nnilai = 50\n",
    ],
    ids=["dotted", "quoted", "table", "with basis", "own table", "list of one"],
)
def test_ways_to_write_a_rule(data: Path, tambahan: str) -> None:
    assert load_profil(write(data, tambahan))["desa.ambang_cakupan"] == 50


def test_dated_rule_changes_on_its_day(data: Path) -> None:
    profil = load_profil(
        write(
            data,
            "[[rentan.usia_min]]\nnilai = 20\nberlaku_dari = 2027-01-01\n"  # out of order on purpose
            '[[rentan.usia_min]]\nnilai = 17\nberlaku_dari = 2025-01-01\ndasar = "Perbup 1/2025"\n',
        )
    )
    assert profil.nilai("rentan.usia_min", date(2024, 12, 31)) == 18  # not yet: the inherited value
    assert profil.nilai("rentan.usia_min", date(2025, 1, 1)) == 17
    assert profil.nilai("rentan.usia_min", date(2026, 12, 31)) == 17
    assert profil.nilai("rentan.usia_min", date(2027, 1, 1)) == 20
    assert profil.dasar("rentan.usia_min", date(2026, 6, 30)) == "Perbup 1/2025"


def test_a_list_is_replaced_and_a_map_is_merged(data: Path) -> None:
    profil = load_profil(
        write(data, 'segmen.urutan = ["BPU", "PU"]\nsegmen.peta.JAKON = "PU"\n[skala_usaha.program]\nMIKRO = ["JKK"]\n')
    )
    assert profil["segmen.urutan"] == ["BPU", "PU"]
    assert profil["skala_usaha.program"]["MIKRO"] == ["JKK"]
    assert profil["skala_usaha.program"]["BESAR"] == ["JKK", "JKM", "JHT", "JP"]  # the other scales stay
    assert [badge.kunci for badge in profil.badge()] == ["skala_usaha.program"]


def test_a_bom_and_windows_line_ends_are_fine(data: Path) -> None:
    path = data / "profil.toml"
    text = path.read_text(encoding="utf-8") + "desa.ambang_cakupan = 50\n"
    path.write_bytes(b"\xef\xbb\xbf" + text.replace("\n", "\r\n").encode())
    assert load_profil(data)["desa.ambang_cakupan"] == 50


def test_the_hash_is_of_what_is_said_and_not_of_how(data: Path, tmp_path: Path) -> None:
    before = load_profil(data).hash
    assert load_profil(write(data, "# a remark\n\n")).hash == before
    assert load_profil(write(data, "desa.ambang_cakupan = 60\n")).hash == before  # the inherited value, repeated
    other = tmp_path / "lain"
    init(other, "umum", "99.01", "Kabupaten Contoh")
    assert load_profil(write(other, "[desa]\nambang_cakupan = 55\n")).hash != before


def test_own_change_names_its_file(data: Path) -> None:
    butir = {b.kunci: b for b in load_profil(write(data, "desa.ambang_cakupan = 50\n")).items()}
    assert butir["desa.ambang_cakupan"].asal == "profil.toml"
    assert butir["rahasia.ambang"].asal == "umum"


def test_the_bps_code_belongs_to_the_code(tmp_path: Path) -> None:
    """Another regency under Berau's profile must not inherit 6405."""
    profil = init(tmp_path, "berau", "64.02", "Kabupaten Lain")
    assert (profil.kode, profil["kode_bps"], profil["istilah.desa"]) == ("64.02", "6402", "Kampung")


def test_a_key_that_the_code_misspells_raises(data: Path) -> None:
    with pytest.raises(KeyError, match=r"desa\.ambang_cakupan"):
        load_profil(data)["desa.ambang"]


# --- mistakes ----------------------------------------------------------------------------------------------------

SALAH = [
    ("unknown key", "desa.ambang_cakupn = 50\n", ["desa.ambang_cakupn", "Mungkin maksud Anda: desa.ambang_cakupan"]),
    ("unknown section", "[dessa]\nambang_cakupan = 50\n", ["dessa", "tidak dikenal"]),
    ("section as key", "desa = 60\n", ["desa adalah bagian", "desa.ambang_cakupan"]),
    ("text for number", 'desa.ambang_cakupan = "50"\n', ["desa.ambang_cakupan", '"50" bukan bilangan', "paling besar"]),
    ("yes for number", "rahasia.ambang = true\n", ["rahasia.ambang", "bilangan bulat"]),
    ("fraction of days", "konstruksi.hari_daftar = 14.5\n", ["konstruksi.hari_daftar", "bilangan bulat"]),
    ("negative days", "konstruksi.hari_daftar = -3\n", ["konstruksi.hari_daftar", "terlalu kecil", "paling kecil 1"]),
    ("negative grace", "lapor.hari_tenggang = -1\n", ["lapor.hari_tenggang", "terlalu kecil"]),
    ("above 100", "desa.ambang_cakupan = 160\n", ["desa.ambang_cakupan", "160 terlalu besar", "100"]),
    ("zero threshold", "desa.ambang_cakupan = 0\n", ["desa.ambang_cakupan", "lebih dari 0"]),
    ("not a number", "status.jarak = nan\n", ["status.jarak", "bukan bilangan"]),
    ("number for yes", "peserta.lengkap_domisili = 1\n", ["peserta.lengkap_domisili", "true atau false"]),
    ("number for text", "istilah.desa = 5\n", ["istilah.desa", "5 bukan teks"]),
    ("empty text", 'istilah.desa = " "\n', ["istilah.desa", "teksnya kosong"]),
    ("unknown choice", 'basis_utama = "KTP"\n', ["basis_utama", '"KTP" tidak dikenal', "DOMISILI, TEMPAT_KERJA"]),
    ("unknown fund", 'sumber_dana = ["APBD", "HIBAH"]\n', ["sumber_dana", '"HIBAH"', "DBH-CHT"]),
    ("unknown segment", 'segmen.urutan = ["PU", "XX"]\n', ["segmen.urutan", '"XX"', "JAKON"]),
    ("segment twice", 'segmen.urutan = ["PU", "PU"]\n', ["segmen.urutan", "PU disebut lebih dari sekali"]),
    ("empty list", "segmen.urutan = []\n", ["segmen.urutan", "daftarnya kosong"]),
    ("text for list", 'segmen.urutan = "PU"\n', ["segmen.urutan", "bukan daftar", '["A", "B"]']),
    ("unknown map code", 'segmen.peta = { XX = "PU" }\n', ["segmen.peta", '"XX" tidak dikenal']),
    ("list for map", 'segmen.peta = ["PU"]\n', ["segmen.peta", "bukan pasangan"]),
    ("map to a missing segment", 'segmen.urutan = ["PU"]\nsegmen.peta = { PMI = "BPU" }\n', ["segmen.peta", "BPU"]),
    ("interns in a missing segment", 'segmen.urutan = ["BPU"]\n', ["magang.segmen", "PU tidak ada"]),
    ("interns written elsewhere", '[subkategori.segmen]\nPU-MAGANG = "BPU"\n', ["subkategori.segmen", "PU-MAGANG"]),
    ("unknown programme", 'skala_usaha.program.MIKRO = ["JKX"]\n', ["skala_usaha.program", "MIKRO", "JKX"]),
    ("classes not ascending", "peta.batas = [20, 60, 40]\n", ["peta.batas", "tidak naik", "harus naik"]),
    ("class twice", "peta.batas = [20, 20]\n", ["peta.batas", "lebih dari sekali"]),
    ("age min above max", "rentan.usia_min = 70\n", ["rentan.usia_min", "usia_min 70 tidak di bawah usia_maks 65"]),
    ("age min equals max", "rentan.usia_maks = 18\n", ["rentan.usia_maks", "tidak di bawah"]),
    ("later age min above max", "[[rentan.usia_min]]\nnilai = 70\nberlaku_dari = 2030-01-01\n", ["rentan.usia_min"]),
    ("expression broken", 'rentan.ekspresi = "usia AND (domisili"\n', ["rentan.ekspresi", "kurung tutup kurang"]),
    ("expression unknown", 'rentan.ekspresi = "usia AND umur"\n', ["rentan.ekspresi", "'umur' tidak dikenal", "usia"]),
    ("expression without end", 'rentan.ekspresi = "usia AND"\n', ["rentan.ekspresi", "kurang di akhir"]),
    ("expression without AND", 'rentan.ekspresi = "usia domisili"\n', ["rentan.ekspresi", "tidak mengerti"]),
    ("letter broken", 'rentan.syarat.a = "umur"\n', ["rentan.syarat", "umur"]),
    ("account", 'anggaran.rekening = ["5.1.02.x"]\n', ["anggaran.rekening", '"5.1.02.x"']),
    ("BPS code", 'kode_bps = "64.05"\n', ["kode_bps", "64.05", '"6405"']),
    ("unknown office", 'pengaduan.opd = "DINASX"\n', ["pengaduan.opd", "DINASX tidak ada", "DISNAKER"]),
    ("indicator in two lists", 'status.tanpa = ["PEM-01"]\n', ["status", "PEM-01 sudah ada di status.wajib"]),
    ("unknown indicator", 'status.wajib = ["PEM-99"]\n', ["status.wajib", "PEM-99"]),
    ("event without name", "[[peristiwa]]\ntanggal = 2026-01-01\n", ["peristiwa", "kolom nama belum diisi"]),
    ("event with text date", '[[peristiwa]]\ntanggal = "1/1/26"\nnama = "x"\n', ["peristiwa", "tanggal"]),
    ("event with unknown column", '[[peristiwa]]\nhari = 1\n', ["peristiwa", '"hari" tidak dikenal']),
    ("holiday as text", 'hari_kerja.libur_tambahan = ["2026-04-17"]\n', ["hari_kerja.libur_tambahan", "tanggal"]),
    ("unknown part of a rule", "rahasia.ambang = { nilai = 5, mulai = 2026-01-01 }\n", ["mulai tidak dikenal"]),
    ("start as text", 'rahasia.ambang = { nilai = 5, berlaku_dari = "2026" }\n', ["berlaku_dari", "tanpa tanda kutip"]),
    ("basis as number", "rahasia.ambang = { nilai = 5, dasar = 5 }\n", ["rahasia.ambang", "dasar"]),
    ("two values one day", "[[rahasia.ambang]]\nnilai = 5\n[[rahasia.ambang]]\nnilai = 6\n", ["yang sama"]),
    ("file date as text", 'berlaku_dari = "2026"\n', ["berlaku_dari", "2024-09-20"]),
    ("defect", '[[cacat]]\nkode = "D1"\n', ["cacat", "kode, tempat, bunyi, dibaca, dasar"]),
]  # fmt: skip


@pytest.mark.parametrize(("tambahan", "kata"), [s[1:] for s in SALAH], ids=[s[0] for s in SALAH])
def test_mistake_is_refused(data: Path, tambahan: str, kata: list[str]) -> None:
    with pytest.raises(Penolakan) as refusal:
        load_profil(write(data, tambahan))
    pesan = str(refusal.value)
    assert "profil.toml" in pesan
    for satu in kata:
        assert satu in pesan


@pytest.mark.parametrize(
    ("isi", "kata"),
    [
        ('warisan = "umum"\nkode = 99.01\nnama = "X"\n', ["kode", "tanda kutip"]),  # a number loses its zeros
        ('warisan = "umum"\nkode = "9901x"\nnama = "X"\n', ["9901x", "Kemendagri"]),
        ('warisan = "umum"\nkode = "99.01"\n', ["kode dan nama"]),
        ('warisan = "lumjang"\nkode = "99.01"\nnama = "X"\n', ["lumjang", "Mungkin maksud Anda: lumajang?", "berau"]),
        ('warisan = "umum"\nkode = "99.01"\nnama = Kabupaten X\n', ["baris 3", "nama = Kabupaten X"]),
        ('kode = "99.01"\nnama = "X"\nnama = "Y"\n', ["baris 3", "dua kali"]),
        ('kode = "99.01"\nnama = "X"\n[desa\n', ["baris 3", "[desa"]),
    ],
    ids=["code as number", "code", "no name", "profile", "no quotes", "twice", "bracket"],
)
def test_broken_head_is_refused_with_its_place(tmp_path: Path, isi: str, kata: list[str]) -> None:
    (tmp_path / "profil.toml").write_text(isi, encoding="utf-8")
    with pytest.raises(Penolakan) as refusal:
        load_profil(tmp_path)
    assert "profil.toml" in str(refusal.value)
    for satu in kata:
        assert satu in str(refusal.value)


def test_another_encoding_is_refused(data: Path) -> None:
    (data / "profil.toml").write_bytes('nama = "Kabupatén"'.encode("cp1252"))
    with pytest.raises(Penolakan, match="UTF-8"):
        load_profil(data)


# --- init --------------------------------------------------------------------------------------------------------


def test_a_folder_without_profile_says_what_to_do(tmp_path: Path) -> None:
    with pytest.raises(Penolakan, match="python -m etl init --profil"):
        load_profil(tmp_path)


def test_init_remembers_and_the_same_again_changes_nothing(tmp_path: Path) -> None:
    profil = init(tmp_path, "lumajang", "35.73", "Kabupaten Lain")
    before = (tmp_path / "profil.toml").read_bytes()
    assert (profil.id, profil.kode, profil.nama) == ("lumajang", "35.73", "Kabupaten Lain")
    assert init(tmp_path, "lumajang", "3573", "Kabupaten Lain").hash == profil.hash  # plain digits are the same code
    assert (tmp_path / "profil.toml").read_bytes() == before
    assert list(tmp_path.iterdir()) == [tmp_path / "profil.toml"]


def test_init_keeps_own_changes(tmp_path: Path) -> None:
    init(tmp_path, "gresik")
    write(tmp_path, "desa.ambang_cakupan = 50\n")
    assert init(tmp_path, "gresik")["desa.ambang_cakupan"] == 50


@pytest.mark.parametrize(
    ("profil", "kode", "nama", "kata"),
    [
        ("berau", None, None, "profil lumajang (sekarang diminta berau)"),
        ("lumajang", "35.09", "Kabupaten Lumajang", "kode 35.08 (sekarang diminta 35.09)"),
        ("lumajang", "35.08", "Lumajang", "nama Kabupaten Lumajang (sekarang diminta Lumajang)"),
    ],
)
def test_a_second_init_with_other_answers_is_refused(
    tmp_path: Path, profil: str, kode: str | None, nama: str | None, kata: str
) -> None:
    init(tmp_path, "lumajang")
    before = (tmp_path / "profil.toml").read_bytes()
    with pytest.raises(Penolakan) as refusal:
        init(tmp_path, profil, kode, nama)
    assert kata in str(refusal.value)
    assert (tmp_path / "profil.toml").read_bytes() == before


@pytest.mark.parametrize(
    ("profil", "kode", "nama", "kata"),
    [
        ("umum", None, None, "--kode"),
        ("umum", "99.01", None, "--nama"),
        ("umum", None, "Kabupaten Contoh", "--kode"),
        ("lumajang", "35.73", None, "--nama"),  # another code under Lumajang's name would mislabel every page
        ("lumajang", "35073", "X", "35073"),
        ("tidakada", "99.01", "X", "Yang ada: umum"),
    ],
)
def test_init_refuses_incomplete_answers(
    tmp_path: Path, profil: str, kode: str | None, nama: str | None, kata: str
) -> None:
    with pytest.raises(Penolakan) as refusal:
        init(tmp_path / "baru", profil, kode, nama)
    assert kata in str(refusal.value)
    assert not (tmp_path / "baru").exists()  # a refusal leaves nothing behind


def test_a_name_with_quotes_survives(tmp_path: Path) -> None:
    assert init(tmp_path, "umum", "99.01", 'Kabupaten "Contoh" \\ é').nama == 'Kabupaten "Contoh" \\ é'
