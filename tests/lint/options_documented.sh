# Each option of --help stands in the man pages, English and French, and the other way round.
source "$(dirname "$0")/lint.sh"

options_of_help() {
  LC_ALL=C "$1" --help | grep -oE '^ *(-[A-Za-z], )?--[a-z-]+' | grep -oE -- '--[a-z-]+' | sort -u
}

# An option is documented where a paragraph begins with it.
options_of_page() {
  sed 's/\\-/-/g; s/\\f[BIR]//g' "$1" | grep -E '^\.(B|BR|BI|IR|TP)? *"?(-[A-Za-z], )?--[a-z-]+' |
    grep -oE -- '--[a-z-]+' | sort -u
}

for program; do
  name=$(basename "$program")
  for page in "man/$name.1" "man/fr/$name.1"; do
    violations < <(comm -3 <(options_of_help "$program") <(options_of_page "$page") |
      sed -E "s,^\t(.*),$page: $name has no option \1,; t; s,(.*),$page: lacks \1,")
  done
done
verdict "the man pages follow --help"
