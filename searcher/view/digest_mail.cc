#include <chrono>
#include <memory>
#include <sstream>

#include <fmt/chrono.h>
#include <gmime/gmime.h>

#include "common/error.h"
#include "common/hash.h"
#include "common/message.h"
#include "searcher/view/digest_view.h"

namespace depeche {
namespace {

/// Nobody to answer to: mails are written, never sent. localhost is reserved (RFC 6761).
constexpr const char* kSender = "depeche-searcher";
constexpr const char* kAddress = "depeche-searcher@localhost";
constexpr const char* kDomain = "localhost";

struct Unref {
  void operator()(void* object) const { g_object_unref(object); }
};
template <typename Object>
using Owned = std::unique_ptr<Object, Unref>;

/// GMime, from the first mail to the end of the program: 3.2 cannot be begun anew.
class MimeLibrary {
 public:
  MimeLibrary() { g_mime_init(); }
  ~MimeLibrary() { g_mime_shutdown(); }
  MimeLibrary(const MimeLibrary&) = delete;
  MimeLibrary& operator=(const MimeLibrary&) = delete;
};

struct TimeUnref {
  void operator()(GDateTime* time) const { g_date_time_unref(time); }
};

std::string message_id(const DigestPeriod& period, const StandingQuery& standing) {
  StreamHash hash;
  for (const std::string& part : {standing.name, standing.text, period.published}) {
    hash.add(part);
    hash.add(std::string_view("\0", 1));
  }
  return fmt::format("{}.{}.{}@{}", hash.hex128(), period.since, period.state, kDomain);
}

Owned<GMimeTextPart> text_part(const std::string& text) {
  Owned<GMimeTextPart> part(g_mime_text_part_new_with_subtype("plain"));
  g_mime_text_part_set_charset(part.get(), "utf-8");
  const Owned<GMimeStream> stream(g_mime_stream_mem_new_with_buffer(text.data(), text.size()));
  const Owned<GMimeDataWrapper> content(
      g_mime_data_wrapper_new_with_stream(stream.get(), GMIME_CONTENT_ENCODING_DEFAULT));
  g_mime_part_set_content(GMIME_PART(part.get()), content.get());
  g_mime_part_set_content_encoding(GMIME_PART(part.get()), GMIME_CONTENT_ENCODING_QUOTEDPRINTABLE);
  return part;
}

/// Lines that readers of the mbox format would take for the next mail, told apart by a letter that is quoted:
/// decoded, the text is as it was.
void quote_separators(std::string& mail) {
  constexpr std::string_view kSeparator = "\nFrom ", kQuoted = "\n=46rom ";
  for (size_t at = 0; (at = mail.find(kSeparator, at)) != std::string::npos; at += kQuoted.size())
    mail.replace(at, kSeparator.size(), kQuoted);
}

}  // namespace

std::string digest_mail(const DigestPeriod& period, const StandingQuery& standing, const QueryDigest& digest,
                        unsigned width) {
  static const MimeLibrary library;
  const std::unique_ptr<GDateTime, TimeUnref> published(
      g_date_time_new_from_iso8601(period.published.c_str(), nullptr));
  if (!published)
    throw Error(ExitCode::kIndex,
                tr("state {} of the index does not say when it was published: index anew", period.state));
  std::ostringstream body;
  const Terminal plain{.colour = false, .width = width, .interactive = false};
  print_period(period, plain, body);
  body << '\n';
  print_digest(standing, digest, plain, body);

  const Owned<GMimeMessage> message(g_mime_message_new(TRUE));
  g_mime_message_add_mailbox(message.get(), GMIME_ADDRESS_TYPE_FROM, kSender, kAddress);
  g_mime_message_set_subject(message.get(),
                             fmt::format("[depeche] {}", digest_title(standing, digest)).c_str(), "utf-8");
  g_mime_message_set_date(message.get(), published.get());
  g_mime_message_set_message_id(message.get(), message_id(period, standing).c_str());
  const Owned<GMimeTextPart> part = text_part(body.str());
  g_mime_message_set_mime_part(message.get(), GMIME_OBJECT(part.get()));

  const std::unique_ptr<char, void (*)(void*)> written(
      g_mime_object_to_string(GMIME_OBJECT(message.get()), nullptr), g_free);
  std::string mail = written.get();
  quote_separators(mail);
  const std::chrono::sys_seconds time{std::chrono::seconds(g_date_time_to_unix(published.get()))};
  return fmt::format("From {} {:%a %b %e %H:%M:%S %Y}\n{}{}\n", kAddress, time, mail,
                     mail.ends_with('\n') ? "" : "\n");
}

}  // namespace depeche
