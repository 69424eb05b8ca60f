"""The key figures as a page to read and as a workbook."""
