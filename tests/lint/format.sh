# Sources are as clang-format leaves them.
source "$(dirname "$0")/lint.sh"

clang_format=$(command -v clang-format-14 || command -v clang-format) || skip "no clang-format"
[[ $("$clang_format" --version) == *"version 14."* ]] || skip "clang-format is not version 14"
violations < <(sources tests | xargs "$clang_format" --dry-run 2>&1 | grep 'warning:' || true)
verdict "run clang-format -i on these files"
