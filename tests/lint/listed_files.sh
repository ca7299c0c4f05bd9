# Every source is compiled, every header is used, and CMake names no file that is not there.
source "$(dirname "$0")/lint.sh"

# Every .cc file is named by the CMakeLists.txt of its folder or of a folder above it.
is_listed() {
  local folder
  folder=$(dirname "$1")
  while [[ $folder != . ]]; do
    [[ -f $folder/CMakeLists.txt ]] && grep -qwF -- "${1#"$folder"/}" "$folder/CMakeLists.txt" && return
    folder=$(dirname "$folder")
  done
  # A fuzz target is named without its ending.
  [[ $1 == tests/fuzz/*_fuzz.cc ]] && grep -qw "$(basename "$1" _fuzz.cc)" tests/fuzz/CMakeLists.txt
}

while read -r file; do
  case $file in
    *.cc) is_listed "$file" || violation "$file: in no CMakeLists.txt" ;;
    *.h) grep -rqF --include='*.h' --include='*.cc' "#include \"$file\"" common corpus indexer searcher tests ||
      violation "$file: nothing includes it" ;;
  esac
done < <(sources tests)
verdict "sources are listed by name"
