"""The styles of the cells, rows and columns of an ODS file: each written once, when a sheet first asks for it."""

from __future__ import annotations

from collections.abc import Iterator

from internationals.outputs.office.sheets import Style
from internationals.outputs.office.shorthand import SIGNS
from internationals.shapes import HouseStyle, Status, palette

_CELL = "style:table-cell-properties"
_PARAGRAPH = "style:paragraph-properties"
_TEXT = "style:text-properties"
_WORDS = {
    Style.TITLE: f'<{_TEXT} fo:font-size="16pt" fo:font-weight="bold" fo:color="{{brand}}"/>',
    Style.HEADING: f'<{_TEXT} fo:font-size="12pt" fo:font-weight="bold"/>',
    Style.WARNING: f'<{_TEXT} fo:font-weight="bold" fo:color="{palette.SERIES[1]}"/>',
    Style.TEXT: "",
    Style.WRAPPED: f'<{_CELL} fo:wrap-option="wrap" style:vertical-align="top"/>',
}
_LOOKS = {
    "link": f'<{_CELL} style:vertical-align="top"/>'
    f'<{_TEXT} fo:color="{{link}}" style:text-underline-style="solid"/>',
    "sign": f'<{_CELL} style:text-align-source="fix"/><{_PARAGRAPH} fo:text-align="end"/>'
    f'<{_TEXT} fo:color="{palette.QUIET}"/>',
    "beside": f'<{_PARAGRAPH} fo:margin-left="0.2cm"/>',
}
_CENTIMETRES = 0.2
"""The width of a character."""
_LINE = 0.47
"""The height of a line in centimetres."""


class Styles:
    """Gives the names of styles, and at the end the styles themselves.

    `locale` decides how numbers look, `style` gives the colours of titles, headers and links.
    """

    SHEET, LINK, SIGN, BESIDE = "sheet", "link", "sign", "beside"

    def __init__(self, locale: str, style: HouseStyle) -> None:
        self._style = style
        language, _, country = locale.partition("-")
        self._locale = f'number:language="{language}" number:country="{country}"'
        look = '<style:table-properties table:display="true"/>'
        self._made = {self.SHEET: _style(self.SHEET, "table", look, ' style:master-page-name="Default"')}
        self._made |= {name: _cell(name, self._dressed(look)) for name, look in _LOOKS.items()}

    def written(self) -> Iterator[str]:
        """Every style that was asked for."""
        yield from self._made.values()

    def column(self, width: int) -> str:
        """A column so many characters wide."""
        name = f"column{width}"
        properties = f'<style:table-column-properties style:column-width="{width * _CENTIMETRES:.2f}cm"/>'
        return self._once(name, _style(name, "table-column", properties))

    def row(self, lines: int, *, new_page: bool = False) -> str:
        """A row so many lines high; a row of one line takes the height that its letters need.

        Programs would break lines anew for print and make some rows a line too low.
        """
        name = f"row{lines}{'page' if new_page else ''}"
        fixed = f'style:row-height="{lines * _LINE:.2f}cm" style:use-optimal-row-height="false"'
        height = fixed if lines > 1 else 'style:use-optimal-row-height="true"'
        start = ' fo:break-before="page"' if new_page else ""
        return self._once(name, _style(name, "table-row", f"<style:table-row-properties {height}{start}/>"))

    def text(self, style: Style) -> str:
        """A text of a kind."""
        return self._once(style.value, _cell(style.value, self._dressed(_WORDS[style])))

    def _dressed(self, properties: str) -> str:
        return properties.format(brand=self._style.brand, link=self._style.link)

    def header(self, *, numbers: bool) -> str:
        """The header of a column of numbers, or of texts."""
        name = "header-number" if numbers else "header"
        aligned = f'<{_PARAGRAPH} fo:text-align="end"/>' if numbers else ""
        line = f'fo:border-bottom="1.5pt solid {self._style.brand}" fo:wrap-option="wrap" style:vertical-align="top"'
        return self._once(
            name, _cell(name, f'<{_CELL} {line} style:text-align-source="fix"/>{aligned}<{_TEXT} fo:font-weight="bold"/>')
        )  # fmt: skip

    def number(self, status: Status, unit: str, decimals: int) -> str:
        """A number with a status, of a unit, with so many decimals."""
        name = f"number-{status}-{unit or 'count'}-{decimals}"
        before = f"<number:text>{SIGNS[status]} </number:text>" if status is Status.ROUNDED else ""
        after = "%" if unit == "percent" else ""
        after += f" {SIGNS[status]}" if status in SIGNS and not before else ""
        format_ = (
            f'<number:number-style style:name="format-{name}" {self._locale}>{before}'
            f'<number:number number:decimal-places="{decimals}" number:min-decimal-places="{decimals}" '
            f'number:min-integer-digits="1" number:grouping="true"/>'
            f"{f'<number:text>{after}</number:text>' if after else ''}</number:number-style>"
        )
        return self._once(name, format_ + _cell(name, "", f' style:data-style-name="format-{name}"'))

    def _once(self, name: str, style: str) -> str:
        self._made.setdefault(name, style)
        return name


def _cell(name: str, properties: str, more: str = "") -> str:
    return _style(name, "table-cell", properties, f' style:parent-style-name="Default"{more}')


def _style(name: str, family: str, properties: str, more: str = "") -> str:
    return f'<style:style style:name="{name}" style:family="{family}"{more}>{properties}</style:style>'
