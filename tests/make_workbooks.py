#!/usr/bin/env python3
"""Writes the same networks in the other formats that are read, from the tables in graphs/.

From each table, or folder of tables, in graphs/small/csv it makes graphs/small/json/NAME.json
(node-link JSON) and graphs/small/xlsx/NAME.xlsx; from graphs/example-city it makes
graphs/example-city.xlsx. The tables are what people edit; what this writes is never edited.

How: a workbook is a zip of XML parts, written here by hand, so that it holds on purpose what
spreadsheets hold: shared strings, date cells in a built-in and in a custom format, booleans, a
formula with its cached value, cells left out where they are empty. Every member has one fixed
date, so the same tables give the same bytes (with the same zlib).

  make_workbooks.py            write all of them
  make_workbooks.py --check    exit 1, naming the file, where one differs from the tables

Sources: ECMA-376 part 1 (5th edition, 2016), 18.2-18.8; NetworkX 2.8, node_link_data.
"""
import csv
import datetime
import json
import pathlib
import re
import sys
import zipfile
from xml.sax.saxutils import escape, quoteattr

GRAPHS = pathlib.Path(__file__).resolve().parent.parent / "graphs"
ISO_DATE = re.compile(r"\d{4}-\d{2}-\d{2}")
NUMBER = re.compile(r"-?(0|[1-9]\d*)(\.\d+)?")
EPOCH = datetime.date(1899, 12, 30)  # day 0 of the 1900 date system, its false leap day allowed for
XML = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'
MAIN = "http://schemas.openxmlformats.org/spreadsheetml/2006/main"
OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
PACKAGE = "http://schemas.openxmlformats.org/package/2006"
HEADING, SHORT_DATE, LONG_DATE = 1, 2, 3  # rows of cellXfs in styles()


def table(path):
    """The rows of a CSV file, the header first."""
    with open(path, newline="", encoding="utf-8") as file:
        return list(csv.reader(file))


def small_networks():
    """Yields (name, nodes or None, ties) for each network of graphs/small/csv, in order of name."""
    for path in sorted((GRAPHS / "small" / "csv").iterdir()):
        if path.is_dir():
            yield path.name, table(path / "nodes.csv"), table(path / "ties.csv")
        else:
            yield path.stem, None, table(path)


# --- node-link JSON ---------------------------------------------------------------------------


def records(rows):
    """A dict for each row under the header, without its empty cells, numbers as numbers."""
    for row in rows[1:]:
        yield {
            head: json.loads(cell) if head == "weight" else cell
            for head, cell in zip(rows[0], row)
            if cell
        }


def node_link(name, nodes, ties):
    """The text of a node-link file: one node or link a line, so that each has a line number."""
    links = [{"source": tie.pop("from"), "target": tie.pop("to"), **tie} for tie in records(ties)]
    directed = any(link.pop("direction", "") == "directed" for link in links)
    ends = dict.fromkeys(end for link in links for end in (link["source"], link["target"]))
    listed = list(records(nodes)) if nodes else [{"id": end} for end in ends]
    pairs = [(link["source"], link["target"]) for link in links]
    if not directed:
        pairs = [frozenset(pair) for pair in pairs]
    head = {"directed": directed, "multigraph": len(set(pairs)) < len(pairs), "graph": {"name": name}}
    lines = json.dumps(head, ensure_ascii=False)[:-1]
    for key, items in (("nodes", listed), ("links", links)):
        body = ",\n".join("  " + json.dumps(item, ensure_ascii=False) for item in items)
        lines += f',\n "{key}": [' + (f"\n{body}\n " if body else "") + "]"
    return lines + "}\n"


# --- workbooks --------------------------------------------------------------------------------


def column_letters(index):
    """0 -> A, 25 -> Z, 26 -> AA."""
    letters = ""
    index += 1
    while index:
        index, rest = divmod(index - 1, 26)
        letters = chr(ord("A") + rest) + letters
    return letters


def cell_xml(place, head, cell, strings, formula):
    """One cell; `strings` maps a text to its number among the shared strings and grows."""
    if formula:
        return f'<c r="{place}"><f>{escape(formula)}</f><v>{cell}</v></c>'
    if cell in ("TRUE", "FALSE"):
        return f'<c r="{place}" t="b"><v>{int(cell == "TRUE")}</v></c>'
    if ISO_DATE.fullmatch(cell):
        style = LONG_DATE if head.lower() == "until" else SHORT_DATE
        days = (datetime.date.fromisoformat(cell) - EPOCH).days
        return f'<c r="{place}" s="{style}"><v>{days}</v></c>'
    if NUMBER.fullmatch(cell):
        return f'<c r="{place}"><v>{cell}</v></c>'
    number = strings.setdefault(cell, len(strings))
    style = f' s="{HEADING}"' if head == "" else ""
    return f'<c r="{place}" t="s"{style}><v>{number}</v></c>'


def sheet_xml(rows, strings, formulas):
    """One sheet; `formulas` maps a heading to a formula in which {row} is the row's number."""
    lines = []
    for number, row in enumerate(rows, 1):
        cells = ""
        for index, cell in enumerate(row):
            if cell == "":
                continue
            head = rows[0][index] if number > 1 else ""
            formula = formulas.get(head, "").format(row=number)
            cells += cell_xml(f"{column_letters(index)}{number}", head, cell, strings, formula)
        lines.append(f'<row r="{number}">{cells}</row>')
    return f'{XML}<worksheet xmlns="{MAIN}"><sheetData>{"".join(lines)}</sheetData></worksheet>'


def styles():
    """Four cell formats: plain, bold heading, the built-in date 14, and year-month-day."""
    xf = '<xf numFmtId="{}" fontId="{}" fillId="0" borderId="0" xfId="0" applyNumberFormat="1"/>'
    formats = "".join(xf.format(number, font) for number, font in ((0, 0), (0, 1), (14, 0), (164, 0)))
    font = '<font>{}<sz val="11"/><name val="Calibri"/></font>'
    return (
        f'{XML}<styleSheet xmlns="{MAIN}">'
        '<numFmts count="1"><numFmt numFmtId="164" formatCode="yyyy\\-mm\\-dd"/></numFmts>'
        f'<fonts count="2">{font.format("")}{font.format("<b/>")}</fonts>'
        '<fills count="2"><fill><patternFill patternType="none"/></fill>'
        '<fill><patternFill patternType="gray125"/></fill></fills>'
        '<borders count="1"><border><left/><right/><top/><bottom/><diagonal/></border></borders>'
        '<cellStyleXfs count="1"><xf numFmtId="0" fontId="0" fillId="0" borderId="0"/></cellStyleXfs>'
        f'<cellXfs count="4">{formats}</cellXfs>'
        '<cellStyles count="1"><cellStyle name="Normal" xfId="0" builtinId="0"/></cellStyles></styleSheet>'
    )


def relationships(targets):
    """The part that numbers the relationships rId1, rId2 ... of (type, target) in turn."""
    links = "".join(
        f'<Relationship Id="rId{n}" Type="{OFFICE}/{kind}" Target="{target}"/>'
        for n, (kind, target) in enumerate(targets, 1)
    )
    return f'{XML}<Relationships xmlns="{PACKAGE}/relationships">{links}</Relationships>'


def content_types(sheets):
    """The part that says what each other part is."""
    kind = "application/vnd.openxmlformats-officedocument.spreadsheetml"
    parts = [("workbook", f"{kind}.sheet.main"), ("styles", f"{kind}.styles"),
             ("sharedStrings", f"{kind}.sharedStrings")]
    parts += [(f"worksheets/sheet{n + 1}", f"{kind}.worksheet") for n in range(sheets)]
    lines = "".join(
        f'<Override PartName="/xl/{part}.xml" ContentType="{text}+xml"/>' for part, text in parts
    )
    return (
        f'{XML}<Types xmlns="{PACKAGE}/content-types">'
        '<Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>'
        f'<Default Extension="xml" ContentType="application/xml"/>{lines}</Types>'
    )


def workbook_parts(sheets, formulas):
    """The parts of a workbook of [(sheet name, rows)], in the order in which they are stored."""
    strings = {}
    bodies = [sheet_xml(rows, strings, formulas) for _, rows in sheets]
    names = "".join(
        f'<sheet name={quoteattr(name)} sheetId="{n}" r:id="rId{n}"/>'
        for n, (name, _) in enumerate(sheets, 1)
    )
    links = [("worksheet", f"worksheets/sheet{n + 1}.xml") for n in range(len(sheets))]
    links += [("styles", "styles.xml"), ("sharedStrings", "sharedStrings.xml")]
    texts = "".join(f'<si><t xml:space="preserve">{escape(text)}</t></si>' for text in strings)
    parts = {
        "[Content_Types].xml": content_types(len(sheets)),
        "_rels/.rels": relationships([("officeDocument", "xl/workbook.xml")]),
        "xl/workbook.xml": f'{XML}<workbook xmlns="{MAIN}" xmlns:r="{OFFICE}"><sheets>{names}</sheets></workbook>',
        "xl/_rels/workbook.xml.rels": relationships(links),
        "xl/styles.xml": styles(),
        "xl/sharedStrings.xml": f'{XML}<sst xmlns="{MAIN}" uniqueCount="{len(strings)}">{texts}</sst>',
    }
    parts.update((f"xl/worksheets/sheet{n}.xml", body) for n, body in enumerate(bodies, 1))
    return parts


def write_workbook(path, parts):
    """Stores the parts, deflated, under one fixed date."""
    with zipfile.ZipFile(path, "w") as archive:
        for name, text in parts.items():
            member = zipfile.ZipInfo(name, date_time=(1980, 1, 1, 0, 0, 0))
            member.compress_type = zipfile.ZIP_DEFLATED
            member.create_system = 3
            member.external_attr = 0o100644 << 16
            archive.writestr(member, text.encode("utf-8"))


def read_workbook(path):
    """The parts of a workbook that was written, for comparing."""
    with zipfile.ZipFile(path) as archive:
        return {name: archive.read(name).decode("utf-8") for name in archive.namelist()}


# --- what is made -----------------------------------------------------------------------------


def products():
    """Yields (path, text of a JSON file or parts of a workbook) for every file that is made."""
    for name, nodes, ties in small_networks():
        yield GRAPHS / "small" / "json" / f"{name}.json", node_link(name, nodes, ties)
        sheets = ([("Nodes", nodes)] if nodes else []) + [("Ties", ties)]
        yield GRAPHS / "small" / "xlsx" / f"{name}.xlsx", workbook_parts(sheets, {})
    city = GRAPHS / "example-city"
    sheets = [(name, table(city / f"{name.lower()}.csv")) for name in ("Partners", "Strategies", "Work")]
    hours = column_letters(sheets[2][1][0].index("Hours a month"))
    yield GRAPHS / "example-city.xlsx", workbook_parts(sheets, {"Hours a year": hours + "{row}*12"})


def same(path, made):
    """Whether the file at path holds what was made."""
    if not path.exists():
        return False
    return (read_workbook(path) if isinstance(made, dict) else path.read_text("utf-8")) == made


def main(arguments):
    if arguments not in ([], ["--check"]):
        print(__doc__, file=sys.stderr)
        return 2
    differ = 0
    for path, made in products():
        if arguments:
            if not same(path, made):
                differ += 1
                print(f"{path.relative_to(GRAPHS)} is not what the tables say: run make_workbooks.py")
            continue
        path.parent.mkdir(parents=True, exist_ok=True)
        if isinstance(made, dict):
            write_workbook(path, made)
        else:
            path.write_text(made, "utf-8")
    return 1 if differ else 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
