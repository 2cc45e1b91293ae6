# Part of leak-census: builds the jar and the Spark home where they are missing or older than their sources.

is_built() {
  [ -f "$JAR" ] && [ -d "$OWN_SPARK/jars" ] &&
    [ -z "$(find "$HOME_FOLDER/pom.xml" "$HOME_FOLDER"/jobs/*/pom.xml "$HOME_FOLDER"/jobs/*/src/main \
      -newer "$JAR" -print -quit)" ]
}

build() {
  ! is_built || return 0
  command -v mvn >/dev/null || fail 2 "Missing mvn: install Maven 3.8 or newer, which builds leak-census."
  mkdir -p "$TARGET"

  # A second launcher waits for the first one.
  exec 9>"$TARGET/build.lock"
  if command -v flock >/dev/null; then
    flock 9
  fi
  is_built || run_maven
  exec 9>&-
}

run_maven() {
  local log=$TARGET/build.log start=$TARGET/build.start
  printf 'leak-census: building with Maven; the first time takes some minutes\n' >&2
  touch "$start"

  # Jars of an older Spark would stay beside the new ones.
  if [ -n "$(find "$HOME_FOLDER/pom.xml" "$HOME_FOLDER"/jobs/*/pom.xml -newer "$OWN_SPARK/jars" 2>/dev/null)" ]; then
    rm -rf "$OWN_SPARK"
  fi
  (cd "$HOME_FOLDER" && mvn -q -B -Dmaven.test.skip=true -Dspotless.check.skip -Dcyclonedx.skip package) \
    >"$log" 2>&1 </dev/null 9>&- || fail 1 "Cannot build leak-census: Maven failed. See $log."

  # A source that changed in the meantime must look newer than the jar.
  touch -r "$start" "$JAR"
}
