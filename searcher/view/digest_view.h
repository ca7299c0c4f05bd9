#pragma once

#include <ostream>
#include <string>
#include <vector>

#include "common/json.h"
#include "common/terminal.h"
#include "searcher/match.h"
#include "searcher/standing/digest.h"

namespace depeche {

/// The articles of the list view, an empty line behind each.
void print_matches(const std::vector<Match>& matches, const Terminal& terminal, std::ostream& out);
/// The object of an article of the list view.
Json match_json(const Match& match);

/// The states that a digest compares, on one line.
void print_period(const DigestPeriod& period, const Terminal& terminal, std::ostream& out);
/// « Chine: 2 new articles, 1 changed article », or that there is nothing new. Safe, never cut.
std::string digest_title(const StandingQuery& standing, const QueryDigest& digest);
/// Title, query where the title does not show it, new articles, and apart from them those that are changed.
void print_digest(const StandingQuery& standing, const QueryDigest& digest, const Terminal& terminal,
                  std::ostream& out);

/// The same in JSON (ARCHITECTURE.md, "JSON"): a query of the document, and its articles as lines.
Json digest_json(const StandingQuery& standing, const QueryDigest& digest);
std::vector<Json> digest_items(const DigestPeriod& period, const StandingQuery& standing,
                               const QueryDigest& digest);

/// The same as a mail in the mbox format (RFC 4155, RFC 5322; text in UTF-8, quoted-printable), from the
/// separator line to the empty line at its end. It is dated as the state was published, and its Message-ID
/// follows from query and states: the same digest, printed again, is the same mail. `width`: columns of the
/// list. Throws Error (kIndex) where the state has no time.
std::string digest_mail(const DigestPeriod& period, const StandingQuery& standing, const QueryDigest& digest,
                        unsigned width);

}  // namespace depeche
