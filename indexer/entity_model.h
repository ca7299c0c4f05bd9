#pragma once

#include <filesystem>
#include <memory>
#include <string>

namespace depeche {

namespace entities {
class NameModel;
}

/// Where the model of names was installed: beside the program, or in the build tree; "" if in neither.
std::filesystem::path installed_entity_model();

/// The model of names of a run: of the file that --entity-model names, else the installed one; none where
/// that is missing. Throws Error (kEnvironment) where the named file cannot be read or either is no such
/// model.
std::shared_ptr<const entities::NameModel> find_entity_model(const std::string& named);

/// The line that says that the rules alone recognise names.
std::string no_entity_model_warning();

}  // namespace depeche
