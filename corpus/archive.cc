#include "corpus/archive.h"

#include <algorithm>
#include <array>
#include <chrono>
#include <unordered_map>

#include <archive.h>
#include <archive_entry.h>

#include "common/hash.h"
#include "corpus/formats/signature.h"

namespace depeche {
namespace {

constexpr uint64_t kFreeBytes = 32 << 20, kMaxRatio = 250, kMaxMembers = 1'000'000;
/// POSIX.1-1988: a tar archive ends in two blocks of zeros. APPNOTE.TXT, 4.3.16: zip ends in a record of 22
/// bytes and a comment of up to 65,535.
constexpr size_t kTarBlock = 512, kEndBytes = 22 + 65'535;

/// « ./a/../b » is b's place in the archive, and leads nowhere else.
std::string safe_name(std::string_view name) {
  std::string safe;
  for (size_t begin = 0; begin <= name.size();) {
    const size_t end = std::min(name.find('/', begin), name.size());
    const std::string_view part = name.substr(begin, end - begin);
    if (!part.empty() && part != "." && part != "..") safe.append(safe.empty() ? "" : "/").append(part);
    begin = end + 1;
  }
  return safe;
}

bool is_hidden(std::string_view name) {
  return name.starts_with('.') || name.find("/.") != std::string_view::npos || name.starts_with("__MACOSX/");
}

std::optional<Day> day_of(int64_t time) {
  using namespace std::chrono;
  const Day day(floor<days>(sys_seconds(seconds(time))));
  return day.ok() && int(day.year()) >= 1 && int(day.year()) <= 9999 ? std::optional(day) : std::nullopt;
}

std::string_view or_empty(const char* text) { return text ? text : ""; }

}  // namespace

struct Archive::Handle {
  explicit Handle(ByteStream& bytes) : stream(bytes), reader(archive_read_new(), archive_read_free) {
    if (!reader) throw std::bad_alloc();
    archive* const to = reader.get();
    for (const auto support :
         {archive_read_support_filter_gzip, archive_read_support_filter_bzip2, archive_read_support_filter_xz,
          archive_read_support_filter_zstd, archive_read_support_format_tar,
          archive_read_support_format_zip_streamable, archive_read_support_format_raw})
      support(to);
    opened = archive_read_open(to, this, nullptr, hand_over, nullptr) == ARCHIVE_OK;
  }

  /// Hands over the window, which stays until the next call.
  static la_ssize_t hand_over(archive*, void* data, const void** buffer) {
    Handle& handle = *static_cast<Handle*>(data);
    handle.take_handed();
    if (handle.stream.window().empty()) handle.stream.more();
    handle.handed = handle.stream.window().size();
    *buffer = handle.stream.window().data();
    return static_cast<la_ssize_t>(handle.handed);
  }

  /// Passes over what was handed over, and remembers how it ended.
  void take_handed() {
    const std::string_view last = stream.window().substr(0, handed);
    end.append(last.substr(last.size() - std::min(last.size(), kEndBytes)));
    end.erase(0, end.size() - std::min(end.size(), kEndBytes));
    stream.skip(handed);
    handed = 0;
  }

  /// Whether the archive has its proper end: one that was cut between two members looks whole to libarchive.
  /// Passes over the rest of the stream.
  bool ends_properly() {
    archive* const from = reader.get();
    if (archive_filter_count(from) > 1) return true;  // compressed streams have an end of their own
    do {
      handed = stream.window().size();
      take_handed();
    } while (stream.more());
    switch (archive_format(from) & ARCHIVE_FORMAT_BASE_MASK) {
      case ARCHIVE_FORMAT_ZIP:
        return end.find("PK\x05\x06") != std::string::npos;
      case ARCHIVE_FORMAT_TAR:
        return end.size() >= kTarBlock && end.find_last_not_of('\0') + kTarBlock < end.size();
      default:
        return true;
    }
  }

  ByteStream& stream;
  size_t handed = 0;  // bytes of its window
  std::string end;    // the last bytes before the window
  std::unique_ptr<archive, decltype(&archive_read_free)> reader;
  bool opened = false;
  std::unordered_map<uint64_t, uint32_t> names;  // hash of a name -> how many had it
};

Archive::Archive(ByteStream& stream, Archive* outer)
    : handle_(std::make_unique<Handle>(stream)), outer_(outer) {
  if (!handle_->opened) fail();
}
Archive::~Archive() = default;

void Archive::fail() {
  at_end_ = true;
  if (problem_) return;
  std::string reason(or_empty(archive_error_string(handle_->reader.get())));
  if (reason.empty()) reason = tr("its end is missing");
  problem_ = Problem{RejectionCode::kArchive,
                     tr("the archive is damaged, cut short or of a kind that is not read in "
                        "place ({}); fetch it again, or unpack it",
                        reason)};
}

/// Counts in the outermost archive, whose bytes are those on disk. False where that is too much.
bool Archive::count(uint64_t bytes, uint64_t members) {
  if (outer_) {
    if (outer_->count(bytes, members)) return true;
    problem_ = outer_->problem_;
    at_end_ = true;
    return false;
  }
  unpacked_ += bytes;
  members_ += members;
  const auto packed =
      static_cast<uint64_t>(std::max<la_int64_t>(archive_filter_bytes(handle_->reader.get(), -1), 1));
  if (members_ <= kMaxMembers && (unpacked_ <= kFreeBytes || unpacked_ / kMaxRatio <= packed)) return true;
  problem_ = Problem{
      RejectionCode::kBomb,
      members_ > kMaxMembers
          ? tr("the archive has more than {} members; unpack it if it is what it should be", kMaxMembers)
          : tr("the archive is more than {} times as long unpacked as packed; unpack it if it is what it "
               "should be",
               kMaxRatio)};
  at_end_ = true;
  return false;
}

size_t Archive::read(char* buffer, size_t capacity) {
  if (at_end_) return 0;
  la_ssize_t count_read = ARCHIVE_RETRY;
  while (count_read == ARCHIVE_RETRY) count_read = archive_read_data(handle_->reader.get(), buffer, capacity);
  if (count_read < 0) {
    fail();
    return 0;
  }
  return count(static_cast<uint64_t>(count_read), 0) ? static_cast<size_t>(count_read) : 0;
}

/// libarchive would unpack it too, but without counting.
bool Archive::pass_over_rest() {
  std::array<char, 64 << 10> buffer;
  while (read(buffer.data(), buffer.size()) > 0) {
  }
  return !at_end_;
}

std::string Archive::unused(std::string name) {
  const auto uses = [this](const std::string& of) -> uint32_t& { return handle_->names[hash64(of)]; };
  std::string candidate = name;
  while (++uses(candidate) > 1) candidate = name + "#" + std::to_string(uses(name));
  return candidate;
}

std::optional<ArchiveMember> Archive::next() {
  archive* const reader = handle_->reader.get();
  archive_entry* entry = nullptr;
  while (!at_end_) {
    if (to_pass_over_ && !pass_over_rest()) break;
    to_pass_over_ = true;
    int status = ARCHIVE_RETRY;
    while (status == ARCHIVE_RETRY) status = archive_read_next_header(reader, &entry);
    if (status < ARCHIVE_WARN || (status == ARCHIVE_EOF && !handle_->ends_properly())) fail();
    if (status == ARCHIVE_EOF) at_end_ = true;
    if (at_end_) break;
    if (!count(0, 1)) break;
    const char* named = archive_entry_pathname_utf8(entry);
    ArchiveMember member{safe_name(or_empty(named ? named : archive_entry_pathname(entry))), {}, false};
    if (single()) member.name.clear();
    if (archive_entry_filetype(entry) != AE_IFREG || archive_entry_hardlink(entry) || is_hidden(member.name))
      continue;
    if (archive_entry_mtime_is_set(entry)) member.modified = day_of(archive_entry_mtime(entry));
    member.encrypted = archive_entry_is_encrypted(entry) != 0;
    to_pass_over_ = !member.encrypted;
    if (!single()) member.name = unused(member.name.empty() ? "-" : std::move(member.name));
    return member;
  }
  return std::nullopt;
}

bool Archive::single() const { return archive_format(handle_->reader.get()) == ARCHIVE_FORMAT_RAW; }

bool is_archive(std::string_view head) {
  const Signature* signature = signature_of(head);
  return signature && signature->content == Signature::kArchive;
}

std::string_view without_compression(std::string_view name) {
  for (const std::string_view ending : {".gz", ".bz2", ".xz", ".zst"})
    if (name.ends_with(ending)) return name.substr(0, name.size() - ending.size());
  return name;
}

}  // namespace depeche
