# Part of leak-census: tells the options of spark-submit from those of the tool.

tool_arguments=()
submit_arguments=()
master=
deploy_mode=
driver_memory=
driver_options=
properties_file=

read_options() { # ARGUMENT...
  while [ $# -gt 0 ]; do
    case ${1%%=*} in
      --)
        tool_arguments+=("$@")
        return
        ;;
      --master | --deploy-mode | --conf | --properties-file | --name | --queue | --jars | --packages | \
        --driver-memory | --driver-java-options | --executor-memory | --executor-cores | \
        --total-executor-cores | --num-executors)
        if [[ $1 == *=* ]]; then
          take_spark_option "${1%%=*}" "${1#*=}"
        else
          [ $# -gt 1 ] || fail 2 "Missing value: $1. Give one, or see leak-census --help."
          take_spark_option "$1" "$2"
          shift
        fi
        ;;
      *) tool_arguments+=("$1") ;;
    esac
    shift
  done
}

take_spark_option() { # NAME VALUE
  case $1 in
    --master) master=$2 ;;
    --deploy-mode) deploy_mode=$2 ;;
    --driver-memory) driver_memory=$2 ;;
    --driver-java-options) driver_options=$2 ;;
    --properties-file) properties_file=$2 ;;
    --conf)
      case $2 in
        spark.master=*) master=${2#*=} ;;
        spark.submit.deployMode=*) deploy_mode=${2#*=} ;;
        spark.driver.memory=*) driver_memory=${2#*=} ;;
        spark.driver.extraJavaOptions=*) driver_options=${2#*=} ;;
        *=*) ;;
        *) fail 2 "Invalid --conf: $2 (must be key=value)." ;;
      esac
      ;;
  esac
  submit_arguments+=("$1" "$2")
}

# What the options leave open may stand in a file of properties.
complete_options() {
  local defaults=${SPARK_CONF_DIR:-$SPARK_HOME/conf}/spark-defaults.conf
  if [ -z "$properties_file" ] && [ -n "${LEAK_CENSUS_PROPERTIES:-}" ]; then
    take_spark_option --properties-file "$LEAK_CENSUS_PROPERTIES"
  fi

  user_properties=/dev/null
  if [ -n "$properties_file" ]; then
    [ -r "$properties_file" ] || fail 2 "Cannot read --properties-file: $properties_file."
    user_properties=$properties_file
  elif [ -r "$defaults" ]; then
    user_properties=$defaults
  fi

  : "${master:=${LEAK_CENSUS_MASTER:-$(property spark.master)}}"
  : "${master:=local[*]}"
  : "${deploy_mode:=$(property spark.submit.deployMode)}"
  : "${driver_memory:=$(property spark.driver.memory)}"
  : "${driver_options:=$(property spark.driver.extraJavaOptions)}"
}

property() { # KEY: its value in the user's file of properties, empty where it has none
  awk -v key="$1" '
    /^[ \t]*[#!]/ { next }
    {
      sub(/^[ \t]+/, ""); sub(/[ \t\r]+$/, "")
      name = $0; sub(/[ \t=:].*/, "", name)
      if (name == key) {
        value = substr($0, length(name) + 1)
        sub(/^[ \t]*[=:]?[ \t]*/, "", value)
      }
    }
    END { print value }' "$user_properties"
}
