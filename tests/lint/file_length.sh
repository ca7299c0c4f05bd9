# Files stay short enough to be read at once. Tables of data (*_table.cc) may be as long as they need to be.
source "$(dirname "$0")/lint.sh"

most_lines() {
  case $1 in
    */main.cc) echo 80 ;;
    *_table.cc) echo 100000 ;;
    *.h) grep -q '^template' "$1" && echo 200 || echo 130 ;;  # a template has its source in its header
    *) echo 360 ;;
  esac
}

while read -r file; do
  lines=$(wc -l <"$file") most=$(most_lines "$file")
  ((lines <= most)) || violation "$file: $lines lines, $most at most"
done < <(sources)
verdict "look for the second idea in the file, and give it a file of its own"
