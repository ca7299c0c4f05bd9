#pragma once

#include <optional>
#include <string_view>
#include <vector>

#include "searcher/question/content.h"
#include "searcher/question/question.h"
#include "searcher/question/words.h"

namespace depeche {

/// How a question was said: what is_question() decides by.
struct QuestionForm {
  enum class Noun : uint8_t { kNone, kPaper, kArticle };

  bool request = false;        // « je voudrais », « quels », « combien »
  Noun noun = Noun::kNone;     // what is asked for, or whose attributes are
  bool attribute = false;      // « auteurs », « titres »
  bool determined = false;     // several articles, or « l'article »
  bool clause = false;         // some clause is introduced
  bool clause_first = false;   // one stands right behind the noun
  bool topic_first = false;    // and says in a sentence what the articles are about, or whose they are
  bool strong_clause = false;  // one that only articles have: « parus en », « de la rubrique »
  bool titles = false;         // titles are asked for
  bool words_first = false;    // words without introduction stand in front of the noun
};

struct ReadQuestion {
  Question question;
  QuestionForm form;
};

/// Reads a question by the rules of rules_table.cc: first what is asked for, then clause by clause.
class QuestionReader {
 public:
  /// Keeps the view.
  explicit QuestionReader(const QuestionView& view) : view_(view) {}

  ReadQuestion read();

 private:
  /// A condition on articles.
  struct Part {
    Query query;
    bool unwanted = false;
    bool or_before = false;
    bool linked = false;  // « et » or a comma stands in front of it
  };

  bool read_head();
  bool read_head_rule(const QuestionMatch& rule);
  bool read_noun();
  bool read_attribute();
  bool read_number();
  bool names_attribute(const QuestionMatch& rule) const;
  bool leads_to_noun(size_t at) const;
  bool noun_follows() const;
  void note_noun(size_t begin, size_t end);
  void add_field(const FacetField* field);
  void set_order(const QuestionMatch& rule);

  void read_clause();
  bool read_period();
  void read_rule(const QuestionMatch& rule);
  void note_either();
  void read_link(const QuestionMatch& rule);
  void read_language(const QuestionMatch& rule);
  void read_content_of(ContentKind kind, size_t begin, bool unwanted);
  void read_beyond(const QuestionMatch& rule);
  bool read_name_of_articles();
  void read_word();

  void add(Query query, bool unwanted);
  void mark_unread(size_t begin, size_t end);
  void note_clause(const QuestionMatch* rule);
  bool asked() const { return form_.noun != QuestionForm::Noun::kNone; }
  const QuestionToken& token() const { return view_.tokens[at_]; }

  void finish();
  Query whole_query();
  std::vector<Question::Unread> unread_stretches() const;

  const QuestionView& view_;
  size_t at_ = 0;
  Question question_;
  QuestionForm form_;
  std::vector<bool> unread_;
  std::vector<size_t> attributes_;  // tokens
  std::vector<Part> parts_;

  bool in_head_ = true;
  bool behind_noun_ = false;  // nothing but small words since the noun
  bool relative_ = false;     // behind « qui »
  bool counts_hits_ = false;  // « combien de fois »
  bool linked_ = false, or_ = false, unwanted_ = false, opened_either_ = false;
  ContentKind last_kind_ = ContentKind::kTopic;
  bool date_intro_ = false;
  PeriodBound bound_ = PeriodBound::kNone;
  FieldId date_field_ = FieldId::kDate;
};

}  // namespace depeche
