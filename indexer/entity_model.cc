#include "indexer/entity_model.h"

#include <system_error>

#include "common/message.h"
#include "indexer/entities/model/name_model.h"

namespace depeche {

std::filesystem::path installed_entity_model() {
  std::error_code error;
  const std::filesystem::path program = std::filesystem::read_symlink("/proc/self/exe", error);
  const std::filesystem::path parent = program.parent_path().parent_path();
  for (const std::filesystem::path& directory : {parent / "share" / "depeche", parent / "data"})
    if (const auto file = directory / "entities.model"; std::filesystem::exists(file, error)) return file;
  return {};
}

std::shared_ptr<const entities::NameModel> find_entity_model(const std::string& named) {
  const std::filesystem::path path = named.empty() ? installed_entity_model() : std::filesystem::path(named);
  if (path.empty()) return nullptr;
  return std::make_shared<const entities::NameModel>(entities::NameModel::read(path.string()));
}

std::string no_entity_model_warning() {
  return tr(
      "no model of names is installed (share/depeche/entities.model): rules alone recognise persons, "
      "organisations and places; install depeche again, or name a model with --entity-model");
}

}  // namespace depeche
