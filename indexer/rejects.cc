#include "indexer/rejects.h"

#include "common/json.h"
#include "common/message.h"
#include "common/text/visible.h"
#include "corpus/rejection_code.h"

namespace depeche {
namespace {

constexpr size_t kBufferBytes = 64 << 10;

}  // namespace

std::string to_reject_line(const Rejection& rejection) {
  Json line;
  line["path"] = rejection.origin.path;
  line["record"] = rejection.whole_file ? Json(nullptr) : Json(rejection.origin.record);
  line["offset"] = rejection.whole_file ? Json(nullptr) : Json(rejection.origin.offset);
  line["id"] = or_null(rejection.id);
  line["code"] = rejection.code;
  line["message"] = rejection.message;
  line["excerpt"] = or_null(rejection.excerpt);
  return to_line(line);
}

std::string to_warning(const Rejection& rejection) {
  const std::string path = visible_text(rejection.origin.path), message = visible_text(rejection.message);
  if (rejection.whole_file) return tr("{}: {} [{}]", path, message, rejection.code);
  return tr("{}: record {}: {} [{}]", path, rejection.origin.record, message, rejection.code);
}

Rejects::Rejects(const std::string& path, uint64_t max_warnings, Console& console)
    : max_warnings_(max_warnings), console_(console) {
  if (path.empty()) return;
  file_.emplace(path);
  file_->truncate();
}

void Rejects::add(const Rejection& rejection) {
  ++by_code_[rejection.code];
  const bool asked_for = rejection.code == rejection_spec(RejectionCode::kLanguage).code;
  if (!asked_for) ++count_;
  if (file_) {
    buffer_ += to_reject_line(rejection) + '\n';
    if (buffer_.size() >= kBufferBytes) flush();
  } else if (!asked_for && count_ <= max_warnings_) {
    console_.warn(to_warning(rejection));
  }
}

void Rejects::finish() {
  if (file_) {
    flush();
    file_->sync();
  } else if (count_ > max_warnings_) {
    console_.warn(tr_n("{} more rejection; --rejects FILE lists them all",
                       "{} more rejections; --rejects FILE lists them all", count_ - max_warnings_));
  }
}

void Rejects::flush() {
  file_->write(buffer_);
  buffer_.clear();
}

}  // namespace depeche
