"""What tests tell on standard output, and the pages that it is written into."""
import collections
import glob
import json
import os
import re
import subprocess
import sys
import xml.etree.ElementTree as ElementTree


def run(tests, all_tests):
    """Runs tests, named as Maven's -Dtest takes them, whether or not they fail; with all_tests long ones too."""
    unit = ",".join(test for test in tests if test.split("#")[0].endswith("Test")) or "NoneSuch"
    integration = ",".join(test for test in tests if test.split("#")[0].endswith("IT")) or "NoneSuch"
    command = ["mvn", "-B", "-ntp", "verify", "-pl", "jobs/app", "-am", "-Dmaven.test.failure.ignore"]
    command += [f"-Dtest={unit}", "-Dsurefire.failIfNoSpecifiedTests=false"]
    command += [f"-Dit.test={integration}", "-Dfailsafe.failIfNoSpecifiedTests=false"]
    if all_tests:
        command.append("-Dtests.left-out=none")
    if subprocess.run(command).returncode != 0:
        sys.exit("Maven failed before the tests were done")


def reports(since, mark):
    """What has run since a time: by class and method the cases, as seconds and whether they passed; by class the
    seconds that all its cases share; and what they told behind a mark, as JSON."""
    cases, shared, told = collections.defaultdict(list), {}, []
    for file in sorted(glob.glob("jobs/*/target/*-reports/TEST-*.xml")):
        if os.path.getmtime(file) < since:
            continue
        suite = ElementTree.parse(file).getroot()
        name = suite.attrib["name"].rsplit(".", 1)[-1]
        shared[name] = seconds(suite) - sum(map(seconds, suite.iter("testcase")))
        for case in suite.iter("testcase"):
            method = re.match(r"\w*", case.attrib["name"]).group() or "(before all)"
            failed = case.find("failure") is not None or case.find("error") is not None
            cases[name, method].append((seconds(case), not failed))
            for output in case.iter("system-out"):
                lines = (output.text or "").splitlines()
                told += [json.loads(line[len(mark):]) for line in lines if line.startswith(mark)]
    return cases, shared, told


def seconds(element):
    return float(element.attrib["time"].replace(",", ""))


class Table:
    """A table of a page, between two comments."""

    def __init__(self, page, writer):
        self.page = page
        self.begin = f"<!-- {writer} writes from here -->"
        self.end = "<!-- to here -->"

    def lines(self):
        text = self._text()
        return text[text.index(self.begin):text.index(self.end, text.index(self.begin))].splitlines()

    def write(self, lines):
        text = self._text()
        start = text.index(self.begin)
        text = text[:start] + "\n".join([self.begin, "", *lines]) + "\n\n" + text[text.index(self.end, start):]
        with open(self.page, "w", encoding="utf-8") as out:
            out.write(text)

    def _text(self):
        with open(self.page, encoding="utf-8") as page:
            return page.read()
