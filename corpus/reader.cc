#include "corpus/reader.h"

#include "corpus/discover.h"
#include "corpus/formats/format.h"
#include "corpus/source_file.h"

namespace depeche {
namespace {

/// Reads the files one after the other and keeps the counts.
class CorpusReader {
 public:
  CorpusReader(const CorpusOptions& options, const CorpusSink& sink)
      : options_(options), sink_(sink), relative_(options.root, options.paths) {}

  bool visit(const Found& found) {
    ++counts_.seen;
    if (found.kind == Found::kSkipped) {
      ++counts_.skipped;
      return true;
    }
    Origin origin;
    origin.path = utf8_path(found.path);
    if (found.kind == Found::kFailed) return fail(origin, *found.problem);
    auto opened = SourceFile::open(found.path);
    if (const auto* problem = std::get_if<Problem>(&opened)) return fail(origin, *problem);
    return read(std::get<SourceFile>(opened), found.path, std::move(origin));
  }

  const FileCounts& counts() const { return counts_; }

 private:
  bool fail(const Origin& origin, const Problem& problem) {
    ++counts_.failed;
    return sink_(reject_file(origin, problem));
  }

  bool read(SourceFile& file, const std::string& path, Origin origin) {
    if (file.size() > options_.max_record_bytes) {
      ByteStream stream([&file](char* buffer, size_t capacity) { return file.read(buffer, capacity); });
      origin.modified = file.modified();
      return read_format(stream, path, origin, [&file] { return file.problem(); });
    }
    const auto content = file.read_all(options_.max_record_bytes);
    origin.modified = file.modified();
    if (const auto* problem = std::get_if<Problem>(&content)) return fail(origin, *problem);
    ByteStream stream(std::get<std::string>(content));
    return read_format(stream, path, origin, [] { return std::optional<Problem>(); });
  }

  bool read_format(ByteStream& stream, const std::string& path, const Origin& origin,
                   const std::function<std::optional<Problem>()>& problem_of_file) {
    Decoder decoder(options_.encoding);
    stream.skip(decoder.start(stream.fill(kHeadBytes)));
    const std::string_view head = stream.window().substr(0, kHeadBytes);
    const auto format = choose_format(path, head, decoder, options_.format);
    if (const auto* problem = std::get_if<Problem>(&format)) return fail(origin, *problem);

    bool failed = false;
    const CorpusSink counting = [&](CorpusItem&& item) {
      if (const auto* rejection = std::get_if<Rejection>(&item))
        failed = failed || rejection->whole_file;
      else if (std::get<Record>(item).origin.encoding != "UTF-8")
        ++counts_.warnings_encoding;
      return sink_(std::move(item));
    };
    const FormatInput input{stream, decoder, origin, relative_.of(path), options_};
    bool more = std::get<const Format*>(format)->read(input, counting);
    counts_.bytes += stream.offset() + stream.window().size();
    if (const auto problem = problem_of_file(); problem && more && !failed) {
      failed = true;
      more = sink_(reject_file(origin, *problem));
    }
    failed ? ++counts_.failed : ++counts_.read;
    return more;
  }

  const CorpusOptions& options_;
  const CorpusSink& sink_;
  RelativePath relative_;
  FileCounts counts_;
};

}  // namespace

FileCounts read_corpus(const CorpusOptions& options, const CorpusSink& sink) {
  const Decoder checked(options.encoding);  // an unknown encoding is an Error before anything is read
  CorpusReader reader(options, sink);
  discover(options.paths, [&](Found&& found) { return reader.visit(found); });
  return reader.counts();
}

}  // namespace depeche
