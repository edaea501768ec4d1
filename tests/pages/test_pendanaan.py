"""The pages on money and employers: the figures that a reader sees, counted by hand in kabupaten_dana.py."""

import json

import pytest

from tests.pages.pembaca import gambar, judul, markah, terbaca

HALAMAN = ("serapan_anggaran", "bantuan_iuran", "manfaat", "pemberi_kerja")


@pytest.mark.parametrize("halaman", HALAMAN)
def test_every_page_names_month_source_date_and_basis_of_law(buka, data_dana, halaman):
    teks = terbaca(buka(halaman, data_dana))
    assert "per 30 juni 2026" in teks.lower()
    assert "Sumber:" in teks and "Data per 30 Juni 2026" in teks and "Dasar:" in teks
    assert "nomor rujukan" not in teks.lower()


@pytest.mark.parametrize("halaman", HALAMAN)
def test_a_month_without_the_source_says_who_must_send_what(buka, data_uji, halaman):
    # Kabupaten Uji has no budget, recipients, recap or employers in December 2025
    at = buka(halaman, data_uji, periode="2025-12")
    teks = terbaca(at)
    assert "Yang perlu dikirim:" in teks
    assert any(b.proto.label.startswith("Templat ") for b in at.get("download_button"))
    assert "Rp0" not in teks and " 0 orang" not in teks  # missing is never 0


# --- Serapan anggaran


def test_absorption_is_judged_by_the_time_elapsed_and_by_how_long_the_money_lasts(buka, data_dana):
    at = buka("serapan_anggaran", data_dana)
    teks = terbaca(at)
    # 43 of 137 = 31.39; APBD: (125 - 40) left / (16 of recipients + 5/12 a month) = 5 months after June
    assert judul(at) == "Serapan 31,4% di bawah waktu berjalan 50,0%; APBD cukup sampai November"
    assert "Nov 2026 APBD; semua sumber dana bersama sampai Nov 2026" in teks
    assert "Rp43,0 juta dari Rp137,0 juta; waktu berjalan 50,0%" in teks
    assert "Pagu murni, perubahan." in teks
    assert "APBD Rp85,0 jt 32,0% Nov 2026 ▲ sebelum Desember" in teks
    assert "APBDes Rp9,0 jt 25,0% Des 2026 akhir tahun" in teks
    assert "Tercapai" not in teks


def test_absorption_per_lingkup_and_unit_with_stage_and_estimate(buka, data_dana):
    teks = terbaca(buka("serapan_anggaran", data_dana))
    assert "Dinas Tenaga Kerja perubahan Rp120.000.000 Rp40.000.000 33,3%" in teks
    assert "Dinas Pendidikan dan Kebudayaan murni estimasi Rp5.000.000 Rp0 0,0%" in teks  # 10 % of 50 juta
    assert "Sukamaju murni Rp12.000.000 Rp3.000.000 25,0%" in teks
    assert "APBDes Pagu murni Rp12,0 jt Rp3,0 jt 25,0%" in teks


def test_the_ceiling_is_that_of_the_month(buka, data_dana):
    # before the change of June: 20 of 117 = 17.09; five twelfths of the year have passed
    at = buka("serapan_anggaran", data_dana, periode="2026-05")
    assert judul(at).startswith("Serapan 17,1% di bawah waktu berjalan 41,7%")


def test_units_without_a_budget_line(buka, data_dana):
    teks = terbaca(buka("serapan_anggaran", data_dana))
    # 25 offices of the general profile + 2 kecamatan + 2 villages; the kelurahan owes no village budget
    assert "26 dari 29 OPD dan desa tanpa pagu iuran yang dihitung" in teks
    assert "Kec. Satu 1 Mekarsari" in teks
    assert "melekat 1 3,4% rekening khusus 2 6,9%" in teks
    assert "Iuran diterima BPJS Ketenagakerjaan Rp80,0 jt" in teks and "Jumlah Rp80.000.000" in teks


def test_a_year_of_which_only_july_was_delivered_is_not_judged(buka, data_dana):
    at = buka("serapan_anggaran", data_dana, periode="2025-07")
    teks = terbaca(at)
    assert judul(at) == "Realisasi Januari–Juni 2025 mungkin belum dikirim; serapan belum dapat dinilai"
    assert "8,3% Rp5,0 juta dari Rp60,0 juta; realisasi Januari–Juni 2025 mungkin belum dikirim" in teks
    assert "Jauh di bawah" not in teks.split("Unit yang menganggarkan")[0]
    assert "Pagu murni; realisasi APBD sebelum Juli 2025 mungkin belum dikirim" in teks and "07/2025" not in teks
    assert "Sampai kapan dana cukup belum dapat dihitung: realisasi belum lengkap" in teks


def test_the_ceiling_before_and_after_its_changes(buka, data_dana):
    """Murni 100 + 5 + 12, changed by 20 in June: 137; 43 spent, 94 left (juta)."""
    at = buka("serapan_anggaran", data_dana)
    teks = terbaca(at)
    assert "Pagu bertambah Rp20,0 jt; Rp94,0 jt belum dibelanjakan" in teks
    assert "pagu murni, perubahan dan belanja Januari sampai Juni 2026" in teks
    assert (
        "Pagu murni Rp117.000.000 Rp117.000.000 Perubahan Rp20.000.000 Rp137.000.000 "
        "Pagu berlaku Rp137.000.000 Rp137.000.000 Belanja −Rp43.000.000 Rp94.000.000 Sisa pagu Rp94.000.000"
    ) in teks
    # the stage of May is the first one still; of one office only its own
    assert "Pagu tidak berubah; Rp97,0 jt belum dibelanjakan" in terbaca(
        buka("serapan_anggaran", data_dana, periode="2026-05")
    )
    satu = terbaca(buka("serapan_anggaran", data_dana, opd="DISNAKER"))
    assert "Pagu bertambah Rp20,0 jt; Rp80,0 jt belum dibelanjakan" in satu


def test_estimates_are_marked(buka, data_dana):
    teks = terbaca(buka("serapan_anggaran", data_dana))
    assert "waktu berjalan 50,0%; sebagian pagu estimasi" in teks
    assert "Rp0 dari Rp5,0 jt (estimasi)" in teks
    assert "Estimasi: iuran melekat pada belanja lain" in teks


def test_absorption_chart_carries_the_time_elapsed(buka, data_dana):
    batang = json.loads(gambar(buka("serapan_anggaran", data_dana))[0])
    # the tick marks of both offices stand at half of the year
    assert any(list(deret.get("x", [])) == [50.0, 50.0] for deret in batang["data"])


# --- Bantuan iuran


def test_recipients_are_people_and_double_payment_is_told_apart(buka, data_dana):
    at = buka("bantuan_iuran", data_dana)
    teks = terbaca(at)
    assert judul(at) == "5 orang dibantu iurannya, bertambah 2 sejak Mei 2026; 1 dibayar ganda"
    assert "APBD 4 Rp16.000.000 CSR 3 Rp300.000" in teks  # a person counts with each payer, once in the total
    assert "APBD 4 Rp85,0 jt Rp16,4 jt Nov 2026 CSR 3 tanpa pagu … tidak diketahui" in teks
    assert "4 dari 4 penerima wajib ditetapkan tanpa nomor keputusan" in teks and "APBD 4 0 4" in teks
    assert "1 baris daftar penerima perlu perbaikan, belum dihitung" in teks  # a NIK of six digits
    assert "Satu orang dengan dua pembayar dihitung pada tiap pembayarnya" in teks
    assert "APBD + CSR ▲ porsi tidak berjumlah 100% 1 APBD + CSR porsi berjumlah 100% (bersama) 1" in teks
    assert "Iuran dibayar bulan ini Rp16,3 juta" in teks


def test_recipients_by_place_and_person(buka, data_dana):
    teks = terbaca(buka("bantuan_iuran", data_dana))
    assert "Satu 4 Rp16.200.000 Dua 1 Rp100.000" in teks
    # every person once, whoever pays: five people in each table
    assert "Laki-laki 4 Rp12.300.000 Perempuan 1 Rp4.000.000" in teks
    assert "Bukan penyandang disabilitas 3 Rp12.200.000" in teks
    assert "Penyandang disabilitas 1 Rp4.000.000 Tidak diketahui 1 Rp100.000" in teks
    assert "45-54 5 Rp16.300.000" in teks  # born 1980
    assert "setiap orang dihitung satu kali" in teks
    assert "Petani, nelayan, pengemudi, pedagang 5" in teks


def test_recipients_of_one_kecamatan(buka, data_dana):
    at = buka("bantuan_iuran", data_dana, wilayah="99.02.02")
    assert judul(at) == "1 orang dibantu iurannya, bertambah 1 sejak Mei 2026"  # double payments: whole regency only
    assert "Kec. Dua" in terbaca(at) and "Seberang <i>" in terbaca(at)
    assert "<i>" not in markah(at).replace("<i style", "")  # a name with HTML shows literally


def test_recipients_of_an_office_without_any(buka, data_dana):
    at = buka("bantuan_iuran", data_dana, opd="DISDIK")
    assert judul(at) == "Penerima bantuan iuran untuk pilihan ini belum ada"


def test_recipients_of_one_office_are_counted_per_payer(buka, data_dana):
    teks = terbaca(buka("bantuan_iuran", data_dana, opd="DISNAKER"))
    assert "45-54 7 Rp16.300.000" in teks and "dihitung per pembayar" in teks
    assert "Sampai kapan iuran terbayar" not in teks and "Gabungan pembayar" not in teks  # known for the regency only


# --- Manfaat


def test_benefits_stand_beside_contributions(buka, data_dana):
    at = buka("manfaat", data_dana)
    teks = terbaca(at)
    assert judul(at) == "Rp72,0 juta manfaat dibayarkan untuk 3 kasus; iuran diterima Rp80,0 juta"
    assert "Manfaat dibanding iuran 90,0%" in teks
    assert "JKM 1 Rp42.000.000 Rp20.000.000 210,0% JKK 2 Rp30.000.000 Rp60.000.000 50,0%" in teks
    assert "Satu 3 Rp72.000.000 Rp70.000.000 102,9% Dua 0 Rp0 Rp10.000.000 0,0% Jumlah 3" in teks
    assert "Satu Rp30,0 jt 2 kasus Rp42,0 jt 1 kasus Dua Rp0 0 kasus Rp0 0 kasus Jumlah Rp30,0 jt 2 kasus" in teks
    assert "menurut tempat kerja" in teks


def test_benefits_of_a_semester_are_summed_and_say_how_much_is_missing(buka, data_dana):
    at = buka("manfaat", data_dana, periode="2026-1")
    assert judul(at) == "Rp82,0 juta manfaat dibayarkan untuk 4 kasus; iuran diterima Rp120,0 juta"
    assert "Menurut tempat kerja; jumlah Sem. I 2026; jumlah 2 dari 6 bulan" in terbaca(at)


def test_benefits_of_one_kecamatan(buka, data_dana):
    at = buka("manfaat", data_dana, wilayah="99.02.01")
    assert judul(at) == "Rp72,0 juta manfaat dibayarkan untuk 3 kasus; iuran diterima Rp70,0 juta"


# --- Pemberi kerja


def test_employers_by_finding_with_the_share_judged(buka, data_dana):
    at = buka("pemberi_kerja", data_dana)
    teks = terbaca(at)
    assert judul(at) == "40,0% dari 5 pemberi kerja patuh; 1 menunggak Rp1,5 juta"
    assert "2 dari 5; kurang 3" in teks  # Wajib: the miss in employers
    assert "Sebagian pekerja (PDS-TK) 1 3 60,0% 33,3%" in teks  # three of five could be judged, one of them is short
    assert "Sebagian program (PDS-program) 1 4 80,0% 25,0%" in teks
    assert "Tunggakan terbesar: Perdagangan, Rp1,5 jt" in teks


def test_employers_by_scale_and_sector_add_up(buka, data_dana):
    teks = terbaca(buka("pemberi_kerja", data_dana))
    assert "Kecil 1 0 0 1 1 0 1 Rp1.500.000 5 3" in teks
    assert "Industri pengolahan 2 1 0 0 0 1 0 Rp0 20 20" in teks
    assert teks.count("Jumlah 5 2 1 1 1 1 1 Rp1.500.000 25 23") == 2  # both tables end in the same total
    assert "Besar 0 0 1 1 0" in teks  # JHT and JP missing once
