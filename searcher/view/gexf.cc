#include <string>

#include <fmt/format.h>

#include "common/civil_date.h"
#include "searcher/export/escape.h"
#include "searcher/view/network_view.h"

namespace depeche {
namespace {

std::string iso(Day day) { return to_edtf(PartialDate::of(day)); }

void write_spells(const std::vector<Spell>& spells, std::ostream& out) {
  if (spells.empty()) return;
  out << "        <spells>\n";
  for (const Spell& spell : spells)
    out << fmt::format("          <spell start=\"{}\" end=\"{}\"/>\n", iso(spell.first), iso(spell.last));
  out << "        </spells>\n";
}

void write_node(const NetworkNode& node, std::ostream& out) {
  out << fmt::format(
      "      <node id=\"{}\" label=\"{}\">\n        <attvalues>\n"
      "          <attvalue for=\"kind\" value=\"{}\"/>\n"
      "          <attvalue for=\"articles\" value=\"{}\"/>\n        </attvalues>\n",
      xml_text(node_id(node)), xml_text(one_line(node.text)), field_spec(node.field).english, node.articles);
  write_spells(node.spells, out);
  out << "      </node>\n";
}

void write_edge(const Network& network, size_t number, std::ostream& out) {
  const NetworkEdge& edge = network.edges[number];
  out << fmt::format("      <edge id=\"{}\" source=\"{}\" target=\"{}\" weight=\"{}\"", number,
                     xml_text(node_id(network.nodes[edge.source])),
                     xml_text(node_id(network.nodes[edge.target])), edge.articles);
  if (edge.spells.empty()) return void(out << "/>\n");
  out << ">\n";
  write_spells(edge.spells, out);
  out << "      </edge>\n";
}

}  // namespace

void write_gexf(const Network& network, std::ostream& out) {
  out << "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n"
         "<gexf xmlns=\"http://gexf.net/1.3\" version=\"1.3\">\n  <meta>\n"
         "    <creator>depeche-searcher</creator>\n"
      << fmt::format("    <description>{}; articles {}, without a certain day {}</description>\n",
                     xml_text(one_line(network.query)), network.articles, network.undated)
      << "  </meta>\n"
         "  <graph mode=\"dynamic\" defaultedgetype=\"undirected\" timeformat=\"date\" "
         "timerepresentation=\"interval\">\n"
         "    <attributes class=\"node\" mode=\"static\">\n"
         "      <attribute id=\"kind\" title=\"kind\" type=\"string\"/>\n"
         "      <attribute id=\"articles\" title=\"articles\" type=\"integer\"/>\n"
         "    </attributes>\n    <nodes>\n";
  for (const NetworkNode& node : network.nodes) write_node(node, out);
  out << "    </nodes>\n    <edges>\n";
  for (size_t i = 0; i < network.edges.size(); ++i) write_edge(network, i, out);
  out << "    </edges>\n  </graph>\n</gexf>\n";
}

}  // namespace depeche
