# Every text that a user reads has a French translation with the same places for arguments.
source "$(dirname "$0")/lint.sh"

for tool in xgettext msgfmt msgcmp; do
  command -v $tool >/dev/null || skip "no $tool"
done
template=$(mktemp)
trap 'rm -f "$template"' EXIT
script/update-po --template "$template"

violations < <(msgfmt --check --check-accelerators= -o /dev/null po/fr.po 2>&1)
violations < <(msgcmp --use-untranslated po/fr.po "$template" 2>&1 || true)
violations < <(msgattrib --untranslated --no-obsolete po/fr.po | grep '^msgid' | grep -v '^msgid ""$' || true)
violations < <(msgattrib --only-fuzzy --no-obsolete po/fr.po | grep '^msgid' | grep -v '^msgid ""$' || true)
verdict "run script/update-po, then translate po/fr.po"
