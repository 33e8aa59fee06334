"""The survey on paper and in workbooks: the Word report, its sections, tables to publish."""
