"""One file per source: its contract and nothing that another source also needs."""
