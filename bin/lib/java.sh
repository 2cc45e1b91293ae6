# Part of leak-census: finds Java and the options that every virtual machine gets.

readonly OLDEST_JAVA=17
readonly LOG_SETTINGS=$HOME_FOLDER/conf/spark/log4j2.properties

find_java() {
  if [ -n "${JAVA_HOME:-}" ]; then
    JAVA=$JAVA_HOME/bin/java
    [ -x "$JAVA" ] ||
      fail 2 "Cannot find java in JAVA_HOME: $JAVA_HOME. Point it to Java $OLDEST_JAVA or newer."
  else
    JAVA=$(command -v java) || fail 2 "Missing java: install Java $OLDEST_JAVA or newer, or set JAVA_HOME."
  fi

  local version
  version=$(java_version "$JAVA")
  [ "${version:-0}" -ge "$OLDEST_JAVA" ] ||
    fail 2 "Invalid Java: ${version:-unknown} (must be $OLDEST_JAVA or newer). Set JAVA_HOME to one that is."
}

java_version() { # JAVA: its major number; the release file spares the start of a virtual machine
  local release version
  release=$(dirname "$(real_folder "$1")")/release
  version=$(sed -n 's/^JAVA_VERSION="\([^"]*\)".*/\1/p' "$release" 2>/dev/null) || true
  if [ -z "$version" ]; then
    version=$("$1" -version 2>&1 | sed -n 's/.* version "\([^"]*\)".*/\1/p') || true
  fi
  version=${version#1.}
  printf '%s' "${version%%[!0-9]*}"
}

choose_java_options() {
  # File names outside ASCII can be opened in a UTF-8 locale only.
  case ${LC_ALL:-${LC_CTYPE:-${LANG:-}}} in
    *[Uu][Tt][Ff]*8*) ;;
    *) [ "$(uname)" = Darwin ] || export LC_ALL=C.UTF-8 ;;
  esac

  # Nothing of the memory may reach the disk, and nothing but results may reach standard output.
  ulimit -c 0 2>/dev/null || true
  safe_options=(
    -XX:-UsePerfData -XX:-HeapDumpOnOutOfMemoryError -XX:-CreateCoredumpOnCrash -XX:ErrorFile=/dev/null
    -XX:+DisplayVMOutputToStderr -Xlog:disable -Xlog:all=error:stderr
    -Djava.awt.headless=true -Dfile.encoding=UTF-8
    -Dstdout.encoding=UTF-8 -Dsun.stdout.encoding=UTF-8
    -Dstderr.encoding=UTF-8 -Dsun.stderr.encoding=UTF-8
    "-Dlog4j2.configurationFile=$LOG_SETTINGS"
  )

  # Java cannot tell by itself. On a terminal the line of progress is written over, in a log it is not.
  if [ -t 2 ] && [ "${TERM:-dumb}" != dumb ]; then
    safe_options+=(-Dleakcensus.terminal=true)
  fi

  # Only MLlib uses the vector module, and the JVM warns of it on every start.
  module_options=()
  local option
  for option in $(sed -n '/<spark.module.options>/,/<\/spark.module.options>/p' "$HOME_FOLDER/pom.xml"); do
    case $option in
      --add-modules=* | '<'*) ;;
      *) module_options+=("$option") ;;
    esac
  done
}
