"""A night of a leak-census series, by Apache Airflow 2.

The launcher's exit code decides what happens next. 1 (internal fault) and 6 (another run holds the output, or the
storage failed) are worth another try. 2 to 5 (settings, input, quarantine, privacy) need a person: the task fails at once.
"""

import subprocess
from datetime import datetime, timedelta

from airflow import DAG
from airflow.exceptions import AirflowException, AirflowFailException
from airflow.operators.python import PythonOperator

COMMAND = [
    "/opt/leak-census/bin/leak-census",
    "census",
    "--config",
    "/etc/leak-census/run.conf",
    "--since",
    "latest",
    "--properties-file",
    "/etc/leak-census/cluster.properties",
]
NEEDS_A_PERSON = {2, 3, 4, 5}


def census():
    code = subprocess.run(COMMAND, check=False).returncode
    if code in NEEDS_A_PERSON:
        raise AirflowFailException(f"leak-census ended with exit code {code}: see its log")
    if code != 0:
        raise AirflowException(f"leak-census ended with exit code {code}: tried again")


with DAG(
    dag_id="leak_census_nightly",
    schedule="30 2 * * *",
    start_date=datetime(2026, 1, 1),
    catchup=False,
    max_active_runs=1,
    default_args={"retries": 3, "retry_delay": timedelta(minutes=5)},
    tags=["leak-census"],
) as dag:
    PythonOperator(task_id="census", python_callable=census, execution_timeout=timedelta(hours=8))
