"""The same deliveries in ugly clothes: what a reader must see through, and a few rows that nobody can save.

``celaka`` spoils rows beyond saving and writes down why, ``ejaan`` spells values as people do, ``lembaran`` lays a
table out as an office would, ``silang`` turns recaps into pivots, ``tulis`` writes workbooks and CSV, ``rencana``
changes the calendar: late recaps, a month in two files, a month sent twice.
"""

from etl.sintetis.kotor.rencana import mess, omit

__all__ = ["mess", "omit"]
