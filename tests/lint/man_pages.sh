# The man pages are free of errors that groff knows of.
source "$(dirname "$0")/lint.sh"

command -v groff >/dev/null || skip "no groff"
for page in man/*.1 man/fr/*.1; do
  violations < <(groff -ww -z -Tutf8 -k -Kutf8 -mandoc -rLL=80n "$page" 2>&1 || echo "$page: groff failed")
done
verdict "see groff_man(7)"
