#pragma once

#include <cstdint>
#include <string>
#include <vector>

#include "common/civil_date.h"
#include "common/published_index.h"
#include "common/schema.h"
#include "searcher/query/query.h"
#include "searcher/search.h"

namespace depeche {

struct NetworkOptions {
  uint64_t nodes = 100;       // names at most: those of most articles
  uint64_t least_weight = 2;  // articles that an edge needs
  uint64_t rows = 10;         // edges that the text view shows
};

/// Days that follow each other, both ends included.
struct Spell {
  Day first{}, last{};
  friend bool operator==(const Spell&, const Spell&) = default;
};

/// A name; of the articles that answer, those with it.
struct NetworkNode {
  FieldId field = FieldId::kOther;
  std::string key, text;
  uint64_t articles = 0;
  std::vector<Spell> spells;  // the days of those articles that were published on a day known for certain
};

/// Two names that stand in an article together; indices into Network::nodes, the first less.
struct NetworkEdge {
  size_t source = 0, target = 0;
  uint64_t articles = 0;
  std::vector<Spell> spells;
};

struct Network {
  NetworkOptions asked;
  std::string query;               // as to_text() prints it
  std::vector<NetworkNode> nodes;  // in most articles first, then by field and key
  std::vector<NetworkEdge> edges;  // with most articles first, then by nodes
  uint64_t names = 0;              // in the articles that answer
  uint64_t articles = 0;           // that answer
  uint64_t undated = 0;            // of them, those without a day known for certain: they are in no spell
  bool partial = false;            // the time limit came first: the figures are lower bounds
};

/// The names of the articles that answer, joined where they stand in one article, under their canonical
/// names. Reads no article. Throws as search().
Network make_network(const PublishedIndex& index, const Query& query, const NetworkOptions& asked,
                     const SearchOptions& options);

/// "place:pekin": the name of a node in files.
std::string node_id(const NetworkNode& node);

}  // namespace depeche
