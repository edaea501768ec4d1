"""Offices: every profile has the fixed codes; Lumajang its 19 offices with 41 tasks; one leader per sector."""

from collections import Counter
from pathlib import Path

import pytest

from ucj.penolakan import Penolakan
from ucj.peraturan import Profil, init, load_profil, load_sektor
from ucj.peraturan import kode as daftar_kode


@pytest.fixture(scope="module")
def lumajang(tmp_path_factory: pytest.TempPathFactory) -> Profil:
    return init(tmp_path_factory.mktemp("lumajang"), "lumajang")


@pytest.mark.parametrize("nama", ["lumajang", "lombok-timur", "gresik", "berau"])
def test_every_profile_has_the_fixed_offices(tmp_path: Path, nama: str) -> None:
    profil = init(tmp_path, nama)
    assert {opd.kode for opd in profil.opd} >= set(daftar_kode.OPD_WAJIB)
    assert len(daftar_kode.OPD_WAJIB) == 25


def test_nineteen_offices_and_forty_one_tasks(lumajang: Profil) -> None:
    """LMJ II a-s."""
    bertugas = [opd for opd in lumajang.opd if opd.tugas]
    tugas = [satu for opd in bertugas for satu in opd.tugas]
    assert len(bertugas) == 19
    assert len({satu.kode for satu in tugas}) == len(tugas) == 41
    assert Counter(satu.kekuatan for satu in tugas) == {"DORONG": 19, "WAJIB": 16, "SEDIA": 5, "DAPAT": 1}
    assert all(satu.dasar == f"LMJ {satu.kode}" and satu.ukuran for satu in tugas)


@pytest.mark.parametrize(
    ("huruf", "kode", "jumlah"),
    [
        ("a", "DISNAKER", 4), ("b", "DPMD", 3), ("c", "DISDIK", 2), ("d", "DISKOPERINDAG", 6), ("e", "DPUPR", 2),
        ("f", "DISPERKIM", 3), ("g", "DISHUB", 2), ("h", "DISTAN", 2), ("i", "DISKAN", 2), ("j", "DISKOMINFO", 2),
        ("k", "DINSOS", 2), ("l", "DPMPTSP", 3), ("m", "DINKES", 2), ("n", "DISPAR", 1), ("o", "DLH", 1),
        ("p", "DISDUKCAPIL", 1), ("q", "BPBD", 1), ("r", "BPKAD", 1), ("s", "BKPSDM", 1),
    ],
)  # fmt: skip
def test_letter_of_the_instruction(lumajang: Profil, huruf: str, kode: str, jumlah: int) -> None:
    opd = lumajang.find_opd(kode)
    assert opd is not None
    assert [satu.kode for satu in opd.tugas] == [f"{huruf}{n}" for n in range(1, jumlah + 1)]


def test_every_head_is_bound(lumajang: Profil) -> None:
    """LMJ III and IV bind every head of office, also those without a task of their own."""
    assert [(satu["kode"], satu["kekuatan"], satu["indikator"]) for satu in lumajang["kewajiban_kepala"]] == [
        ("III", "WAJIB", "PEM-01"),
        ("IV", "WAJIB", "PEM-01"),
    ]


@pytest.mark.parametrize(
    ("sektor", "kode", "is_sementara"),
    [
        ("A1", "DISTAN", False), ("A3", "DISKAN", False), ("B", "DISNAKER", True), ("C", "DISKOPERINDAG", False),
        ("D", "DISNAKER", True), ("E", "DLH", False), ("F", "DPUPR", False), ("H", "DISHUB", False),
        ("I", "DISPAR", False), ("K", "DISNAKER", True), ("L", "DISPERKIM", False), ("MN", "DISNAKER", True),
        ("O", "BKPSDM", False), ("P", "DISDIK", False), ("Q", "DINKES", False), ("RU", "DISNAKER", True),
    ],
)  # fmt: skip
def test_leader_of_a_sector(lumajang: Profil, sektor: str, kode: str, is_sementara: bool) -> None:
    """Gaps are shown, not hidden: mining, electricity, finance, business and other services have no office."""
    opd, sementara = lumajang.opd_sektor(sektor)
    assert (opd.kode, sementara) == (kode, is_sementara)


def test_each_sector_has_one_leader_and_contributors_besides(lumajang: Profil) -> None:
    assert set(load_sektor()) == set(daftar_kode.SEKTOR)
    pemimpin = Counter(sektor for opd in lumajang.opd for sektor in opd.sektor)
    assert max(pemimpin.values()) == 1
    konstruksi = [opd.kode for opd in lumajang.opd if "F" in opd.sektor_pendukung]
    assert konstruksi == ["DISPERKIM"]  # LMJ e leads, f contributes
    assert all(not set(opd.sektor) & set(opd.sektor_pendukung) for opd in lumajang.opd)


@pytest.mark.parametrize(
    ("sebutan", "kode"),
    [
        ("DISNAKER", "DISNAKER"), ("Dinas Tenaga Kerja", "DISNAKER"), ("disnakertrans", "DISNAKER"),
        ("Dinas PUPR", "DPUPR"), ("BKD", "BKPSDM"), ("Badan Kepegawaian Daerah", "BKPSDM"), ("DPM-PTSP", "DPMPTSP"),
        ("dinas koperasi, UKM, perindustrian & perdagangan", None),  # "&" is not "dan": unknown rather than guessed
        ("Dinas Kesehatan", "DINKES"),  # the general name still works beside the regency's own
        ("Satpol PP", "SATPOLPP"),
    ],
)  # fmt: skip
def test_names_that_people_write(lumajang: Profil, sebutan: str, kode: str | None) -> None:
    opd = lumajang.find_opd(sebutan)
    assert (opd.kode if opd else None) == kode


def write(data: Path, tambahan: str) -> Path:
    init(data, "lumajang")
    path = data / "profil.toml"
    path.write_text(path.read_text(encoding="utf-8") + tambahan, encoding="utf-8")
    return data


def test_a_regency_moves_a_sector_and_adds_an_office(tmp_path: Path) -> None:
    data = write(
        tmp_path,
        '[opd.DISPERKIM]\nsektor = ["F", "L"]\n[opd.DISPORA]\nnama = "Dinas Pemuda dan Olahraga"\nsektor = ["RU"]\n',
    )
    profil = load_profil(data)
    assert profil.opd_sektor("F")[0].kode == "DISPERKIM"
    assert profil.opd_sektor("RU") == (profil.find_opd("dispora"), False)
    pupr = profil.find_opd("DPUPR")
    assert pupr is not None
    assert pupr.sektor == ()
    assert [tugas.kode for tugas in pupr.tugas] == ["e1", "e2"]  # tasks stay with the office


@pytest.mark.parametrize(
    ("tambahan", "kata"),
    [
        ('[opd.DPUPR]\nsektor = ["F"]\n[opd.DISPERKIM]\nsektor = ["F"]\n', "sektor F dipimpin DPUPR dan DISPERKIM"),
        ('[opd.DPUPR]\nsektor = ["Z"]\n', '"Z" tidak dikenal'),
        ("[opd.DPUPR]\nnma = 1\n", "kolom nma tidak dikenal"),
        ("[opd.BARU]\nalias = []\n", "perlu nama"),
        ('[opd.dpupr]\nnama = "x"\n', "huruf besar"),
        ('[opd.BARU]\nnama = "Dinas Sosial"\n', "dipakai DINSOS dan BARU"),
        ('[[tugas]]\nkode = "a1"\n', "tugas a1: kolomnya"),
        ('[[tugas]]\nkode = "z1"\nopd = "TIDAKADA"\nkekuatan = "WAJIB"\nuraian = "u"\nukuran = "u"\ndasar = "d"\n',
         "perangkat daerah TIDAKADA tidak ada"),
        ('[[tugas]]\nkode = "z1"\nopd = "DPUPR"\nkekuatan = "HARUS"\nuraian = "u"\nukuran = "u"\ndasar = "d"\n',
         "WAJIB, DORONG, SEDIA, DAPAT"),
        ('opd = "x"\n', "[opd.KODE]"),
    ],
)  # fmt: skip
def test_broken_office_is_refused(tmp_path: Path, tambahan: str, kata: str) -> None:
    with pytest.raises(Penolakan) as refusal:
        load_profil(write(tmp_path, tambahan))
    assert kata in str(refusal.value)
    assert "profil.toml" in str(refusal.value)
