"""Runs what others make of the same files: DuckDB by SQL, Deequ's profiler on its own Spark."""

import json
import os
import pathlib
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


def run(class_path, source, pattern, cores, rounds, options=()):
    java = os.path.join(os.environ["JAVA_HOME"], "bin/java") if "JAVA_HOME" in os.environ else "java"
    command = [java, *options, "-cp", class_path, FOLDER / source, pattern, str(cores), str(rounds)]
    done = subprocess.run(command, stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True)
    if done.returncode != 0:
        sys.exit(f"bench/run: {source} ended with {done.returncode}:\n{done.stderr[-3000:]}")
    return json.loads(done.stdout.strip().splitlines()[-1])


def duckdb(data, pattern, cores, rounds):
    return run(jars(data, "duckdb", DUCKDB), "DuckDbTables.java", pattern, cores, rounds)


def deequ(data, pattern, cores, rounds):
    opened = [part for package in MODULES.split() for part in ("--add-opens", f"java.base/{package}=ALL-UNNAMED")]
    memory = os.sysconf("SC_PHYS_PAGES") * os.sysconf("SC_PAGE_SIZE") // 2**31
    return run(jars(data, "deequ", DEEQU), "DeequProfile.java", pattern, cores, rounds, [f"-Xmx{memory}g", *opened])


def text(census, duck, deequ, table, best):
    """Side by side; of each the best warm round."""
    ours = best(census, "censusSeconds")
    cpu = best(census, "censusCpuSeconds")
    duck_rounds = [dict(r, total=sum(r["seconds"].values())) for r in duck["rounds"]]
    fastest = min(duck_rounds[1:] or duck_rounds, key=lambda r: r["total"])
    profile = min((r["seconds"]["profile"] for r in deequ["rounds"][1:] or deequ["rounds"]))
    profile_cpu = min((r["cpu_seconds"] for r in deequ["rounds"][1:] or deequ["rounds"]))
    cold = census["rounds"][0]["censusSeconds"]
    queries = [[name, f"{seconds:.2f}"] for name, seconds in fastest["seconds"].items()]
    way = {"files": "from the files each time", "table": "over a table of its own, read once before"}[fastest["way"]]
    rows = [
        ["leak-census, whole census", f"{ours:.1f}", f"{cold:.1f}", f"{cpu:.1f}", "1"],
        [
            f"DuckDB {duck['version']}, the tables below, {way}",
            f"{fastest['total']:.1f}",
            f"{duck_rounds[0]['total']:.1f}",
            f"{fastest['cpu_seconds']:.1f}",
            f"{fastest['total'] / ours:.2f}",
        ],
        [
            f"Deequ's profiler, {deequ['version']}",
            f"{profile:.1f}",
            f"{deequ['rounds'][0]['seconds']['profile']:.1f}",
            f"{profile_cpu:.1f}",
            f"{profile / ours:.2f}",
        ],
    ]
    return (
        f"{census['rounds'][-1]['records']:,} records of six columns; DuckDB read {duck['rows']:,}.\n\n"
        + table(["who", "warm s", "cold s", "CPU s", "seconds / census"], rows)
        + "\nDuckDB is timed both ways, and the faster one told.\n\n"
        + table(["DuckDB", "s"], queries)
    )
