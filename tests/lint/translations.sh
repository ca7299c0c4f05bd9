# Every text that a user reads has a French translation, with the same arguments and French spaces.
source "$(dirname "$0")/lint.sh"

for tool in xgettext msgfmt msgcmp msgattrib perl; do
  command -v $tool >/dev/null || skip "no $tool"
done
template=$(mktemp)
trap 'rm -f "$template"' EXIT
script/update-po --template "$template"

violations < <(msgfmt --check -o /dev/null po/fr.po 2>&1 || true)
violations < <(msgcmp po/fr.po "$template" 2>&1 || true)
violations < <(msgattrib --no-obsolete --no-wrap po/fr.po | perl "$here/translations.pl")
verdict "run script/update-po, then translate po/fr.po"
