#include "indexer/retry.h"

#include <algorithm>
#include <charconv>
#include <fstream>
#include <set>

#include "common/error.h"
#include "common/file.h"
#include "common/json.h"
#include "common/message.h"
#include "common/text/visible.h"
#include "corpus/rejection_code.h"

namespace depeche {
namespace {

constexpr size_t kMaxBytes = size_t{1} << 30;

/// A member of that type; nullopt where it is null.
template <typename Value>
std::optional<Value> member(const Json& line, const char* name) {
  const Json& value = line.at(name);
  return value.is_null() ? std::nullopt : std::optional(value.get<Value>());
}

RetriedReject read_line(const std::string& text) {
  const Json line = Json::parse(text);
  RetriedReject reject;
  reject.path = line.at("path").get<std::string>();
  reject.record = member<uint64_t>(line, "record");
  reject.offset = member<uint64_t>(line, "offset").value_or(0);
  reject.code = line.at("code").get<std::string>();
  return reject;
}

/// The file that is, or holds as an archive, what `path` leads to; "" if none.
std::string file_at(std::string path) {
  while (!path.empty() && !state_of(path))
    path.resize(path.rfind('/') == std::string::npos ? 0 : path.rfind('/'));
  return path;
}

/// The file that utf8_path() names so, or in which the member lies that it names.
std::string system_path(const std::string& reported) {
  if (std::string file = file_at(reported); !file.empty()) return file;
  std::string path;
  for (size_t i = 0; i < reported.size(); ++i) {
    unsigned byte = 0;
    const char* digits = reported.data() + i + 2;
    if (reported.compare(i, 2, "\\x") == 0 && i + 4 <= reported.size() &&
        std::from_chars(digits, digits + 2, byte, 16).ptr == digits + 2) {
      path += static_cast<char>(byte);
      i += 3;
    } else {
      path += reported[i];
    }
  }
  path = file_at(path);
  return path.empty() ? reported : path;
}

const char* outcome_of(const Claim& claim, Ledger::Verdict verdict) {
  if (verdict == Ledger::Verdict::kYields) return "duplicate";
  switch (claim.standing) {
    case Standing::kNew:
      return "indexed";
    case Standing::kChanged:
      return "updated";
    case Standing::kWithdrawn:
    case Standing::kUnchanged:
      break;
  }
  return "unchanged";
}

std::string outcome_text(const RetriedReject& reject) {
  static constexpr std::pair<const char*, const char*> kTexts[] = {
      {"indexed", DEPECHE_TR("now indexed")},
      {"updated", DEPECHE_TR("now indexed, as a new version")},
      {"unchanged", DEPECHE_TR("the index holds it already")},
      {"duplicate", DEPECHE_TR("a duplicate of another record")},
      {"read", DEPECHE_TR("the file was read")},
      {"gone", DEPECHE_TR("no record begins there any more: index the file again")},
  };
  for (const auto& [name, text] : kTexts)
    if (reject.outcome == name) return tr(text);
  return tr("rejected again, {}", reject.new_code);
}

}  // namespace

Retry::Retry(const std::string& path) {
  const std::optional<std::string> bytes = read_file(path, kMaxBytes);
  if (!bytes) throw system_error(tr("cannot read"), path, ENOENT);
  uint64_t number = 0;
  for (size_t begin = 0; begin < bytes->size();) {
    const size_t end = std::min(bytes->find('\n', begin), bytes->size());
    ++number;
    if (end > begin) try {
        RetriedReject reject = read_line(bytes->substr(begin, end - begin));
        const auto offset = reject.record ? std::optional(reject.offset) : std::nullopt;
        if (by_place_.try_emplace({reject.path, offset}, rejects_.size()).second)
          rejects_.push_back(std::move(reject));
      } catch (const Json::exception&) {
        throw Error(ExitCode::kUsage,
                    tr("{}: line {} is none of a rejects file: name one that --rejects wrote",
                       visible_text(path), number));
      }
    begin = end + 1;
  }
}

std::vector<std::string> Retry::paths() const {
  std::set<std::string> paths;
  for (const RetriedReject& reject : rejects_) paths.insert(system_path(reject.path));
  return {paths.begin(), paths.end()};
}

std::vector<SurveyedFile> Retry::files(const SourceList& known) const {
  std::map<std::string, SurveyedFile> files;
  std::set<std::string> whole;
  for (const RetriedReject& reject : rejects_) {
    const std::string path = system_path(reject.path);
    SurveyedFile& file = files[path];
    file.found.path = path;
    file.path = source_path(path);
    file.known = find_source(known, file.path);
    file.state = state_of(path).value_or(SourceState{});
    const bool member = reject.path.size() > utf8_path(path).size();  // offsets are those within it
    if (reject.record && !member)
      file.offsets.push_back(reject.offset);
    else
      whole.insert(path);
  }
  std::vector<SurveyedFile> list;
  for (auto& [path, file] : files) {
    if (whole.contains(path)) file.offsets.clear();
    std::ranges::sort(file.offsets);
    list.push_back(std::move(file));
  }
  return list;
}

RetriedReject* Retry::find(const std::string& path, std::optional<uint64_t> offset) {
  const auto found = by_place_.find({path, offset});
  return found == by_place_.end() ? nullptr : &rejects_[found->second];
}

void Retry::note(const Claim& claim, uint64_t offset, Ledger::Verdict verdict) {
  const std::string path(claim.path);
  if (RetriedReject* reject = find(path, offset)) reject->outcome = outcome_of(claim, verdict);
  note_read(path);
}

void Retry::note(const Rejection& rejection) {
  const std::optional<uint64_t> offset = rejection.origin.offset;
  RetriedReject* reject = find(rejection.origin.path, rejection.whole_file ? std::nullopt : offset);
  if (!rejection.whole_file) note_read(rejection.origin.path);
  if (!reject) return;
  reject->outcome = "rejected";
  reject->new_code = rejection.code;
}

void Retry::note_read(const std::string& path) {
  if (RetriedReject* whole = find(path, std::nullopt)) whole->outcome = "read";
}

std::string to_text(const RetriedReject& reject) {
  const std::string path = visible_text(reject.path), outcome = outcome_text(reject);
  if (!reject.record) return tr("{}: {}: {}", path, reject.code, outcome);
  return tr("{}: record {}: {}: {}", path, *reject.record, reject.code, outcome);
}

}  // namespace depeche
