#include "corpus/reader.h"

#include <utility>

#include "common/hash.h"
#include "corpus/decode.h"
#include "corpus/formats/format.h"
#include "corpus/html_entities.h"

namespace depeche {
namespace {

/// What HTML has left in the values of exports; the record's encoding tells it.
void decode_references(Record& record) {
  bool any = false;
  for (auto& [name, value] : record.fields) {
    if (!decode_html_entities(value)) continue;
    value = clean_text(std::move(value));
    any = true;
  }
  if (any) record.origin.encoding += " + HTML";
}

std::string digest_of(SourceFile& file) {
  StreamHash hash;
  std::string buffer(kHeadBytes, '\0');
  while (const size_t count = file.read(buffer.data(), buffer.size()))
    hash.add(std::string_view(buffer).substr(0, count));
  return hash.hex128();
}

}  // namespace

CorpusReader::CorpusReader(const CorpusOptions& options, const CorpusSink& sink)
    : options_(options), sink_(sink), relative_(options.root, options.paths) {
  const Decoder checked(options.encoding);  // an unknown encoding is an Error before anything is read
}

bool CorpusReader::pass_over(const Found& found) {
  ++counts_.seen;
  if (found.kind != Found::kSkipped) {
    Origin origin;
    origin.path = utf8_path(found.path);
    return fail(origin, *found.problem);
  }
  ++counts_.skipped;
  return true;
}

void CorpusReader::count_unchanged() {
  ++counts_.seen;
  ++counts_.unchanged;
}

bool CorpusReader::fail(const Origin& origin, const Problem& problem) {
  ++counts_.failed;
  return sink_(reject_file(origin, problem));
}

FileOutcome CorpusReader::read(const FileRequest& request) {
  ++counts_.seen;
  FileOutcome outcome;
  auto opened = SourceFile::open(request.path);
  if (const auto* problem = std::get_if<Problem>(&opened)) {
    Origin origin;
    origin.path = utf8_path(request.path);
    outcome.more = fail(origin, *problem);
    return outcome;
  }
  auto& file = std::get<SourceFile>(opened);
  if (file.size() > options_.max_record_bytes)
    read_stream(file, request, outcome);
  else
    read_whole(file, request, outcome);
  outcome.state = file.state();
  outcome.settled = file.settled();
  return outcome;
}

void CorpusReader::read_whole(SourceFile& file, const FileRequest& request, FileOutcome& outcome) {
  const auto content = file.read_all(options_.max_record_bytes);
  Origin origin;
  origin.path = utf8_path(request.path);
  origin.modified = file.modified();
  if (const auto* problem = std::get_if<Problem>(&content)) {
    outcome.more = fail(origin, *problem);
    return;
  }
  const auto& bytes = std::get<std::string>(content);
  outcome.digest = hash128_hex(bytes);
  const Recognition recognition =
      request.recognise ? request.recognise(outcome.digest) : Recognition{false, request.id_path};
  if (recognition.known) {
    ++counts_.unchanged;
    outcome.kind = FileOutcome::kKnown;
    return;
  }
  ByteStream stream(bytes);
  read_content(
      stream, origin, recognition.id_path, request, [] { return std::optional<Problem>(); }, outcome);
}

void CorpusReader::read_stream(SourceFile& file, const FileRequest& request, FileOutcome& outcome) {
  Origin origin;
  origin.path = utf8_path(request.path);
  origin.modified = file.modified();
  Recognition recognition{false, request.id_path};
  if (request.recognise) {
    outcome.digest = digest_of(file);
    recognition = request.recognise(outcome.digest);
    if (recognition.known && !file.problem()) {
      ++counts_.unchanged;
      outcome.kind = FileOutcome::kKnown;
      return;
    }
    file.rewind();
  }
  StreamHash hash;
  ByteStream stream([&](char* buffer, size_t capacity) {
    const size_t count = file.read(buffer, capacity);
    hash.add({buffer, count});
    return count;
  });
  read_content(
      stream, origin, recognition.id_path, request, [&file] { return file.problem(); }, outcome);
  outcome.digest = outcome.more ? hash.hex128() : "";
}

/// A file, or a member of one.
struct CorpusReader::Content {
  ByteStream& stream;
  Origin origin;
  std::string name;            // by which its format is known
  std::string relative_path;   // of its records
  Archive* archive = nullptr;  // of which it is a member
};

void CorpusReader::read_content(ByteStream& stream, const Origin& origin, const std::string& id_path,
                                const FileRequest& request,
                                const std::function<std::optional<Problem>()>& problem_of_file,
                                FileOutcome& outcome) {
  bool failed = false;
  const CorpusSink counting = [&](CorpusItem&& item) {
    if (const auto* rejection = std::get_if<Rejection>(&item)) {
      // A file is rejected once; and what a change of the file does to an archive is no damage of the
      // archive.
      if (rejection->whole_file && (failed || problem_of_file())) return true;
      failed = failed || rejection->whole_file;
    } else {
      Record& record = std::get<Record>(item);
      decode_references(record);
      if (record.origin.encoding != "UTF-8") ++counts_.warnings_encoding;
    }
    return sink_(std::move(item));
  };
  const Content content{stream, origin, request.path, id_path.empty() ? relative_.of(request.path) : id_path};
  outcome.more =
      is_archive(stream.fill(kHeadBytes)) ? read_archive(content, counting) : read_format(content, counting);
  if (const auto problem = problem_of_file(); problem && outcome.more && !failed) {
    failed = true;
    outcome.more = sink_(reject_file(origin, *problem));
  }
  counts_.bytes += stream.offset() + (failed ? 0 : stream.window().size());
  failed ? ++counts_.failed : ++counts_.read;
  if (!failed) outcome.kind = FileOutcome::kRead;
}

bool CorpusReader::read_format(const Content& content, const CorpusSink& sink) {
  Decoder decoder(options_.encoding);
  content.stream.skip(decoder.start(content.stream.fill(kHeadBytes)));
  const std::string_view head = content.stream.window().substr(0, kHeadBytes);
  const auto format = choose_format(content.name, head, decoder, options_.format);
  if (const auto* problem = std::get_if<Problem>(&format)) return sink(reject_file(content.origin, *problem));
  return std::get<const Format*>(format)->read(
      {content.stream, decoder, content.origin, content.relative_path, options_}, sink);
}

bool CorpusReader::read_archive(const Content& content, const CorpusSink& sink) {
  Archive archive(content.stream, content.archive);
  while (const auto member = archive.next()) {
    if (content.archive && !archive.single())
      return sink(reject_file(
          content.origin,
          {RejectionCode::kFormat, tr("an archive within an archive is not read; unpack the outer one")}));
    if (!read_member(content, archive, *member, sink)) return false;
  }
  return !archive.problem() || sink(reject_file(content.origin, *archive.problem()));
}

bool CorpusReader::read_member(const Content& outer, Archive& archive, const ArchiveMember& member,
                               const CorpusSink& sink) {
  ByteStream stream([&](char* buffer, size_t capacity) { return archive.read(buffer, capacity); });
  Content content{stream, outer.origin, std::string(without_compression(outer.name)), outer.relative_path,
                  &archive};
  if (!archive.single()) {
    content.name = member.name;
    content.origin.path += '/' + utf8_path(member.name);
    content.relative_path += '/' + member.name;
    if (member.modified) content.origin.modified = member.modified;
  }
  // The archive may hold others that can be read.
  const CorpusSink one_of_many = [&](CorpusItem&& item) {
    if (auto* rejection = std::get_if<Rejection>(&item); rejection && !archive.single())
      rejection->whole_file = false;
    return sink(std::move(item));
  };
  if (member.encrypted)
    return one_of_many(
        reject_file(content.origin,
                    {RejectionCode::kArchive, tr("it is encrypted; unpack the archive with its password")}));
  const bool packed = is_archive(stream.fill(kHeadBytes));
  if (packed && archive.single())
    return one_of_many(reject_file(
        content.origin, {RejectionCode::kArchive,
                         tr("it begins as a compressed file and is none that can be read; fetch it again, or "
                            "unpack it")}));
  return packed ? read_archive(content, one_of_many) : read_format(content, one_of_many);
}

FileCounts read_corpus(const CorpusOptions& options, const CorpusSink& sink) {
  CorpusReader reader(options, sink);
  const auto visit = [&](Found&& found) {
    return found.kind == Found::kFile ? reader.read({found.path, {}, {}}).more : reader.pass_over(found);
  };
  discover(options.paths, visit, options.listed);
  return reader.counts();
}

}  // namespace depeche
