#pragma once

#include <string>
#include <string_view>

namespace depeche {

/// Whether `head`, decoded and without leading white space, begins an mbox, or a message as a mail server
/// keeps it: header lines alone (« Name: value », no space before the colon) up to a blank line or its end,
/// From and Date or Subject among them, and one that only mail has: Received, Return-Path, Message-ID,
/// MIME-Version, Delivered-To, DKIM-Signature, X-... A dispatch with « Date : 13/02 » is none.
bool is_mail(std::string_view head);

/// Whether the line parts two messages of an mbox: « From SENDER Www Mmm dd hh:mm:ss yyyy » (RFC 4155, A).
bool is_from_line(std::string_view line);

/// A message of an mbox as it was sent: without its From line, lines `>From ` without their first `>`.
std::string unquoted_message(std::string_view bytes);

/// The body of a text/plain part, its lines parted by LF: where `flowed` (RFC 3676), its soft line breaks
/// undone, and with `delete_space` the space before them; without the signature behind the last "-- " line,
/// unless nothing else is there. Linear.
std::string plain_mail_text(std::string_view text, bool flowed, bool delete_space);

}  // namespace depeche
