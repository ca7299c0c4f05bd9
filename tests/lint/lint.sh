# Read by every lint script: goes to the source directory, $1; $here is that of the scripts.
set -euo pipefail
export LC_ALL=C.UTF-8
here=$(cd "$(dirname "$0")" && pwd)
cd "$1"
shift
violations=0

violation() {
  printf '%s\n' "$*"
  violations=$((violations + 1))
}

# Reports every line of standard input.
violations() {
  local line
  while IFS= read -r line; do violation "$line"; done
}

# Sources of the product; with an argument "tests", of the tests too.
sources() {
  find common corpus indexer searcher "$@" -name '*.h' -o -name '*.cc' | sort
}

verdict() {
  ((violations == 0)) || { printf '%s\n' "$violations violation(s): $1"; exit 1; }
}

skip() {
  printf '%s\n' "skipped: $1"
  exit 77
}
