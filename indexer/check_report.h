#pragma once

#include <filesystem>
#include <string>

#include "common/error.h"
#include "common/json.h"
#include "indexer/index_check.h"

namespace depeche {

/// "whole: 54 articles, 6 files, 1.2 MB (0.1 s)", or in how many places it is damaged.
std::string verdict_text(const IndexCheck& check);

/// A few aligned lines for people; damages stand elsewhere, a line each.
std::string check_text(const IndexCheck& check, const std::filesystem::path& index);
/// As in the report of a run (ARCHITECTURE.md, "JSON").
Json to_json(const IndexCheck& check);

/// --check: prints what check_published() finds, damages on standard error. kOk where the index is whole,
/// kIndex where it is not. Throws as check_published().
ExitCode print_check(const std::filesystem::path& index, bool json);

}  // namespace depeche
