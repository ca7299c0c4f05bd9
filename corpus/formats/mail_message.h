#pragma once

#include <optional>
#include <string_view>

#include "corpus/decode.h"
#include "corpus/record.h"

namespace depeche {

/// Puts the values of a message (RFC 5322, MIME: RFC 2045 to 2047) into `record`, and the encoding of its
/// text. E_FORMAT if it has no header, E_EMPTY if it has no text, E_RECORD_TOO_BIG if it
/// may have more than 10,000 parts, E_DEPTH if its parts are nested deeper than
/// 64 levels, E_UTF8 if its text is not in its encoding; charsets count as in Decoder::decode_stated().
/// Thread-safe for different decoders.
std::optional<Problem> fill_from_message(Record& record, std::string_view message, const Decoder& decoder);

}  // namespace depeche
