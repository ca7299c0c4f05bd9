#include "searcher/view/network_view.h"

#include <algorithm>
#include <string>

#include <fmt/format.h>

#include "common/article_json.h"
#include "common/message.h"
#include "searcher/view/snippet.h"
#include "searcher/view/tables.h"

namespace depeche {
namespace {

std::string iso(Day day) { return to_edtf(PartialDate::of(day)); }

/// The first or the last day of spells; "" where there is none.
std::string first_day(const std::vector<Spell>& spells) {
  return spells.empty() ? "" : iso(spells.front().first);
}
std::string last_day(const std::vector<Spell>& spells) {
  return spells.empty() ? "" : iso(spells.back().last);
}

Json or_null(const std::string& text) { return text.empty() ? Json() : Json(text); }

Json to_json(const NetworkNode& node) {
  return {{"id", node_id(node)},
          {"kind", field_spec(node.field).english},
          {"text", node.text},
          {"articles", node.articles},
          {"first_day", or_null(first_day(node.spells))},
          {"last_day", or_null(last_day(node.spells))}};
}

Json to_json(const Network& network, const NetworkEdge& edge) {
  return {{"source", node_id(network.nodes[edge.source])},
          {"target", node_id(network.nodes[edge.target])},
          {"articles", edge.articles},
          {"first_day", or_null(first_day(edge.spells))},
          {"last_day", or_null(last_day(edge.spells))}};
}

Json with_schema(const Json& members) {
  Json json;
  json["schema"] = kJsonSchema;
  json.update(members);
  return json;
}

std::string closing(const Network& network) {
  const uint64_t rows = network.asked.rows;
  const std::string text =
      tr("{0} of {1} in {2}, {3} of {4} articles or more", tr_n("{} name", "{} names", network.nodes.size()),
         network.names, tr_n("{} article", "{} articles", network.articles),
         tr_n("{} link", "{} links", network.edges.size()), network.asked.least_weight);
  if (network.edges.size() <= rows) return text;
  return tr("{0}; {1} shown: all of them with --format csv or gexf", text, rows);
}

}  // namespace

void print_network(const Network& network, const Terminal& terminal, std::ostream& out) {
  if (network.articles == 0 && !network.partial) return;
  if (!network.edges.empty()) {
    TableRows table{{tr("name"), "", tr("articles"), tr("first day"), tr("last day")}};
    for (size_t i = 0; i < std::min<uint64_t>(network.asked.rows, network.edges.size()); ++i) {
      const NetworkEdge& edge = network.edges[i];
      table.push_back({safe_text(network.nodes[edge.source].text), safe_text(network.nodes[edge.target].text),
                       std::to_string(edge.articles), first_day(edge.spells), last_day(edge.spells)});
    }
    align_right(table, 2);
    if (terminal.interactive)
      for (auto& row : table) row[1] = cut_to_width(row[1], std::max(8u, terminal.width / 3));
    print_table(std::move(table), 0, terminal, out);
    out << '\n';
  }
  const std::string lines = closing(network);
  const unsigned width = terminal.interactive ? terminal.width : display_width(lines);
  for (const std::string_view line : wrap_lines(lines, width, width)) out << line << '\n';
  print_partial(network.partial, terminal, out);
}

Json network_json(const Network& network) {
  Json nodes = Json::array(), edges = Json::array();
  for (const NetworkNode& node : network.nodes) nodes.push_back(to_json(node));
  for (const NetworkEdge& edge : network.edges) edges.push_back(to_json(network, edge));
  return with_schema({{"articles", network.articles},
                      {"undated", network.undated},
                      {"names", network.names},
                      {"least_weight", network.asked.least_weight},
                      {"partial", network.partial},
                      {"nodes", std::move(nodes)},
                      {"edges", std::move(edges)}});
}

std::vector<Json> edge_items(const Network& network) {
  std::vector<Json> items;
  for (const NetworkEdge& edge : network.edges) items.push_back(with_schema(to_json(network, edge)));
  return items;
}

void write_edges(const Network& network, CsvWriter& csv) {
  csv.row({"Source", "Target", "Type", "Weight", "source_kind", "source_text", "target_kind", "target_text",
           "first_day", "last_day"});
  for (const NetworkEdge& edge : network.edges) {
    const NetworkNode &source = network.nodes[edge.source], &target = network.nodes[edge.target];
    csv.row({node_id(source), node_id(target), "Undirected", std::to_string(edge.articles),
             std::string(field_spec(source.field).english), source.text,
             std::string(field_spec(target.field).english), target.text, first_day(edge.spells),
             last_day(edge.spells)});
  }
}

}  // namespace depeche
