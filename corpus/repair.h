#pragma once

#include "common/article.h"

namespace depeche {

/// Repairs title and text: double-encoded parts (corpus/double_encoding.h), then words with lost letters
/// (corpus/lost_letters.h). Where there is one reading the field holds it; where there are several it keeps
/// the original. Every repaired word and every undecided one becomes a Repair, by field, then offset, with
/// the word as the source has it. The header stays as it is printed. Fields stay well-formed UTF-8 in NFC;
/// the dates found in them keep their places, and what they rest on is as repaired. To be called before
/// anything but dates points into the fields. Pure, thread-safe; a field without damage costs a search for
/// three characters. Precondition: fields of less than 1 GiB, no Repair yet.
void repair(Article& article);

}  // namespace depeche
