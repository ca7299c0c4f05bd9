#pragma once

#include <memory>

#include "searcher/view/renderer.h"

namespace depeche {

/// The renderers of make_renderer(), one file each.
std::unique_ptr<Renderer> make_text_renderer(const Terminal& terminal);
enum class JsonLayout { kDocument, kLines };
std::unique_ptr<Renderer> make_json_renderer(JsonLayout layout, const Question* question);
std::unique_ptr<Renderer> make_csv_renderer(const CsvOptions& options);

/// Renderer::count() of all formats but JSON.
void print_counts(const Answer& answer, std::ostream& out);

}  // namespace depeche
