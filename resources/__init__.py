"""What every part shares: database, files, report model, charts, statistics, wording, packaged files."""
