# Sourced by shouwen, run.sh and test.sh: says in a sentence which tool is missing or too old.

need_node=20

# dotnet_is_right ROOT: global.json decides which SDK will do, so dotnet is asked in the root.
dotnet_is_right() { (cd -- "$1" && dotnet --version) >/dev/null 2>&1; }

# require_tools ROOT: 0 when everything a build needs is there, else 1 and a sentence for each lack.
require_tools() {
  local root=$1 lacking=0 wanted found
  wanted=$(sed -n 's/.*"version": *"\([^"]*\)".*/\1/p' "$root/global.json")
  if ! command -v dotnet >/dev/null; then
    echo "Shouwen needs the .NET SDK $wanted or a later 10.0; there is no dotnet on the PATH." >&2
    lacking=1
  elif ! dotnet_is_right "$root"; then
    found=$(dotnet --list-sdks 2>/dev/null | cut -d' ' -f1 | paste -sd, -)
    echo "Shouwen needs the .NET SDK $wanted or a later 10.0 (global.json); found: ${found:-no SDK at all}." >&2
    lacking=1
  fi

  if ! command -v node >/dev/null || ! command -v npm >/dev/null; then
    echo "Shouwen needs Node $need_node or later with npm; node or npm is not on the PATH." >&2
    lacking=1
  else
    found=$(node --version 2>/dev/null | sed 's/^v//')
    if [ "${found%%.*}" -lt "$need_node" ] 2>/dev/null; then
      echo "Shouwen needs Node $need_node or later; found: $found." >&2
      lacking=1
    fi
  fi

  return "$lacking"
}
