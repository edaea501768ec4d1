"""Simulated deliveries, so that a fresh clone shows a full dashboard: a regency's files as people really send them.

Rows are made by the parts (``kepesertaan``, ``rekap``, ``dana`` …), turned into letters (``surat``), planned by date
(``rencana``), written (``berkas``) and loaded like any other delivery. Everything follows from profile, region, scale,
number of months and seed; nothing from today's date.
"""

from etl.sintetis.pemuatan import demo

__all__ = ["demo"]
