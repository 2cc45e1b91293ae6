"""What all notebooks share: the tables of one run, and how their texts and pictures are shown."""
import os
import unicodedata

import duckdb
import matplotlib.pyplot as plt
from IPython.display import display

run = os.environ["LEAK_CENSUS_RUN"]
plt.rcParams["text.parse_math"] = False


def table(name):
    return f"read_parquet('{run}/{name}.parquet')"


def visible(cell):
    """Names come from configurations and leaks: characters that hide or act are shown by their escapes."""
    if not isinstance(cell, str):
        return cell
    return "".join(c if unicodedata.category(c) not in ("Cc", "Cf", "Cs", "Zl", "Zp") else f"\\u{ord(c):04x}" for c in cell)


def plain(text):
    """In Markdown, what a name brings along is text and no markup."""
    return "".join(c if c.isalnum() or c == " " else f"&#{ord(c)};" for c in str(text))


def rows(sql):
    return duckdb.sql(sql).df().map(visible)


def show(words):
    """Shows the picture that was drawn last, with words for those who cannot see it."""
    figure = plt.gcf()
    display(figure, metadata={"image/png": {"alt": words}})
    plt.close(figure)
