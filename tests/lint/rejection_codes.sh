# README's table of rejection codes is that of corpus/rejection_code.h.
source "$(dirname "$0")/lint.sh"

in_code() {
  sed -nE 's/.*\{RejectionCode::k[A-Za-z0-9]+, "(E_[A-Z0-9_]+)", DEPECHE_TR\("(.*)"\)\}.*/\1 \2/p' corpus/rejection_code.h
}
in_readme() { sed -nE 's/^\| `(E_[A-Z0-9_]+)` \| (.*) \|$/\1 \2/p' README.md; }

[[ $(in_code | wc -l) == $(grep -c 'RejectionCode::k.*DEPECHE_TR' corpus/rejection_code.h) ]] ||
  violation "corpus/rejection_code.h: a row of the table is not on one line"
violations < <(diff <(in_code | sort) <(in_readme | sort) | grep '^[<>]' || true)
verdict "< is in corpus/rejection_code.h only, > in README.md only"
