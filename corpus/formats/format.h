#pragma once

#include <string>
#include <variant>

#include "corpus/byte_stream.h"
#include "corpus/corpus_options.h"
#include "corpus/decode.h"
#include "corpus/rejection_code.h"

namespace depeche {

/// How much of a file is enough to choose its format.
constexpr size_t kHeadBytes = 1 << 16;

/// One input being read.
struct FormatInput {
  ByteStream& stream;  // behind the byte order mark
  const Decoder& decoder;
  Origin origin;  // record, offset and encoding are set for each record
  std::string relative_path;
  const CorpusOptions& options;

  /// An empty record of this input.
  Record record(uint64_t number, uint64_t offset, std::string encoding) const;
  Origin origin_of(uint64_t number, uint64_t offset, std::string encoding) const;
};

/// A way of writing records in a file. What cannot be read is a rejection, in its place among the records;
/// memory is bounded by options.max_record_bytes whatever the input. Stateless, hence thread-safe.
class Format {
 public:
  virtual ~Format() = default;
  /// Hands every record and rejection to `sink`, in the order of the input. False if the sink wants no more.
  virtual bool read(const FormatInput& input, const CorpusSink& sink) const = 0;
};

/// Plain text: one article a file. One record, none for a file of white space.
const Format& text_format();
/// JSON lines: an object a line. Strings, numbers and booleans become values, the members of an array of them
/// repeat its name; null, nested objects and arrays are left out. Of duplicate names the first counts.
const Format& jsonl_format();
/// Separated values with a header line; `tabs` allows only tabs between them, else the header line tells
/// ; , or tab. Quotes as in RFC 4180.
const Format& csv_format(bool tabs);
/// NewsML-G2 (IPTC): a newsItem, or a newsMessage with several, each with NITF, XHTML or plain text inside.
/// Id is its guid; published firstCreated, updated versionCreated. Other items are rejected one by one.
const Format& newsml_format();
/// NITF 3 (IPTC): one article. Id is doc-id or du-key; published date.issue.
const Format& nitf_format();
/// ninjs (IPTC): JSON objects, one, in an array, or one behind the other. Id is uri; published firstcreated,
/// updated versioncreated.
const Format& ninjs_format();
/// Feeds: RSS 2.0, RSS 1.0 and Atom (RFC 4287): an article an item. HTML in them becomes paragraphs; source
/// is the title of the feed. Dates of RFC 822 are given as ISO.
const Format& feed_format();
/// Exports of Europresse and Factiva as HTML: an article for each on the page. One that lacks title, text,
/// date or source is rejected (E_FIELD): its layout is not the one that is known.
const Format& europresse_format();
const Format& factiva_format();
/// Web pages: one article a page, without what surrounds it (html_body.h), with what the page says of it
/// (html_metadata.h). One record, none for a page of white space; a page without text is rejected.
const Format& html_format();
/// Archives of the web (WARC): an article for each page that was found; all else in them is passed over. Id
/// is the address of the page, url what the page says or else that.
const Format& warc_format();
/// TEI P5: an article a TEI element, in a teiCorpus or alone. Our own export (searcher/export/tei.cc) is read
/// back with its ids.
const Format& tei_format();
/// Mail: a message (RFC 5322, MIME) or an mbox of them (RFC 4155; quoted as mboxo or mboxrd): an article a
/// message. The text is text/plain, else text/html; attachments, attached messages and what follows the last
/// "-- " line are left out. Id is Message-ID; source Organization, else the domain of From; author From;
/// section List-Id. A message without text is rejected.
const Format& mail_format();
/// The corpus format of IRaMuTeQ and Alceste: an article behind each line `**** *name_value ...`. Values are
/// kept under their names; date is made of *date, *jour, *mois and *an. Of our own export
/// (searcher/export/text_corpus.cc) the first paragraph is the title. Lines `-*theme` become values "theme".
const Format& iramuteq_format();
/// Plain text of several articles in a file (batch_marks.h tells where they are parted): each is read as a
/// text file is, but for those that hold nothing but rules. A file of at most options.max_record_bytes in
/// which a part is no dispatch is read as one text, unless options.format is kBatch; of a longer one such a
/// part is rejected (E_FORMAT).
const Format& batch_format();

/// Which format: `format`, else by the end of the file's name, else by `head`, the first kHeadBytes of the
/// file behind its byte order mark. E_BINARY or E_FORMAT with the remedy if none will do.
std::variant<const Format*, Problem> choose_format(std::string_view path, std::string_view head,
                                                   const Decoder& decoder, InputFormat format);

}  // namespace depeche
