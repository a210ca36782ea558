"""The small workbook within a chart on a slide, which a program opens when someone edits the numbers."""

from __future__ import annotations

from datetime import datetime
from io import BytesIO

import xlsxwriter
from pptx.chart.data import CategoryChartData

_SHEET = "Sheet1"
"""The name by which the library's charts refer to it."""
_MADE = datetime(1980, 1, 1)


class ChartData(CategoryChartData):  # type: ignore[misc]  # the library has no types
    """Chart data whose workbook holds texts as texts and has no clock.

    The library's own would run a name that begins with = as a formula, and says when it was made.
    """

    @property
    def xlsx_blob(self) -> bytes:
        """The workbook: categories in the first column, a series in each of the others."""
        target = BytesIO()
        book = xlsxwriter.Workbook(target, {"in_memory": True})
        book.set_properties({"created": _MADE})
        page = book.add_worksheet(_SHEET)
        page.set_column(0, 0, 30)
        for row, category in enumerate(self.categories, start=1):
            page.write_string(row, 0, category.label)
        for column, series in enumerate(self, start=1):
            numbers = book.add_format({"num_format": series.number_format})
            page.write_string(0, column, series.name)
            for row, value in enumerate(series.values, start=1):
                if value is not None:
                    page.write_number(row, column, value, numbers)
        book.close()
        return target.getvalue()
