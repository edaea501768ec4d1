-- returns: indicator rows with a missing key, a negative count or, outside the rosters, a missing numerator; expect none
-- pesan: sebuah indikator mempunyai kunci kosong atau angka negatif
-- why: the numerator may be null only where the rule says "null, not 0": rosters without a person list, money and
-- villages without any delivery of their kind. Spending alone may be negative (a correction).
select
    bulan,
    kode,
    tingkat,
    kunci,
    pembilang,
    penyebut
from marts.indikator
where bulan is null
    or kode is null
    or tingkat is null
    or kunci is null
    or penyebut < 0
    or (pembilang < 0 and kode not in ('KEU-01', 'KEU-03', 'MAN-01'))
    or (
        pembilang is null
        and kode not in ('PEM-01', 'PEM-02', 'PEM-03', 'PEM-04', 'SEK-01', 'UCJ-05', 'KEU-01', 'KEU-02', 'PAT-01', 'PAT-02')
    )
