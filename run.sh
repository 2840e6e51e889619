#!/usr/bin/env bash
# ./run.sh [--demo] [--urls URLS] [options of serve]: everything needed to see Shouwen running from a fresh clone.
# Without --database and SHOUWEN_DATABASE the data lie in this repository's data/, wherever it is called from.
set -euo pipefail

root=$(cd -P -- "$(dirname -- "$(readlink -f -- "${BASH_SOURCE[0]}")")" && pwd)
# shellcheck source=tools/require.sh
source "$root/tools/require.sh"

demo=false
urls=http://localhost:5080
database=${SHOUWEN_DATABASE:-$root/data/shouwen.db}
options=()
while [ $# -gt 0 ]; do
  case $1 in
    --help | -h)
      sed -n '2,3s/^# //p' "$root/run.sh"
      exit 0
      ;;
    --demo) demo=true ;;
    --urls | --database)
      if [ $# -lt 2 ]; then
        echo "run.sh: $1 needs a value" >&2
        exit 2
      fi
      if [ "$1" = --urls ]; then urls=$2; else database=$2; fi
      shift
      ;;
    --urls=*) urls=${1#*=} ;;
    --database=*) database=${1#*=} ;;
    *) options+=("$1") ;;
  esac
  shift
done

require_tools "$root" || exit 3
echo "Building …" >&2
"$root/shouwen" --help >/dev/null

if $demo; then
  # No message leaves a demo: an administrator reads the owners' codes at /owner-codes.
  export SHOUWEN_SHOW_OWNER_CODES=1
  if [ -s "$database" ]; then
    echo "$database holds data already; no demo data added." >&2
  else
    echo "Filling $database with a fictional group …" >&2
    # Until now, so that the desk opens on clocks that are still running.
    "$root/shouwen" demo --database "$database" --until "$(date +%Y-%m-%dT%H:%M:%S%:z)"
  fi
fi

echo "Shouwen answers at $urls (Ctrl-C ends it)"
exec "$root/shouwen" serve --urls "$urls" --database "$database" ${options[@]+"${options[@]}"}
