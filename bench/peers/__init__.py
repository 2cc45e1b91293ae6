"""Runs what others make of the same files: DuckDB by SQL, Deequ's profiler on its own Spark."""

import os
import pathlib
import statistics
import subprocess
import sys
import tempfile

FOLDER = pathlib.Path(__file__).resolve().parent
DUCKDB = [("org.duckdb", "duckdb_jdbc", "2.0.0.1")]
# Spark is `provided` to Deequ, which is built for this release.
DEEQU = [("com.amazon.deequ", "deequ", "2.1.0-spark-3.5"), ("org.apache.spark", "spark-sql_2.12", "3.5.7"), ("org.scala-lang", "scala-library", "2.12.18"), ("org.scala-lang", "scala-reflect", "2.12.18")]
# A language for rules that Deequ names and the profiler does not need; it is not on Maven Central.
LEFT_OUT = "<exclusions><exclusion><groupId>software.amazon.glue</groupId><artifactId>dqdl</artifactId></exclusion></exclusions>"
PLUGIN = "org.apache.maven.plugins:maven-dependency-plugin:3.11.0:copy-dependencies"
MODULES = "java.lang java.lang.invoke java.lang.reflect java.io java.net java.nio java.util java.util.concurrent java.util.concurrent.atomic sun.nio.ch sun.nio.cs sun.security.action sun.util.calendar"


def jars(data, name, artifacts):
    """The class path of some artifacts, fetched once."""
    folder = data / f"peer-{name}"
    if not (folder / "complete").exists():
        dependencies = "".join(
            f"<dependency><groupId>{group}</groupId><artifactId>{artifact}</artifactId><version>{version}</version>{LEFT_OUT}</dependency>"
            for group, artifact, version in artifacts
        )
        with tempfile.TemporaryDirectory() as project:
            pom = pathlib.Path(project) / "pom.xml"
            pom.write_text(
                "<project><modelVersion>4.0.0</modelVersion><groupId>leakcensus</groupId><artifactId>peer</artifactId>"
                f"<version>1</version><dependencies>{dependencies}</dependencies></project>"
            )
            subprocess.run(
                ["mvn", "-B", "-q", "-ntp", "-f", pom, PLUGIN, "-DincludeScope=runtime", f"-DoutputDirectory={folder}"],
                check=True,
                stdout=sys.stderr,
            )
        (folder / "complete").touch()
    return str(folder / "*")


class Paced:
    """A program that does a round of its work for each line it is sent, and answers it by a line when the round ends; so programs can take turns."""

    def __init__(self, name, command):
        self.name = name
        self.errors = tempfile.TemporaryFile("w+")
        self.process = subprocess.Popen(list(map(str, command)), stdin=subprocess.PIPE, stdout=subprocess.PIPE, stderr=self.errors, text=True)

    def turn(self):
        """The line that answers one round."""
        try:
            self.process.stdin.write("\n")
            self.process.stdin.flush()
        except BrokenPipeError:
            self.fail()
        return self.process.stdout.readline() or self.fail()

    def end(self):
        """What it still prints after its last round."""
        self.process.stdin.close()
        rest = self.process.stdout.read()
        return rest if self.process.wait() == 0 else self.fail()

    def fail(self):
        code = self.process.wait()
        self.errors.seek(0)
        sys.exit(f"bench/run: {self.name} ended with {code}:\n{self.errors.read()[-3000:]}")


def java(class_path, source, pattern, cores, options=()):
    program = os.path.join(os.environ["JAVA_HOME"], "bin/java") if "JAVA_HOME" in os.environ else "java"
    return Paced(source, [program, *options, "-cp", class_path, FOLDER / source, pattern, cores])


def duckdb(data, pattern, cores):
    return java(jars(data, "duckdb", DUCKDB), "DuckDbTables.java", pattern, cores)


def deequ(data, pattern, cores):
    opened = [part for package in MODULES.split() for part in ("--add-opens", f"java.base/{package}=ALL-UNNAMED")]
    memory = os.sysconf("SC_PHYS_PAGES") * os.sysconf("SC_PAGE_SIZE") // 2**31
    return java(jars(data, "deequ", DEEQU), "DeequProfile.java", pattern, cores, [f"-Xmx{memory}g", *opened])


def seconds(done):
    return sum(done["seconds"].values())


def text(census, duck, deequ, table):
    """Side by side: medians of the warm rounds, and of the ratios within one round; DuckDB in the way that is faster for it."""
    warm = slice(1, None) if len(duck) > 1 else slice(None)
    ways = list(zip(*(round_["ways"] for round_ in duck)))
    way = min(ways, key=lambda rounds: statistics.median(map(seconds, rounds[warm])))
    named = {"files": "from the files each time", "table": "over a table of its own, read once before"}[way[0]["way"]]
    ours = census["rounds"]

    def median(values):
        return statistics.median(list(values)[warm])

    def row(name, times, cpu, ratio):
        return [name, f"{median(times):.1f}", f"{times[0]:.1f}", f"{median(cpu):.1f}", ratio]

    whole = [r["censusSeconds"] for r in ours]
    theirs = [seconds(r) for r in way]
    ratios = [t / w for t, w in zip(theirs, whole)]
    profile = [seconds(r) for r in deequ]
    rows = [
        row("leak-census, whole census", whole, [r["censusCpuSeconds"] for r in ours], "1"),
        row(f"DuckDB {duck[0]['version']}, the tables below, {named}", theirs, [r["cpu_seconds"] for r in way],
            f"{median(ratios):.2f}"),
        row(f"Deequ's profiler, {deequ[0]['version']}, alone", profile, [r["cpu_seconds"] for r in deequ],
            f"{median(profile) / median(whole):.2f}"),
    ]
    queries = [[name, f"{statistics.median(r['seconds'][name] for r in way[warm]):.2f}"] for name in way[0]["seconds"]]
    return (
        f"{ours[-1]['records']:,} records of six columns; DuckDB read {duck[0]['rows']:,}. A round of the census and one of DuckDB in turn, {len(ours)} rounds"
        + f" and the first of them cold; each keeps its memory meanwhile. Seconds and ratios are medians of the warm rounds, whose ratios were {', '.join(f'{r:.2f}' for r in ratios[warm])}. Deequ's rounds came after.\n\n"
        + table(["who", "warm s", "cold s", "CPU s", "seconds / census"], rows)
        + "\nThe census makes distinct values and frequencies in the step that joins persons, so no part of it can be held against DuckDB alone. DuckDB is timed both ways, and the faster one told.\n\n"
        + table(["DuckDB", "s"], queries)
    )
