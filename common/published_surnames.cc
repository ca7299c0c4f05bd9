#include "common/published_surnames.h"

#include <utility>

#include <fmt/format.h>

#include "common/hash.h"
#include "common/index_damage.h"
#include "common/message.h"

namespace depeche {

struct PublishedSurnames::Source {
  FileDescriptor file;  // none once it has been read
  std::filesystem::path path;
  std::string checksum;
  SurnameTable table;

  void read();
};

void PublishedSurnames::Source::read() {
  std::string tsv;
  char buffer[1 << 16];
  while (const size_t count = read_some(file, buffer, sizeof buffer, path)) tsv.append(buffer, count);
  if (fmt::format("{:016x}", hash64(tsv)) != checksum) throw index_damage(path, tr("the file has changed"));
  table = SurnameTable::from_tsv(tsv, path.string());
  file = FileDescriptor();
}

PublishedSurnames::PublishedSurnames(FileDescriptor file, std::filesystem::path path, std::string checksum)
    : source_(std::make_shared<Source>(
          Source{std::move(file), std::move(path), std::move(checksum), SurnameTable()})) {}

const SurnameTable& PublishedSurnames::table() const {
  static const SurnameTable kNobody;
  if (!source_) return kNobody;
  if (source_->file) source_->read();
  return source_->table;
}

}  // namespace depeche
