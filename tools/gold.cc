#include "tools/gold.h"

#include <algorithm>
#include <filesystem>
#include <fstream>
#include <iterator>
#include <optional>
#include <sstream>

#include <fmt/format.h>
#include <nlohmann/json.hpp>

#include "common/error.h"
#include "common/text/utf8.h"
#include "corpus/repair.h"
#include "indexer/entities/vocabulary.h"

namespace depeche {
namespace {

[[noreturn]] void refuse(const std::string& source, size_t line, const std::string& reason) {
  throw Error(ExitCode::kUsage, fmt::format("{}:{}: {}", source, line, reason));
}

std::string bytes_of(const std::string& path) {
  std::ifstream in(path, std::ios::binary);
  if (!in) throw Error(ExitCode::kUsage, fmt::format("{}: cannot be read", path));
  return {std::istreambuf_iterator<char>(in), {}};
}

std::optional<EntityType> type_named(std::string_view name) {
  constexpr std::pair<std::string_view, EntityType> kNames[] = {{"PER", EntityType::kPerson},
                                                                {"PERS", EntityType::kPerson},
                                                                {"pers.ind", EntityType::kPerson},
                                                                {"ORG", EntityType::kOrganisation},
                                                                {"org.ent", EntityType::kOrganisation},
                                                                {"org.adm", EntityType::kOrganisation},
                                                                {"LOC", EntityType::kPlace},
                                                                {"MISC", EntityType::kOther},
                                                                {"PROD", EntityType::kOther},
                                                                {"EVENT", EntityType::kOther},
                                                                {"HumanProd", EntityType::kOther},
                                                                {"event", EntityType::kOther}};
  for (const auto& [known, type] : kNames)
    if (known == name) return type;
  if (name.starts_with("loc.")) return EntityType::kPlace;
  if (name.starts_with("prod.")) return EntityType::kOther;
  return std::nullopt;
}

/// Longest first where names overlap; then by offset.
void keep_longest(std::vector<GoldName>& names) {
  std::stable_sort(names.begin(), names.end(), [](const GoldName& a, const GoldName& b) {
    return a.begin != b.begin ? a.begin < b.begin : a.end > b.end;
  });
  std::vector<GoldName> kept;
  for (const GoldName& name : names) {
    if (name.begin >= name.end) continue;
    if (kept.empty() || name.begin >= kept.back().end)
      kept.push_back(name);
    else if (name.end - name.begin > kept.back().end - kept.back().begin)
      kept.back() = name;
  }
  names = std::move(kept);
}

/// « M. le général Durand » -> « Durand »: words before the first capital that is no title or role.
void strip_title(const std::string& text, GoldName& name, entities::Vocabulary& vocabulary) {
  if (name.type != EntityType::kPerson) return;
  for (uint32_t begin = name.begin; begin < name.end;) {
    uint32_t end = begin;
    while (end < name.end && text[end] != ' ' && text[end] != '.' && text[end] != '\'') ++end;
    const std::string_view word = std::string_view(text).substr(begin, end - begin);
    const entities::WrittenWord& known = vocabulary.find(word);
    const bool title = (known.known->classes & (entities::kTitle | entities::kRole)) != 0;
    if (!title && known.shape != entities::Shape::kLower && !word.empty()) break;
    while (end < name.end && (text[end] == ' ' || text[end] == '.' || text[end] == '\'')) ++end;
    if (end == name.end) break;
    begin = end;
    name.begin = begin;
  }
}

struct BioReader {
  GoldText now;
  std::vector<GoldText> texts;
  std::string open_tag;
  size_t tokens = 0;

  void flush() {
    if (tokens > 0) texts.push_back(std::move(now));
    now = {};
    open_tag.clear();
    tokens = 0;
  }

  void add(std::string_view token, const std::string& tag, const std::string& source, size_t line) {
    const bool joined = now.text.ends_with('\'') || now.text.ends_with("’") || token == "." || token == ",";
    if (!now.text.empty() && !joined) now.text += ' ';
    const auto begin = static_cast<uint32_t>(now.text.size());
    now.text += token;
    const auto end = static_cast<uint32_t>(now.text.size());
    ++tokens;
    if (tag == "O") return open_tag.clear();
    const auto type = tag.size() > 2 ? type_named(std::string_view(tag).substr(2)) : std::nullopt;
    if (!type) refuse(source, line, "no tag: " + tag);
    if (tag[0] == 'I' && open_tag == tag.substr(2) && !now.names.empty())
      now.names.back().end = end;
    else
      now.names.push_back({begin, end, *type});
    open_tag = tag.substr(2);
  }
};

std::vector<GoldText> read_bio(const std::string& path) {
  std::istringstream in(bytes_of(path));
  BioReader reader;
  size_t number = 0;
  for (std::string line; std::getline(in, line);) {
    ++number;
    if (line.empty()) continue;
    const size_t space = line.find_last_of(" \t");
    if (space == std::string::npos) refuse(path, number, "a token and its tag are needed");
    const std::string token = line.substr(0, space);
    reader.now.source = path;
    reader.add(token, line.substr(space + 1), path, number);
    if (reader.tokens >= kBioTokens && reader.open_tag.empty()) reader.flush();
  }
  reader.flush();
  return std::move(reader.texts);
}

/// Offsets in bytes of every code point, and of the end.
std::vector<uint32_t> code_points(const std::string& text) {
  std::vector<uint32_t> offsets;
  for (size_t pos = 0; pos < text.size();) {
    offsets.push_back(static_cast<uint32_t>(pos));
    next_code_point(text, pos);
  }
  offsets.push_back(static_cast<uint32_t>(text.size()));
  return offsets;
}

GoldText read_object(const std::string& line, const std::string& path, size_t number) {
  const nlohmann::json object = nlohmann::json::parse(line, nullptr, false);
  if (!object.is_object() || !object.contains("text") || !object.contains("entities"))
    refuse(path, number, "an object with text and entities is needed");
  GoldText gold{path, object["text"].get<std::string>(), {}};
  const std::vector<uint32_t> offsets = code_points(gold.text);
  for (const nlohmann::json& entity : object["entities"]) {
    if (entity.value("layer", "coarse") != "coarse") continue;
    const auto type = type_named(entity.value("type", ""));
    const size_t begin = entity.value("start", size_t{0}), end = entity.value("end", size_t{0});
    if (end >= offsets.size() || begin > end) refuse(path, number, "an entity lies outside the text");
    if (type) gold.names.push_back({offsets[begin], offsets[end], *type});
  }
  return gold;
}

std::vector<GoldText> read_objects(const std::string& path) {
  std::istringstream in(bytes_of(path));
  std::vector<GoldText> texts;
  size_t number = 0;
  for (std::string line; std::getline(in, line);)
    if (++number; !line.empty()) texts.push_back(read_object(line, path, number));
  return texts;
}

std::vector<GoldText> read_file_of_gold(const std::string& path) {
  if (path.ends_with(".txt")) return {read_marked(bytes_of(path), path)};
  if (!path.ends_with(".bio") && !path.ends_with(".jsonl"))
    refuse(path, 0, "annotated text is .txt, .bio or .jsonl");
  std::vector<GoldText> texts = path.ends_with(".bio") ? read_bio(path) : read_objects(path);
  entities::Vocabulary vocabulary;
  for (GoldText& text : texts) {
    for (GoldName& name : text.names) strip_title(text.text, name, vocabulary);
    keep_longest(text.names);
  }
  return texts;
}

/// The text as the indexer reads it, lost letters put back; the names keep their places in it.
void repair_text(GoldText& gold) {
  Article article;
  article.text = gold.text;
  repair(article);
  if (article.text == gold.text) return;
  size_t shorter = 0;  // by how much the text before is shorter than it was, modulo 2^64
  auto repaired = article.repairs.begin();
  const auto moved = [&](uint32_t offset) {
    while (repaired != article.repairs.end() && repaired->span.end + shorter + repaired->original.size() -
                                                        (repaired->span.end - repaired->span.begin) <=
                                                    offset) {
      shorter += repaired->original.size() - (repaired->span.end - repaired->span.begin);
      ++repaired;
    }
    return static_cast<uint32_t>(offset - shorter);
  };
  std::erase_if(article.repairs, [](const Repair& one) { return one.readings.size() != 1; });
  repaired = article.repairs.begin();
  for (GoldName& name : gold.names) {
    name.begin = moved(name.begin);
    name.end = moved(name.end);
  }
  gold.text = std::move(article.text);
}

}  // namespace

GoldText read_marked(const std::string& annotated, const std::string& source) {
  GoldText gold{source, "", {}};
  size_t line = 1;
  std::optional<GoldName> open;
  for (size_t pos = 0; pos < annotated.size(); ++pos) {
    const char c = annotated[pos];
    if (c == '\n') ++line;
    if (c == '[') {
      const size_t space = annotated.find(' ', pos);
      const auto type = space == std::string::npos
                            ? std::nullopt
                            : type_named(std::string_view(annotated).substr(pos + 1, space - pos - 1));
      if (open || !type) refuse(source, line, "a mark that opens no name: [TYPE words]");
      open = GoldName{static_cast<uint32_t>(gold.text.size()), 0, *type};
      pos = space;
    } else if (c == ']') {
      if (!open) refuse(source, line, "a bracket that closes nothing");
      open->end = static_cast<uint32_t>(gold.text.size());
      gold.names.push_back(*open);
      open.reset();
    } else {
      gold.text += c;
    }
  }
  if (open) refuse(source, line, "a name that is not closed");
  return gold;
}

std::vector<GoldText> read_gold(const std::string& path) {
  namespace fs = std::filesystem;
  std::vector<std::string> files;
  if (!fs::is_directory(path))
    files.push_back(path);
  else
    for (const fs::directory_entry& entry : fs::recursive_directory_iterator(path))
      if (entry.is_regular_file()) files.push_back(entry.path().string());
  std::sort(files.begin(), files.end());
  std::vector<GoldText> texts;
  for (const std::string& file : files)
    for (GoldText& text : read_file_of_gold(file)) {
      repair_text(text);
      texts.push_back(std::move(text));
    }
  return texts;
}

}  // namespace depeche
