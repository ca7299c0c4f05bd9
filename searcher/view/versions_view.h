#pragma once

#include <ostream>
#include <string>
#include <vector>

#include "common/json.h"
#include "common/terminal.h"
#include "searcher/article_diff.h"
#include "searcher/versions.h"

namespace depeche {

/// --versions as a table, and --diff as rows and the paragraphs that differ, in which [-…-] is deleted and
/// {+…+} inserted, coloured or not.
void print_versions(const VersionList& list, const Terminal& terminal, std::ostream& out);
void print_diff(const ArticleDiff& diff, const Terminal& terminal, std::ostream& out);

/// What stands above an article that is not live; "" of one that is.
std::string standing_notice(const ShownVersion& shown);

/// The same in JSON (ARCHITECTURE.md, "JSON"): what is whole, and the items of which it is made.
Json versions_json(const VersionList& list);
std::vector<Json> version_items(const VersionList& list);
Json diff_json(const ArticleDiff& diff);
std::vector<Json> diff_items(const ArticleDiff& diff);
/// --show: the article, with its version and how that stands behind its id.
Json shown_json(const ShownVersion& shown);

}  // namespace depeche
