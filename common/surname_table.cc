#include "common/surname_table.h"

#include <algorithm>
#include <array>
#include <charconv>
#include <utility>

#include <fmt/format.h>

#include "common/index_damage.h"
#include "common/message.h"

namespace depeche {
namespace {

constexpr uint64_t kLeastAgreeing = 5;

constexpr std::array<std::pair<Sex, std::string_view>, 3> kSexNames = {
    {{kSexUnknown, "unknown"}, {kMale, "male"}, {kFemale, "female"}}};

std::string_view name_of(Sex sex) {
  return std::ranges::find(kSexNames, sex, &decltype(kSexNames)::value_type::first)->second;
}

constexpr size_t kColumns = 5;
using Columns = std::array<std::string_view, kColumns>;

/// Whether `line` has kColumns columns.
bool split(std::string_view line, Columns& columns) {
  for (size_t i = 0; i < kColumns; ++i) {
    const size_t end = line.find('\t');
    if ((end == std::string_view::npos) != (i + 1 == kColumns)) return false;
    columns[i] = line.substr(0, end);
    if (end != std::string_view::npos) line.remove_prefix(end + 1);
  }
  return true;
}

bool read(std::string_view figures, uint64_t& number) {
  const auto [end, error] = std::from_chars(figures.data(), figures.data() + figures.size(), number);
  return error == std::errc() && end == figures.data() + figures.size();
}

/// Whether `line` is a surname that is decided.
bool read(std::string_view line, Surname& surname) {
  Columns columns;
  if (!split(line, columns)) return false;
  const auto sex = std::ranges::find(kSexNames, columns[4], &decltype(kSexNames)::value_type::second);
  if (sex == kSexNames.end()) return false;
  surname = {std::string(columns[0]), std::string(columns[1]), 0, 0, sex->first};
  return !surname.surname.empty() && !surname.key.empty() && read(columns[2], surname.agreeing) &&
         read(columns[3], surname.articles) && surname.agreeing <= surname.articles;
}

}  // namespace

bool is_decided(uint64_t agreeing, uint64_t articles) {
  return agreeing >= kLeastAgreeing && agreeing * 10 >= articles * 9;
}

SurnameTable::SurnameTable(std::vector<Surname> surnames) : surnames_(std::move(surnames)) {
  std::ranges::sort(surnames_, {}, &Surname::surname);
  for (size_t i = 0; i < surnames_.size(); ++i) by_key_.emplace(surnames_[i].key, i);
}

const Surname* SurnameTable::find(std::string_view surname) const {
  const auto found = std::ranges::lower_bound(surnames_, surname, {}, &Surname::surname);
  return found == surnames_.end() || found->surname != surname ? nullptr : &*found;
}

std::vector<const Surname*> SurnameTable::of(std::string_view key) const {
  std::vector<const Surname*> surnames;
  const auto [begin, end] = by_key_.equal_range(std::string(key));
  for (auto it = begin; it != end; ++it) surnames.push_back(&surnames_[it->second]);
  std::ranges::sort(surnames, {}, &Surname::surname);
  return surnames;
}

std::string SurnameTable::to_tsv() const {
  std::string tsv;
  for (const Surname& row : surnames_)
    tsv += fmt::format("{}\t{}\t{}\t{}\t{}\n", row.surname, row.key, row.agreeing, row.articles,
                       name_of(row.sex));
  return tsv;
}

SurnameTable SurnameTable::from_tsv(std::string_view tsv, const std::string& path) {
  std::vector<Surname> surnames;
  while (!tsv.empty()) {
    const size_t end = tsv.find('\n');
    Surname row;
    if (end == std::string_view::npos || !read(tsv.substr(0, end), row) ||
        (!surnames.empty() && row.surname <= surnames.back().surname))
      throw index_damage(path, tr("line {} is no row of surnames", surnames.size() + 1));
    surnames.push_back(std::move(row));
    tsv.remove_prefix(end + 1);
  }
  return SurnameTable(std::move(surnames));
}

}  // namespace depeche
