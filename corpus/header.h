#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "common/article.h"
#include "common/french_date.h"

namespace depeche {

/// A date stated by a header line.
struct HeaderDate {
  DateKind kind = DateKind::kPublished;  // or kUpdated
  size_t begin = 0, end = 0;  // bytes of the line: from the first word that says what the date is, to its end
  DateExpression date;        // may be !possible(); its own place in the line
};

/// Reads a line that says when the article was published or updated, and nothing else: « Dernière mise à jour
/// à 09h10 le 13/02 », « Publié le 12/02/2019 à 18h03, mis à jour le 13/02/2019 », « RFI | Publié le
/// 12-02-2019 », « mar. 12 févr. 2019 18:03 ». nullopt if it is anything else, a sentence that begins so
/// included; without dates if they are relative (« Publié il y a 3 heures »). Without a word that says so a
/// day is the publication only alone or beside a known source (« AFP - 12/02/2019 », « Par Jean Dupont, le …
/// »). « mis à jour à 19h10 » is of the day before it, « publié le 12 et mis à jour le 13 février » of one
/// month; a missing year stays missing. Letters may be lost or encoded twice (header_text.h). Precondition:
/// UTF-8 in NFC.
std::optional<std::vector<HeaderDate>> read_header_line(std::string_view line);

/// What stands before the first sentence of a dispatch.
struct Dateline {
  size_t end = 0;                      // byte behind it, its dash included
  size_t text_begin = 0;               // byte at which the sentence begins
  std::string_view agency;             // without its parentheses; "" if none
  std::optional<DateExpression> date;  // may be !possible()
};

/// Reads « PEKIN, 13 février (Xinhua) -- », « PARIS (AFP) - », « BRUXELLES, 3 mai 2018 (Reuters) – », «
/// Paris, le 12 février 2019 - », « (Belga) », « MONTRÉAL — », or such a place and date alone on the line.
/// Neither date nor agency is needed behind a city of agency.h in capitals or parentheses. `paragraph` is the
/// article's first one. nullopt if it begins otherwise. The views are of `paragraph`.
std::optional<Dateline> read_dateline(std::string_view paragraph);

}  // namespace depeche
