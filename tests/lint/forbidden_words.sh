# What the project does without. Comments may name it.
source "$(dirname "$0")/lint.sh"

# Forbids lines of code that match $1, but in the files behind it.
forbid() {
  local pattern=$1
  shift
  violations < <(sources tests | grep -vxF "$(printf '%s\n' none "$@")" |
    xargs perl -ne 's,//.*,,; print "$ARGV:$.: $_" if /'"$pattern"'/; close ARGV if eof')
}

forbid 'using namespace std;'
forbid 'std::w?regex|<regex>'                          # backtracks on text that is not trusted
forbid '\btime_t\b|to_time_t|<ctime>' common/civil_date.cc  # days are civil days; today() alone asks the system
forbid '\bsetlocale *\(|std::locale' common/message.cc tests/unit/message_test.cc
forbid '\bmmap *\(|<sys\/mman\.h>'                     # a file that shrinks would kill the process
violations < <(sources tests | xargs grep -nE '\b(TODO|FIXME|XXX)\b' || true)
verdict "CONTRIBUTING.md, \"Style\", says what to use instead"
