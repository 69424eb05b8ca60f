"""The overview of a caseload as a page, a workbook and a calendar."""
