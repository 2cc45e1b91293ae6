"""Skewed copies of a leak of CSV files: what a census takes of them beside what it takes of the even one."""

import contextlib
import re

COLUMN_OF_PHONE = 4
PHONE = re.compile(rb"1[3-9][0-9]{9}")
LARGE_TO_SMALL = 10
SOURCES = 4


def copies(folder):
    """By title, the folders of leaks to measure. Copies are made where they are not there, beside the even leak."""
    return {
        "even": folder,
        "one phone on half of the records": _once(folder, "one-phone", _one_phone),
        "four sources alike": _once(folder, "sources-alike", lambda of, to: _sources(of, to, SOURCES)),
        "four sources, one ten times the others": _once(
            folder, "sources-skewed", lambda of, to: _sources(of, to, LARGE_TO_SMALL + SOURCES - 1)
        ),
    }


def _once(folder, name, make):
    out = folder.with_name(f"{folder.name}-{name}")
    settings = out / "sources.conf"
    if not settings.exists():
        out.mkdir(parents=True, exist_ok=True)
        settings.write_text(make(folder, out))
    return out


def _rows(file):
    with open(file, "rb") as lines:
        yield from lines


def _files(folder):
    return sorted((folder / "persons").iterdir())


def _one_phone(folder, out):
    """Every other row that can be cut gets the phone of the first row that has a mobile one."""
    (out / "persons").mkdir(exist_ok=True)
    shared = None
    for file in _files(folder):
        with open(out / "persons" / file.name, "wb") as copy:
            for number, row in enumerate(_rows(file)):
                values = row.split(b",", COLUMN_OF_PHONE + 1)
                if number > 0 and len(values) == COLUMN_OF_PHONE + 2:
                    shared = shared or PHONE.fullmatch(values[COLUMN_OF_PHONE])
                    if shared and number % 2:
                        values[COLUMN_OF_PHONE] = shared.group()
                        row = b",".join(values)
                copy.write(row)
    return (folder / "sources.conf").read_text()


def _sources(folder, out, parts):
    """Rows are dealt to as many parts; the first source has what the others leave."""
    names = [f"source{number}" for number in range(SOURCES)]
    with contextlib.ExitStack() as opened:
        of_source = []
        for name in names:
            (out / name).mkdir(exist_ok=True)
            of_source.append(opened.enter_context(open(out / name / "part-00000.csv", "wb")))
        for index, file in enumerate(_files(folder)):
            for number, row in enumerate(_rows(file)):
                if number > 0:
                    of_source[max(0, number % parts - (parts - SOURCES))].write(row)
                elif index == 0:
                    for copy in of_source:
                        copy.write(row)
    even = (folder / "sources.conf").read_text()
    source = re.search(r"\n  persons \{.*?\n  \}\n", even, flags=re.S).group(0)
    each = [source.replace("persons {", name + " {").replace("persons/*", f"{name}/*") for name in names]
    return even.replace(source, "".join(each))
