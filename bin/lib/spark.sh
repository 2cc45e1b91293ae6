# Part of leak-census: runs a command through Spark's own SparkSubmit.

readonly CLASS_ARCHIVE=$TARGET/spark-classes.jsa
readonly SMALLEST_HEAP_MIB=1024
# Above 32 GiB the JVM gives up its short object pointers.
readonly LARGEST_HEAP_MIB=24576

run_on_spark() {
  local own_spark=false
  if [ -z "${SPARK_HOME:-}" ]; then
    own_spark=true
    export SPARK_HOME=$OWN_SPARK
  fi
  # Without it Spark looks for the folders of its own source tree.
  export SPARK_SCALA_VERSION=2.13

  complete_options
  default_arguments=(--name leak-census --master "$master")
  if [[ $master == local || $master == local\[* ]]; then
    use_local_defaults
  fi

  if "$own_spark"; then
    refuse_missing_clients
    use_class_archive
    run_submit_class
  elif [ -x "$SPARK_HOME/bin/spark-submit" ]; then
    run_submit_script
  elif [ -d "$SPARK_HOME/jars" ]; then
    run_submit_class
  else
    fail 2 "Cannot find Spark in SPARK_HOME: $SPARK_HOME (has neither bin/spark-submit nor jars)."
  fi
}

use_local_defaults() {
  export SPARK_LOCAL_IP=127.0.0.1
  : "${driver_memory:=$(half_of_memory_mib)m}"

  local key value
  while read -r key value; do
    case $key in
      '' | '#'*) continue ;;
    esac
    [ -n "$(property "$key")" ] || default_arguments+=(--conf "$key=$value")
  done <"$HOME_FOLDER/conf/spark/local.properties"
}

# Half of what the machine, or the control group of this process, has; in MiB.
half_of_memory_mib() {
  local bytes limit file group
  if [ -r /proc/meminfo ]; then
    bytes=$(awk '/^MemTotal:/ { printf "%.0f", $2 * 1024 }' /proc/meminfo)
  else
    bytes=$(sysctl -n hw.memsize 2>/dev/null || echo 4294967296)
  fi

  group=$(sed -n 's/^0:://p' /proc/self/cgroup 2>/dev/null || true)
  for file in /sys/fs/cgroup/memory.max "/sys/fs/cgroup$group/memory.max" \
    /sys/fs/cgroup/memory/memory.limit_in_bytes; do
    limit=$(cat "$file" 2>/dev/null || true)
    if [[ $limit =~ ^[0-9]{1,18}$ ]] && [ "$limit" -lt "$bytes" ]; then
      bytes=$limit
    fi
  done

  local half=$((bytes / 2 / 1024 / 1024))
  half=$((half < SMALLEST_HEAP_MIB ? SMALLEST_HEAP_MIB : half))
  echo $((half > LARGEST_HEAP_MIB ? LARGEST_HEAP_MIB : half))
}

refuse_missing_clients() {
  case $master in
    yarn* | k8s:*)
      fail 2 "Cannot submit to $master: the Spark that Maven brings has no client for it. Set SPARK_HOME to the cluster's own."
      ;;
  esac
}

# A small first run leaves an archive of Spark's classes, with which later starts take half the time.
use_class_archive() {
  if ! [ "$CLASS_ARCHIVE" -nt "$OWN_SPARK/jars" ]; then
    printf 'leak-census: preparing faster starts, once\n' >&2
    archive_classes
  fi
  if [ -s "$CLASS_ARCHIVE" ]; then
    safe_options+=("-XX:SharedArchiveFile=$CLASS_ARCHIVE")
  fi
}

archive_classes() {
  local scratch
  # Beside the archive, so that the last step is a rename.
  scratch=$(mktemp -d "$TARGET/rehearsal.XXXXXX")
  SPARK_LOCAL_IP=127.0.0.1 "$JAVA" -XX:+UseParallelGC "${safe_options[@]}" "${module_options[@]}" -Xmx1g \
    "-XX:ArchiveClassesAtExit=$scratch/classes" -cp "$OWN_SPARK/jars/*" \
    org.apache.spark.deploy.SparkSubmit --master 'local[2]' --properties-file "$HOME_FOLDER/conf/spark/local.properties" \
    --conf "spark.local.dir=$scratch" --class leakcensus.StartUpRehearsal "$JAR" "$scratch/table" \
    >"$TARGET/rehearsal.log" 2>&1 </dev/null || true

  # An empty archive says that there is no need to try again.
  [ -f "$scratch/classes" ] || : >"$scratch/classes"
  mv -f "$scratch/classes" "$CLASS_ARCHIVE"
  rm -rf "$scratch"
}

run_submit_class() {
  local heap=${driver_memory:-1g}
  if [ "$deploy_mode" = cluster ]; then
    heap=512m
    driver_options=
  fi

  # In client mode this virtual machine is the driver, so its options count here and not as properties.
  # Spark's scripts split them at blanks, with quotes as a shell has them.
  local option own_options=()
  while IFS= read -r option; do
    [ -z "$option" ] || own_options+=("$option")
  done < <(printf '%s' "$driver_options" | xargs -n 1 printf '%s\n')

  # A large heap in pages of 4 KB costs a tenth of the time in page faults on some machines.
  if grep -qsF '[madvise]' /sys/kernel/mm/transparent_hugepage/enabled; then
    own_options=(-XX:+UseTransparentHugePages ${own_options[@]+"${own_options[@]}"})
  fi

  exec "$JAVA" -XX:+UseParallelGC "${safe_options[@]}" "${module_options[@]}" \
    ${own_options[@]+"${own_options[@]}"} "-Xmx$heap" -cp "$SPARK_HOME/jars/*" \
    org.apache.spark.deploy.SparkSubmit "${default_arguments[@]}" \
    ${submit_arguments[@]+"${submit_arguments[@]}"} --class leakcensus.Main "$JAR" "${tool_arguments[@]}"
}

run_submit_script() {
  if [ "$deploy_mode" != cluster ]; then
    submit_arguments+=(--driver-java-options "$(printf '"%s" ' "${safe_options[@]}")$driver_options")
    [ -z "$driver_memory" ] || submit_arguments+=(--driver-memory "$driver_memory")
  fi
  exec "$SPARK_HOME/bin/spark-submit" "${default_arguments[@]}" \
    ${submit_arguments[@]+"${submit_arguments[@]}"} --class leakcensus.Main "$JAR" "${tool_arguments[@]}"
}
