#include "common/facet_values.h"

#include <limits>
#include <map>
#include <string>
#include <tuple>
#include <vector>

#include <fmt/format.h>

#include "common/bare_names.h"
#include "common/stored_bytes.h"

namespace depeche {
namespace {

// A field, then its text; an entity has its key, its mentions and how they stand for it in between. Numbers
// and strings as in a stored article.

/// How mentions stand for a name: 1 where linked, and the sex of a bare name plus one, twice.
uint64_t standing_of(const FacetValue& value) {
  return (value.linked ? 1U : 0U) + (value.bare ? 2U * (*value.bare + 1U) : 0U);
}
constexpr uint64_t kLastStanding = 1 + 2 * (kFemale + 1);

void write(ByteWriter& out, const FacetValue& value) {
  out.name(value.field);
  if (value.field <= FieldId::kOther) {
    out.string(value.key);
    out.number(value.mentions);
    out.number(standing_of(value));
  }
  out.string(value.text);
}

FacetValue read_value(ByteReader& in) {
  FacetValue value;
  value.field = in.name(FieldId::kDate);
  if (value.field <= FieldId::kOther) {
    value.key = in.view();
    value.mentions = static_cast<uint32_t>(in.number(std::numeric_limits<uint32_t>::max()));
    const uint64_t standing = in.number(kLastStanding);
    value.linked = standing % 2 == 1;
    if (standing > 1) value.bare = static_cast<Sex>(standing / 2 - 1);
  }
  value.text = in.view();
  return value;
}

/// The year of publication; "" where it is not known.
std::string year_of(const Article& article) {
  const ArticleDate* date = find_date(article, DateKind::kPublished);
  if (!date || date->value.year == 0 || date->value.unknown_figures > 0) return "";
  return fmt::format("{:04}", date->value.year);
}

void write_mentions(const Article& article, ByteWriter& out) {
  std::map<size_t, Sex> bare;  // by mention
  for (const BareName& name : bare_names(article))
    for (const size_t mention : name.mentions) bare.emplace(mention, name.sex);
  std::map<std::tuple<FieldId, std::string_view, std::string_view, uint64_t>, FacetValue> values;
  for (size_t i = 0; i < article.mentions.size(); ++i) {
    const Mention& mention = article.mentions[i];
    const std::string_view field = article.field(mention.span.field);
    FacetValue value{.field = field_of(mention.type),
                     .key = mention.key,
                     .text = field.substr(mention.span.begin, mention.span.end - mention.span.begin),
                     .mentions = 0,
                     .linked = mention.link.has_value(),
                     .bare = {}};
    if (const auto found = bare.find(i); found != bare.end()) value.bare = found->second;
    const std::tuple same(value.field, value.key, value.text, standing_of(value));
    ++values.try_emplace(same, value).first->second.mentions;
  }
  for (const auto& [same, value] : values) write(out, value);
}

}  // namespace

FieldId field_of(EntityType type) {
  switch (type) {
    case EntityType::kPerson:
      return FieldId::kPerson;
    case EntityType::kOrganisation:
      return FieldId::kOrganisation;
    case EntityType::kPlace:
      return FieldId::kPlace;
    case EntityType::kOther:
      break;
  }
  return FieldId::kOther;
}

std::string encode_facet_values(const Article& article) {
  ByteWriter out;
  write_mentions(article, out);
  const auto write_text = [&out](FieldId field, std::string_view text) {
    if (!text.empty()) write(out, {.field = field, .key = {}, .text = text, .bare = {}});
  };
  for (const std::string& author : article.authors) write_text(FieldId::kAuthor, author);
  write_text(FieldId::kSource, article.source);
  write_text(FieldId::kSection, article.section);
  write_text(FieldId::kDate, year_of(article));
  return std::move(out.bytes());
}

void visit_facet_values(std::string_view bytes, const std::function<void(const FacetValue&)>& visit) {
  ByteReader in(bytes);
  while (!in.at_end()) visit(read_value(in));
}

}  // namespace depeche
