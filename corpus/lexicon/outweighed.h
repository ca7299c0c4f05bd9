#pragma once

#include <string_view>

namespace depeche {

/// Whether `word`, in lower case, gives way to another reading of the same damaged word: it has a double that
/// the press writes fifty times as often or more (râle: rôle; coït: coût; âtre: être). Words whose doubles
/// are nearer to them (hâte and hôte, pâle and pôle, mât and mît) do not. The list is ours. Thread-safe.
bool is_outweighed(std::string_view word);

}  // namespace depeche
