#include "indexer/segment_examination.h"

#include <cstdint>
#include <limits>
#include <new>
#include <string>
#include <string_view>
#include <utility>

#include <xapian.h>

#include "common/error.h"
#include "common/message.h"
#include "common/stored_bytes.h"
#include "common/text/visible.h"
#include "indexer/child_process.h"

namespace depeche {
namespace {

// What the child says goes through a pipe as frames: a length of four bytes, a type, values.
enum class FrameType : uint8_t { kDocument, kDamage, kCannotRead };
constexpr size_t kLengthBytes = 4, kBatchBytes = 1 << 16;

/// The child's side: gathers frames, and writes many at once.
class FrameWriter {
 public:
  explicit FrameWriter(const WriteBytes& write) : write_(write) {}

  void document(const DocumentFact& fact) {
    ByteWriter frame;
    frame.name(FrameType::kDocument);
    frame.fixed(fact.id.high, sizeof fact.id.high);
    frame.fixed(fact.id.low, sizeof fact.id.low);
    frame.number(fact.docid);
    frame.number(fact.version);
    frame.flag(fact.superseded);
    add(frame.bytes());
  }
  void damage(const Damage& damage) {
    ByteWriter frame;
    frame.name(FrameType::kDamage);
    frame.name(damage.code);
    frame.string(damage.message);
    add(frame.bytes());
  }
  void cannot_read(const std::string& message) {
    ByteWriter frame;
    frame.name(FrameType::kCannotRead);
    frame.string(message);
    add(frame.bytes());
  }
  void flush() {
    write_(gathered_.bytes());
    gathered_.bytes().clear();
  }

 private:
  void add(const std::string& frame) {
    gathered_.bytes().reserve(gathered_.bytes().size() + kLengthBytes +
                              frame.size());  // all of it, or nothing
    gathered_.fixed(frame.size(), kLengthBytes);
    gathered_.bytes() += frame;
    if (gathered_.bytes().size() >= kBatchBytes) flush();
  }

  const WriteBytes& write_;
  ByteWriter gathered_;
};

/// The parent's side. What a crash leaves of a frame is passed over.
class FrameReader {
 public:
  FrameReader(std::string path, const std::function<void(const DocumentFact&)>& visit,
              std::vector<Damage>& damages)
      : path_(std::move(path)), visit_(visit), damages_(damages) {}

  void take(std::string_view bytes) {
    pending_ += bytes;
    std::string_view rest = pending_;
    while (rest.size() >= kLengthBytes) {
      const uint64_t size = ByteReader(rest).fixed(kLengthBytes);
      if (rest.size() - kLengthBytes < size) break;
      read(rest.substr(kLengthBytes, size));
      rest.remove_prefix(kLengthBytes + size);
    }
    pending_.erase(0, pending_.size() - rest.size());
  }

 private:
  void read(std::string_view frame) {
    constexpr uint64_t kMax = std::numeric_limits<uint32_t>::max();
    ByteReader in(frame);
    switch (in.name(FrameType::kCannotRead)) {
      case FrameType::kDocument: {
        DocumentFact fact;
        fact.id.high = in.fixed(sizeof fact.id.high);
        fact.id.low = in.fixed(sizeof fact.id.low);
        fact.docid = static_cast<uint32_t>(in.number(kMax));
        fact.version = static_cast<uint32_t>(in.number(kMax));
        fact.superseded = in.flag();
        visit_(fact);
        break;
      }
      case FrameType::kDamage: {
        const auto code = in.name(DamageCode::kSuperseded);
        damages_.push_back({code, path_, in.string()});
        break;
      }
      case FrameType::kCannotRead:
        throw Error(ExitCode::kEnvironment, in.string());
    }
  }

  const std::string path_;
  const std::function<void(const DocumentFact&)>& visit_;
  std::vector<Damage>& damages_;
  std::string pending_;
};

void examine(const std::string& path, const SegmentEntry& entry, FrameWriter& out) {
  const auto damaged = [&](const std::string& what) {
    out.damage(make_damage(DamageCode::kStructure, path, what));
  };
  try {
    const Xapian::Database segment(path, Xapian::DB_BACKEND_GLASS);
    // Xapian's check opens tables for writing, and empties those of a database that was never committed.
    if (segment.get_revision() == 0) return damaged(tr("it says that it was never committed"));
    if (const size_t faults = Xapian::Database::check(path); faults != 0)
      return damaged(tr_n("Xapian finds {} fault in it", "Xapian finds {} faults in it", faults));
    check_content(segment, entry, path,
                  {[&](const Damage& damage) { out.damage(damage); },
                   [&](const DocumentFact& fact) { out.document(fact); }});
  } catch (const Xapian::Error& error) {
    if (const char* reason = error.get_error_string())
      return out.cannot_read(tr("cannot read: {0}: {1}", visible_text(path), reason));
    damaged(visible_text(error.get_msg()));
  } catch (const std::bad_alloc&) {
    out.cannot_read(tr("out of memory while checking {}: free some", visible_text(path)));
  }
}

}  // namespace

std::vector<Damage> examine_segment(const std::filesystem::path& directory, const SegmentEntry& entry,
                                    std::chrono::seconds limit,
                                    const std::function<void(const DocumentFact&)>& visit) {
  const std::string path = directory.string();
  std::vector<Damage> damages;
  FrameReader reader(path, visit, damages);
  const ChildEnd end = run_as_child(
      path, limit,
      [&](const WriteBytes& write) {
        FrameWriter out(write);
        examine(path, entry, out);
        out.flush();
      },
      [&](std::string_view bytes) { reader.take(bytes); });
  const auto damaged = [&](const std::string& what) {
    damages.push_back(make_damage(DamageCode::kStructure, path, what));
  };
  switch (end.kind) {
    case ChildEnd::Kind::kDone:
      break;
    case ChildEnd::Kind::kFailed:
      damaged(tr("its check failed"));
      break;
    case ChildEnd::Kind::kSignalled:
      damaged(tr("its check ended by signal {}", end.signal));
      break;
    case ChildEnd::Kind::kTimeLimit:
      damaged(tr("its check took more than {} seconds", limit.count()));
      break;
  }
  return damages;
}

}  // namespace depeche
