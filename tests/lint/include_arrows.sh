# common <- corpus <- indexer, common <- searcher; includes are written from the root of the repository.
source "$(dirname "$0")/lint.sh"

allowed() {
  case $1 in
    common) echo common ;;
    corpus) echo common corpus ;;
    indexer) echo common corpus indexer ;;
    searcher) echo common searcher ;;
  esac
}

for room in common corpus indexer searcher; do
  while IFS=: read -r file line include; do
    target=$(sed -E 's/.*"(.*)".*/\1/' <<<"$include")
    [[ " $(allowed "$room") " == *" ${target%%/*} "* ]] || violation "$file:$line: $room/ must not include $target"
    [[ -f $target ]] || violation "$file:$line: no such file from the root: $target"
  done < <(grep -rnE '^ *# *include *"' --include='*.h' --include='*.cc' "$room")
done
verdict "ARCHITECTURE.md, \"The house\""
