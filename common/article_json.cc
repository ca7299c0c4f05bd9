#include "common/article_json.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <vector>

namespace depeche {
namespace {

/// Code-point offsets of byte offsets of one text, asked for in any order: counts are noted at every 256th
/// byte, so that an article with many mentions is not counted through for each.
class CodePoints {
 public:
  explicit CodePoints(const std::string& text) : text_(text) {
    size_t count = 0;
    for (size_t pos = 0; pos < text.size(); ++pos) {
      if (pos % kStride == 0) counts_.push_back(count);
      count += begins_code_point(text[pos]);
    }
    counts_.push_back(count);
  }

  size_t at(size_t byte_offset) const {
    const size_t end = std::min(byte_offset, text_.size());
    const size_t stride = end / kStride;
    if (end == text_.size()) return counts_.back();
    size_t count = counts_[stride];
    for (size_t pos = stride * kStride; pos < end; ++pos) count += begins_code_point(text_[pos]);
    return count;
  }

 private:
  static constexpr size_t kStride = 256;
  static bool begins_code_point(char byte) { return (static_cast<unsigned char>(byte) & 0xC0) != 0x80; }

  const std::string& text_;
  std::vector<size_t> counts_;
};

/// The three fields of an article, and how its spans are written.
class Spans {
 public:
  explicit Spans(const Article& article)
      : article_(article),
        code_points_{CodePoints(article.title), CodePoints(article.header), CodePoints(article.text)} {}

  size_t offset(TextField field, size_t byte) const {
    return code_points_[static_cast<size_t>(field)].at(byte);
  }

  void append_to(Json& json, const Span& span) const {
    json["field"] = name_of(span.field);
    json["begin"] = offset(span.field, span.begin);
    json["end"] = offset(span.field, span.end);
  }

  std::string words(const Span& span) const {
    const std::string& field = article_.field(span.field);
    const size_t begin = std::min<size_t>(span.begin, field.size());
    return field.substr(begin, std::max(span.end, span.begin) - span.begin);
  }

 private:
  const Article& article_;
  std::array<CodePoints, 3> code_points_;
};

double two_decimals(float value) { return std::round(double{value} * 100) / 100; }

/// The part of a date that is stated: all of it unless it was inferred.
Json stated_json(const ArticleDate& date) {
  if (!date.inferred) return to_edtf(DateSpan{date.value, date.until});
  return date.stated ? Json(to_edtf(date.stated->value)) : Json(nullptr);
}

Json date_json(const ArticleDate& date, const Spans& spans) {
  const DateSpan value{date.value, date.until};
  Json json = {{"kind", name_of(date.kind)},
               {"value", to_edtf(value)},
               {"edtf", to_edtf(value, date.inferred)},
               {"stated", stated_json(date)},
               {"precision", precision_name(date.value.precision())},
               {"basis", name_of(date.basis)},
               {"inferred", date.inferred},
               {"confidence", two_decimals(date.confidence)},
               {"why", or_null(date.why)}};
  if (date.span) {
    spans.append_to(json, *date.span);
  } else {
    for (const char* name : {"field", "begin", "end"}) json[name] = nullptr;
  }
  json["text"] = or_null(date.evidence);
  json["candidates"] = Json::array();
  for (const DateCandidate& candidate : date.candidates)
    json["candidates"].push_back({{"value", to_edtf(candidate.value)},
                                  {"weight", two_decimals(candidate.weight)},
                                  {"why", candidate.why}});
  return json;
}

Json mention_json(const Mention& mention, const Spans& spans) {
  Json json = {{"type", name_of(mention.type)}};
  spans.append_to(json, mention.span);
  json["text"] = spans.words(mention.span);
  json["key"] = mention.key;
  json["link"] = nullptr;
  if (mention.link)
    json["link"] = {{"key", mention.link->key},
                    {"rule", mention.link->rule},
                    {"begin", spans.offset(mention.span.field, mention.link->begin)},
                    {"deduced", false},
                    {"agreeing", nullptr},
                    {"articles", nullptr}};
  return json;
}

Json repair_json(const Repair& repair, const Spans& spans) {
  Json json;
  spans.append_to(json, repair.span);
  json["original"] = repair.original;
  json["readings"] = repair.readings;
  return json;
}

template <typename Items, typename ToJson>
Json array_of(const Items& items, const Spans& spans, ToJson item_json) {
  Json array = Json::array();
  for (const auto& item : items) array.push_back(item_json(item, spans));
  return array;
}

}  // namespace

Json to_json(const Article& article) {
  const Spans spans(article);
  std::vector<Mention> names, references;
  for (const Mention& mention : article.mentions)
    (mention.is_reference() ? references : names).push_back(mention);
  return {{"schema", kJsonSchema},
          {"id", article.id},
          {"title", or_null(article.title)},
          {"header", or_null(article.header)},
          {"text", or_null(article.text)},
          {"source", or_null(article.source)},
          {"section", or_null(article.section)},
          {"authors", article.authors},
          {"language", or_null(article.language)},
          {"url", or_null(article.url)},
          {"origin",
           {{"path", article.origin.path},
            {"record", article.origin.record},
            {"offset", article.origin.offset},
            {"encoding", or_null(article.origin.encoding)}}},
          {"dates", array_of(article.dates, spans, date_json)},
          {"mentions", array_of(names, spans, mention_json)},
          {"references", array_of(references, spans, mention_json)},
          {"repairs", array_of(article.repairs, spans, repair_json)}};
}

}  // namespace depeche
