#include "searcher/related/network.h"

#include <algorithm>
#include <chrono>
#include <map>
#include <optional>
#include <set>
#include <tuple>
#include <unordered_map>
#include <utility>

#include "common/facet_values.h"
#include "common/slot_reader.h"
#include "common/text_hash.h"
#include "searcher/deadline.h"
#include "searcher/deduction.h"

namespace depeche {
namespace {

/// Days as they come.
class Days {
 public:
  void add(Day day) { days_.push_back(day); }
  std::vector<Spell> spells() {
    std::ranges::sort(days_);
    std::vector<Spell> spells;
    for (const Day day : days_) {
      if (!spells.empty() &&
          std::chrono::sys_days(day) <= std::chrono::sys_days(spells.back().last) + std::chrono::days(1))
        spells.back().last = day;
      else
        spells.push_back({day, day});
    }
    return spells;
  }

 private:
  std::vector<Day> days_;
};

struct NodeTally {
  uint64_t articles = 0;
  std::map<std::string, uint64_t> forms;
  Days days;
};

struct EdgeTally {
  uint64_t articles = 0;
  Days days;
};

class Builder {
 public:
  Builder(const PublishedIndex& index, const NetworkOptions& asked, const SearchOptions& options)
      : index_(index), options_(options), deadline_(options.time_limit) {
    result_.asked = asked;
  }

  Network build(const Query& query) {
    result_.query = to_text(query);
    const FoundDocuments found = find_all_documents(index_, query, options_);
    result_.articles = found.articles;
    result_.partial = found.partial;
    choose_nodes(found.docids);
    count(found.docids);
    return finish();
  }

 private:
  /// Calls `visit` with "<field><key>" and the value, for each name of a document.
  template <typename Visit>
  void for_each_name(const std::string& values, Visit visit) {
    visit_facet_values(values, [&](const FacetValue& value) {
      if (value.field > FieldId::kOther) return;
      const NamedEntity entity = named_entity(value, index_.surnames, options_.aliases);
      if (entity.key.empty()) return;
      name_.assign(1, static_cast<char>(value.field)).append(entity.key);
      visit(name_, value);
    });
  }

  /// Calls `visit` with each document and what its slot of values holds, until the time is over.
  template <typename Visit>
  void for_each_document(const std::vector<uint32_t>& docids, Visit visit) {
    SlotReader values(index_.database, kSlotFacets);
    for (const uint32_t docid : docids) {
      if (deadline_.passed()) {
        result_.partial = true;
        return;
      }
      visit(docid, values.at(docid));
    }
  }

  void choose_nodes(const std::vector<uint32_t>& docids) {
    struct Seen {
      uint64_t articles = 0;
      uint32_t last = 0;
    };
    TextMap<Seen> names;
    for_each_document(docids, [&](uint32_t docid, const std::string& values) {
      for_each_name(values, [&](const std::string& name, const FacetValue&) {
        Seen& seen = names[name];
        seen.articles += seen.last == docid ? 0 : 1;
        seen.last = docid;
      });
    });
    result_.names = names.size();
    std::vector<std::pair<uint64_t, std::string>> order;
    for (const auto& [name, seen] : names) order.emplace_back(~seen.articles, name);
    const auto end =
        order.begin() + static_cast<ptrdiff_t>(std::min<uint64_t>(result_.asked.nodes, order.size()));
    std::partial_sort(order.begin(), end, order.end());
    for (auto it = order.begin(); it != end; ++it) {
      ids_.emplace(it->second, result_.nodes.size());
      result_.nodes.push_back(
          {static_cast<FieldId>(it->second[0]), it->second.substr(1), "", ~it->first, {}});
    }
    nodes_.resize(result_.nodes.size());
  }

  void count(const std::vector<uint32_t>& docids) {
    std::set<Xapian::docid> uncertain;
    const std::string term(kUncertainTerm);
    for (auto it = index_.database.postlist_begin(term); it != index_.database.postlist_end(term); ++it)
      uncertain.insert(uncertain.end(), *it);
    SlotReader firsts(index_.database, kSlotFirstDay), lasts(index_.database, kSlotLastDay);
    std::set<size_t> here;
    for_each_document(docids, [&](uint32_t docid, const std::string& values) {
      here.clear();
      for_each_name(values, [&](const std::string& name, const FacetValue& value) {
        const auto id = ids_.find(name);
        if (id == ids_.end()) return;
        nodes_[id->second].forms[std::string(value.text)] += value.mentions;
        here.insert(id->second);
      });
      const std::string first = firsts.at(docid);
      const std::optional<Day> day =
          first == lasts.at(docid) && !uncertain.contains(docid) ? parse_compact(first) : std::nullopt;
      if (!day) ++result_.undated;
      join(here, day);
    });
  }

  void join(const std::set<size_t>& here, std::optional<Day> day) {
    for (auto a = here.begin(); a != here.end(); ++a) {
      if (day) nodes_[*a].days.add(*day);
      for (auto b = std::next(a); b != here.end(); ++b) {
        EdgeTally& edge = edges_[*a * nodes_.size() + *b];
        ++edge.articles;
        if (day) edge.days.add(*day);
      }
    }
  }

  Network finish() {
    for (size_t i = 0; i < nodes_.size(); ++i) {
      const auto& forms = nodes_[i].forms;
      const auto usual = std::ranges::max_element(forms, {}, [](const auto& form) { return form.second; });
      result_.nodes[i].text = usual == forms.end() ? result_.nodes[i].key : usual->first;
      result_.nodes[i].spells = nodes_[i].days.spells();
    }
    for (auto& [place, edge] : edges_)
      if (edge.articles >= result_.asked.least_weight)
        result_.edges.push_back(
            {place / nodes_.size(), place % nodes_.size(), edge.articles, edge.days.spells()});
    std::ranges::sort(result_.edges, [](const NetworkEdge& a, const NetworkEdge& b) {
      return std::tie(b.articles, a.source, a.target) < std::tie(a.articles, b.source, b.target);
    });
    return std::move(result_);
  }

  const PublishedIndex& index_;
  const SearchOptions& options_;
  Deadline deadline_;
  Network result_;
  TextMap<size_t> ids_;  // of the nodes, by "<field><key>"
  std::vector<NodeTally> nodes_;
  std::unordered_map<size_t, EdgeTally> edges_;  // by source * nodes + target
  std::string name_;
};

}  // namespace

Network make_network(const PublishedIndex& index, const Query& query, const NetworkOptions& asked,
                     const SearchOptions& options) {
  return Builder(index, asked, options).build(query);
}

std::string node_id(const NetworkNode& node) {
  return std::string(field_spec(node.field).english) + ":" + node.key;
}

}  // namespace depeche
