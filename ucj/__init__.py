"""What the pages and the ETL share: the profile, the indicators, reading the published build, words and numbers."""
