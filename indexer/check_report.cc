#include "indexer/check_report.h"

#include <cmath>
#include <cstdio>

#include "common/article_json.h"
#include "common/message.h"
#include "common/table.h"
#include "common/text/visible.h"
#include "indexer/print.h"
#include "indexer/size_text.h"

namespace depeche {
namespace {

std::string state_text(const IndexCheck& check) {
  return check.manifest == 0
             ? tr("unknown")
             : tr("manifest {0}, published {1}", check.manifest, visible_text(check.published));
}

}  // namespace

std::string verdict_text(const IndexCheck& check) {
  if (!check.whole())
    return tr_n("damaged in {0} place ({1:.1f} s)", "damaged in {0} places ({1:.1f} s)", check.damages.size(),
                check.seconds);
  return tr("whole: {0} live and {1} superseded documents in {2} files, {3} ({4:.1f} s)", check.live,
            check.superseded, check.files, size_text(static_cast<double>(check.bytes)), check.seconds);
}

std::string check_text(const IndexCheck& check, const std::filesystem::path& index) {
  return table_text({{tr("Index"), visible_text(index.string())},
                     {tr("State"), state_text(check)},
                     {tr("Check"), verdict_text(check)}});
}

Json to_json(const IndexCheck& check) {
  Json json = {{"whole", check.whole()},
               {"manifest", check.manifest == 0 ? Json(nullptr) : Json(check.manifest)},
               {"segments", check.segments},
               {"files", check.files},
               {"bytes", check.bytes},
               {"documents", check.documents},
               {"live", check.live},
               {"superseded", check.superseded},
               {"seconds", std::round(check.seconds * 1000) / 1000},
               {"damages", Json::array()}};
  for (const Damage& damage : check.damages)
    json["damages"].push_back(
        {{"code", name_of(damage.code)}, {"path", damage.path}, {"message", damage.message}});
  return json;
}

ExitCode print_check(const std::filesystem::path& index, bool json) {
  const IndexCheck check = check_published(IndexLayout(index));
  if (json) {
    Json document = {{"schema", kJsonSchema}, {"index", index.string()}};
    document.update(to_json(check));
    print(to_document(document) + '\n');
  } else {
    print(check_text(check, index));
  }
  for (const Damage& damage : check.damages)
    std::fprintf(stderr, "depeche-indexer: %s\n", damage.message.c_str());
  return check.whole() ? ExitCode::kOk : ExitCode::kIndex;
}

}  // namespace depeche
