"""The parts pages are built from: tables, filters, forms, detail panes, charts, previews."""
