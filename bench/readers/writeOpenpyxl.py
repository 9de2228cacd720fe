"""Writes the workbooks that stdin describes: [{"file": …, "sheets": [[name, rows], …]}, …]."""
import json
import sys

from openpyxl import Workbook

for described in json.load(sys.stdin):
    workbook = Workbook()
    workbook.remove(workbook.active)
    for name, rows in described["sheets"]:
        sheet = workbook.create_sheet(name)
        for row in rows:
            sheet.append(row)
    workbook.save(described["file"])
