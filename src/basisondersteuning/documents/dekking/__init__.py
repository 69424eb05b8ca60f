"""The coverage of a region as a page and as a workbook."""
