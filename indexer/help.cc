#include <algorithm>
#include <string>
#include <string_view>

#include "common/manifest.h"
#include "common/message.h"
#include "common/text/utf8.h"
#include "indexer/option_table.h"
#include "indexer/options.h"

namespace depeche {
namespace {

constexpr size_t kHelpColumn = 26, kHelpWidth = 80;

std::string option_line(const OptionSpec& option) {
  std::string line = option.letter ? fmt::format("  -{}, --{}", option.letter, option.name)
                                   : fmt::format("  --{}", option.name);
  if (option.value) line += std::string(" ") + option.value;
  size_t column = line.size();
  if (column + 2 > kHelpColumn) {
    line += '\n';
    column = 0;
  }
  line.append(kHelpColumn - column, ' ');
  column = kHelpColumn;
  const std::string help = tr(option.help);
  for (size_t begin = 0; begin < help.size();) {
    const size_t end = std::min(help.find(' ', begin), help.size());
    const std::string_view word = std::string_view(help).substr(begin, end - begin);
    const size_t width = count_code_points(word);
    if (column + 1 + width > kHelpWidth) {
      line += '\n' + std::string(kHelpColumn, ' ');
      column = kHelpColumn;
    } else if (begin > 0) {
      line += ' ';
      ++column;
    }
    line += word;
    column += width;
    begin = end + 1;
  }
  return line + '\n';
}

}  // namespace

std::string help_text() {
  std::string text =
      tr("Usage: depeche-indexer [OPTION]... PATH...\n"
         "       depeche-indexer --dates TEXT [--reference DAY]\n"
         "       depeche-indexer --status | --check | --export-dump [--index DIR]\n"
         "Indexes French news dispatches: the files named, and those in the directories named;\n"
         "PATH - reads paths from standard input, one a line.\n"
         "\n");
  for (const OptionSpec& option : kOptions) text += option_line(option);
  text +=
      tr("\n"
         "Exit status: 0 published or nothing new, 1 some records rejected, 2 usage, 3 too many\n"
         "records rejected or articles gone, 4 input, output or memory, 5 another indexer\n"
         "runs, 6 index unusable, 7 internal error, 130 or 143 stopped. From 2 on the index is\n"
         "as it was before.\n");
  return text;
}

std::string version_text() {
  const BuildVersions versions = BuildVersions::of_this_program();
  return fmt::format("depeche-indexer {} (schema {}; analyzer {}; stemmer {}; Xapian {}; ICU {})\n",
                     versions.program, versions.schema, versions.analyzer, versions.stemmer, versions.xapian,
                     versions.icu);
}

}  // namespace depeche
