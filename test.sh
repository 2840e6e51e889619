#!/usr/bin/env bash
# ./test.sh: all set-up and every test. The last line, alone: "N passed, N failed", and ", N skipped" when any was.
# Exit 0 only when something ran, nothing failed and nothing was skipped that was not announced. Fast steps come first.
set -euo pipefail

root=$(cd -P -- "$(dirname -- "$(readlink -f -- "${BASH_SOURCE[0]}")")" && pwd)
cd -- "$root"
exec </dev/null
# shellcheck source=tools/require.sh
source tools/require.sh

results=$root/out/tests
passed=0 failed=0 skipped=0 unannounced=0
# The reason a test may give for not running: the files of real complaints are not part of this repository.
announced=

finish() {
  local line="$passed passed, $failed failed"
  if [ "$skipped" -gt 0 ]; then line+=", $skipped skipped"; fi
  echo "$line"
  if [ "$failed" -gt 0 ] || [ "$unannounced" -gt 0 ] || [ "$passed" -eq 0 ]; then exit 1; fi
}
trap finish EXIT

title() { printf '\n== %s (%s s)\n' "$1" "$SECONDS"; }

# check NAME COMMAND…: one more test, passed when the command succeeds.
check() {
  local name=$1
  shift
  title "$name"
  if "$@"; then
    passed=$((passed + 1))
  else
    failed=$((failed + 1))
    echo "FAILED: $name"
    return 1
  fi
}

# The browser tests drive a Chromium that is installed, and Chinese needs a font to be seen.
find_chromium() {
  SHOUWEN_CHROMIUM=${SHOUWEN_CHROMIUM:-$(command -v chromium || command -v chromium-browser || command -v google-chrome || true)}
  export SHOUWEN_CHROMIUM
  [ -x "$SHOUWEN_CHROMIUM" ]
}
find_chinese_font() { command -v fc-list >/dev/null && [ -n "$(fc-list :lang=zh family)" ]; }

prepare_browser() {
  local lacking=()
  find_chromium || lacking+=(chromium)
  find_chinese_font || lacking+=(fontconfig fonts-noto-cjk)
  if [ ${#lacking[@]} -eq 0 ]; then return; fi
  if [ "$(id -u)" -eq 0 ] && [ -e /etc/debian_version ]; then
    echo "Installing ${lacking[*]} …"
    { apt-get update -qq && DEBIAN_FRONTEND=noninteractive apt-get install -y -qq --no-install-recommends "${lacking[@]}"; } >/dev/null || true
  fi
  if ! find_chromium || ! find_chinese_font; then
    echo "The browser tests need: ${lacking[*]} (Debian's package names). Install them, or run as root on Debian." >&2
    return 1
  fi
}

# counter FILE NAME: one number of a result file.
counter() { sed -n 's/.*<Counters [^>]*\b'"$2"'="\([0-9]*\)".*/\1/p' "$1" | head -n 1; }

# count_results FILE EXIT: adds a project's results; a project without a test, or one that ended early, is a failure.
count_results() {
  local file=$1 code=$2 total=0 executed=0 good=0 reasons
  if [ -f "$file" ]; then
    total=$(counter "$file" total) executed=$(counter "$file" executed) good=$(counter "$file" passed)
  fi
  passed=$((passed + good))
  failed=$((failed + executed - good))
  skipped=$((skipped + total - executed))
  if [ "$total" -eq 0 ] || { [ "$code" -ne 0 ] && [ "$executed" -eq "$good" ]; }; then
    echo "FAILED: $(basename "$file" .trx) ended with code $code after $total tests"
    failed=$((failed + 1))
  fi
  if [ "$total" -gt "$executed" ]; then
    reasons=$(grep -A 3 'outcome="NotExecuted"' "$file" | sed -n 's/.*<Message>\([^<]*\).*/\1/p')
    printf 'skipped: %s\n' "$reasons"
    unannounced=$((unannounced + total - executed))
    if [ -n "$announced" ]; then
      unannounced=$((unannounced - $(grep -c -- "$announced" <<<"$reasons" || true)))
    fi
  fi
}

test_project() {
  local name code=0
  name=$(basename "$1")
  title "$name"
  dotnet test "$1" -c Release --no-build --nologo -tl:off --results-directory "$results" \
    --logger "trx;LogFileName=$name.trx" --logger "console;verbosity=minimal" || code=$?
  count_results "$results/$name.trx" "$code"
}

# The checks of ./shouwen and its verbs: a bash file that prints "ok …" and "not ok …".
test_scripts() {
  local code=0 log=$results/scripts.log
  title scripts
  bash tests/scripts/run 2>&1 | tee "$log" || code=$?
  passed=$((passed + $(grep -c '^ok ' "$log" || true)))
  failed=$((failed + $(grep -c '^not ok ' "$log" || true)))
  if [ "$code" -ne 0 ] && ! grep -q '^not ok ' "$log"; then
    echo "FAILED: tests/scripts/run ended with code $code"
    failed=$((failed + 1))
  fi
}

# The projects by how long they take; one that is not named here runs before the browser.
test_projects() {
  local first=(tests/Rules.Tests tests/Architecture.Tests) last=(tests/Browser.Tests) project
  printf '%s\n' "${first[@]}"
  for project in tests/*.Tests; do
    case " ${first[*]} ${last[*]} " in *" $project "*) ;; *) printf '%s\n' "$project" ;; esac
  done
  printf '%s\n' "${last[@]}"
}

rm -rf -- "$results"
mkdir -p -- "$results"

export SHOUWEN_SAMPLE_DATA=${SHOUWEN_SAMPLE_DATA:-$root/../shared/data}
if [ ! -d "$SHOUWEN_SAMPLE_DATA" ] && [ "${CI:-}" != true ]; then
  echo "SHOUWEN_SAMPLE_DATA: no folder $SHOUWEN_SAMPLE_DATA; the tests of real complaint files will not run."
  announced=SHOUWEN_SAMPLE_DATA
fi

check "tools" require_tools "$root" || exit 1
check "dotnet tool restore" dotnet tool restore || exit 1
check "formatting" dotnet csharpier check . || true
check "locked restore" dotnet restore Shouwen.slnx --locked-mode -v quiet || exit 1
check "build, warnings are errors" dotnet build Shouwen.slnx -c Release --no-restore --nologo -v quiet -tl:off -warnaserror || exit 1
check "rule books and calendars" ./shouwen rules lint rules/*.yaml calendars/*.yaml || true
check "browser and fonts" prepare_browser || true
mapfile -t projects < <(test_projects)
for project in "${projects[@]::${#projects[@]}-1}"; do test_project "$project"; done
test_scripts
test_project "${projects[-1]}"
