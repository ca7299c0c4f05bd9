#pragma once

#include <string>
#include <string_view>

#include "common/article.h"

namespace depeche {

/// The document data of an article: everything a view shows without the original file. Binary, compact, with
/// a checksum over all of it; part of the schema version.
/// Precondition: all offsets lie within their fields, on code-point boundaries.
std::string encode_article(const Article& article);

/// Throws Error (kIndex) where the bytes are not what encode_article() wrote (silent rot).
Article decode_article(std::string_view data);

/// Digest of what makes two versions of an article differ for a reader: title, header, text, source, section,
/// language, url, authors and the dates and repairs read from them (of dates kind, value, time, basis and
/// readings; not their evidence, which may be a path). Neither id, version nor origin, nor what the indexer
/// adds (mentions, sentences). 32 hexadecimal digits.
std::string content_digest(const Article& article);

}  // namespace depeche
