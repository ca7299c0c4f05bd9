#include "corpus/formats/xml_records.h"

#include <algorithm>
#include <exception>
#include <new>

#include <fmt/format.h>
#include <libxml/parser.h>

#include "corpus/formats/xml_blocks.h"

namespace depeche {
namespace {

constexpr size_t kMaxDepth = 256;
/// Of one tag, comment or instruction, which libxml2 wants whole: some ten thousand times what is common.
constexpr size_t kMaxTag = 256 << 10;
/// What a record may take in memory, in bytes of its source.
constexpr size_t kMemoryPerByte = 4;

std::string text_of(const xmlChar* text) { return text ? reinterpret_cast<const char*>(text) : ""; }

XmlName name_of(const xmlChar* local, const xmlChar* prefix, const xmlChar* uri) {
  return {uri ? text_of(uri) : text_of(prefix), text_of(local)};
}

/// libxml2's messages, in the words of its reader where there is something to do.
std::string reason(const xmlError& error) {
  if (error.code == XML_ERR_UNDECLARED_ENTITY)
    return tr("the entity {} is not one of the five of XML; write the character itself",
              visible_excerpt(text_of(reinterpret_cast<const xmlChar*>(error.str1))));
  std::string message = error.message ? error.message : "";
  message.erase(message.find_last_not_of(" \n") + 1);
  return visible_excerpt(message);
}

/// libxml2 makes a document for the entities of a declaration that is refused, and leaves it to its caller.
struct FreeParser {
  void operator()(xmlParserCtxt* parser) const {
    xmlFreeDoc(parser->myDoc);
    xmlFreeParserCtxt(parser);
  }
};

/// Takes the events of libxml2's parser, and makes records of them.
class Reader {
 public:
  Reader(const FormatInput& input, const CorpusSink& sink, XmlDialect& dialect)
      : input_(input), sink_(sink), dialect_(dialect), blocks_(input.stream, input.decoder) {}

  bool read() {
    static const bool kInitialised = [] {
      xmlInitParser();
      return true;
    }();
    static_cast<void>(kInitialised);
    xmlSAXHandler handler = events();
    const std::unique_ptr<xmlParserCtxt, FreeParser> parser(
        xmlCreatePushParserCtxt(&handler, this, nullptr, 0, nullptr));
    if (!parser) throw std::bad_alloc();
    parser_ = parser.get();
    xmlCtxtUseOptions(parser_, XML_PARSE_NONET | XML_PARSE_IGNORE_ENC);
    while (more_ && !problem_ && blocks_.next()) {
      note_encoding();
      const std::string& text = blocks_.block().text;
      xmlParseChunk(parser_, text.data(), static_cast<int>(text.size()), 0);
      check_size();
      if (failure_) std::rethrow_exception(failure_);
    }
    if (more_ && !problem_) xmlParseChunk(parser_, nullptr, 0, 1);
    if (failure_) std::rethrow_exception(failure_);
    if (!problem_) problem_ = dialect_.lacking();
    return more_ && (!problem_ || sink_(reject_file(next_origin(problem_offset()), *problem_)));
  }

 private:
  static xmlSAXHandler events() {
    xmlSAXHandler handler{};
    handler.initialized = XML_SAX2_MAGIC;
    handler.startElementNs = [](void* self, const xmlChar* local, const xmlChar* prefix, const xmlChar* uri,
                                int, const xmlChar**, int attributes, int, const xmlChar** values) {
      guarded(self, [&](Reader& reader) { reader.start(name_of(local, prefix, uri), attributes, values); });
    };
    handler.endElementNs = [](void* self, const xmlChar*, const xmlChar*, const xmlChar*) {
      guarded(self, [](Reader& reader) { reader.end(); });
    };
    handler.characters = [](void* self, const xmlChar* text, int size) {
      guarded(self, [&](Reader& reader) {
        reader.characters({reinterpret_cast<const char*>(text), static_cast<size_t>(size)});
      });
    };
    handler.ignorableWhitespace = handler.cdataBlock = handler.characters;
    handler.internalSubset = [](void* self, const xmlChar* name, const xmlChar* public_id,
                                const xmlChar* system_id) {
      guarded(self, [&](Reader& reader) {
        if (!reader.dialect_.has_dtd(text_of(name), text_of(public_id), text_of(system_id)))
          reader.refuse_dtd();
      });
    };
    handler.entityDecl = [](void* self, const xmlChar*, int, const xmlChar*, const xmlChar*, xmlChar*) {
      guarded(self, [](Reader& reader) { reader.refuse_dtd(); });
    };
    handler.unparsedEntityDecl = [](void* self, const xmlChar*, const xmlChar*, const xmlChar*,
                                    const xmlChar*) {
      guarded(self, [](Reader& reader) { reader.refuse_dtd(); });
    };
    handler.reference = [](void* self, const xmlChar* name) {
      guarded(self, [&](Reader& reader) { reader.reference(text_of(name)); });
    };
    handler.serror = [](void* self, xmlError* error) {
      guarded(self, [&](Reader& reader) { reader.note_error(*error); });
    };
    return handler;
  }

  /// No exception passes through libxml2; nothing happens once reading has ended.
  template <typename Event>
  static void guarded(void* self, const Event& event) {
    auto& reader = *static_cast<Reader*>(self);
    if (!reader.more_ || reader.problem_ || reader.failure_) return;
    try {
      event(reader);
    } catch (...) {
      reader.failure_ = std::current_exception();
    }
  }

  /// How far libxml2 has come in the UTF-8 of the file.
  uint64_t position() const {
    const long consumed = xmlByteConsumed(parser_);
    return consumed < 0 ? blocks_.begin() : static_cast<uint64_t>(consumed);
  }

  void start(XmlName name, int attributes, const xmlChar** values) {
    if (++depth_ > kMaxDepth) {
      problem_ =
          Problem{RejectionCode::kDepth, tr("XML is nested deeper than {} levels; flatten it", kMaxDepth)};
      return;
    }
    if (ignored_ > 0) return;
    if (open_.empty()) {
      path_.push_back(name);
      use_ = dialect_.use_of(path_);
      if (use_ == XmlDialect::Use::kIgnore) {
        ignored_ = depth_;
        return;
      }
    }
    XmlNode node{std::move(name), {}, attributes_of(attributes, values), {}};
    if (open_.empty() && use_ == XmlDialect::Use::kEnter) return dialect_.enter(node);
    if (open_.empty()) begin_tree();
    for (const XmlAttribute& attribute : node.attributes)
      weight_ += sizeof attribute + attribute.value.size();
    weight_ += sizeof node;
    if (open_.empty()) {
      root_ = std::move(node);
      open_.push_back(&root_);
    } else {
      open_.push_back(&open_.back()->children.emplace_back(std::move(node)));
    }
    check_weight();
  }

  /// As in startElementNs of libxml2: local name, prefix, URI, begin and end of the value.
  static std::vector<XmlAttribute> attributes_of(int count, const xmlChar** values) {
    std::vector<XmlAttribute> out;
    for (int i = 0; i < count; ++i, values += 5)
      out.push_back({name_of(values[0], values[1], values[2]),
                     {reinterpret_cast<const char*>(values[3]), static_cast<size_t>(values[4] - values[3])}});
    return out;
  }

  void begin_tree() {
    const uint64_t end = position();
    tree_begin_ = blocks_.tag_before(end);
    tree_offset_ = std::max(blocks_.source_of_tag(end), number_ == 0 ? 0 : offset_ + 1);
    weight_ = 0;
    lost_ = 0;
    encoding_.clear();
    note_encoding();
  }

  void characters(std::string_view text) {
    if (open_.empty()) return;
    std::vector<XmlNode>& siblings = open_.back()->children;
    if (siblings.empty() || !siblings.back().is_text()) {
      siblings.emplace_back();
      weight_ += sizeof(XmlNode);
    }
    siblings.back().text += text;
    weight_ += text.size();
    check_weight();
  }

  void end() {
    const size_t depth = depth_--;
    if (ignored_ > 0) {
      if (ignored_ < depth) return;
      ignored_ = 0;
    } else if (!open_.empty()) {
      open_.pop_back();
      if (!open_.empty()) return;
      end_tree();
    }
    path_.pop_back();
  }

  void end_tree() {
    if (position() - tree_begin_ > input_.options.max_record_bytes) return too_big();
    const XmlNode tree = std::move(root_);
    root_ = {};
    if (use_ == XmlDialect::Use::kContext) return dialect_.context(tree);
    Record record = input_.record(++number_, offset_ = tree_offset_, encoding_);
    if (lost_ > 0)
      if (const auto problem = garbled({line_of(tree), encoding_, lost_}))
        return reject(record, *problem, tree);
    if (const auto problem = dialect_.fill(record, tree)) return reject(record, *problem, tree);
    more_ = sink_(std::move(record));
  }

  void reject(const Record& record, const Problem& problem, const XmlNode& tree) {
    more_ = sink_(reject_record(record.origin, problem, clean_text(line_of(tree))));
  }

  /// A record is in another encoding than UTF-8 where a block of it is.
  void note_encoding() {
    const Decoded& block = blocks_.block();
    if (encoding_.empty() || encoding_ == "UTF-8") encoding_ = block.encoding;
    lost_ += block.lost;
  }

  void check_size() {
    if (!more_ || problem_ || failure_) return;
    const uint64_t end = blocks_.begin() + blocks_.block().text.size();
    if (!open_.empty() && end - tree_begin_ > input_.options.max_record_bytes + blocks_.block().text.size())
      return too_big();
    if (end - position() > kMaxTag + blocks_.block().text.size())
      problem_ = Problem{RejectionCode::kRecordTooBig,
                         tr("a tag or comment is longer than {} bytes; nothing behind it is read", kMaxTag)};
  }

  void check_weight() {
    if (weight_ > kMemoryPerByte * std::max<size_t>(input_.options.max_record_bytes, sizeof(XmlNode)))
      too_big();
  }

  void too_big() {
    problem_ = Problem{RejectionCode::kRecordTooBig,
                       tr("an article is longer than {} bytes; nothing behind it is read: split the file, "
                          "or correct it",
                          input_.options.max_record_bytes)};
  }

  void refuse_dtd() {
    problem_ = Problem{RejectionCode::kDtd, tr("files with a document type declaration are not read, for "
                                               "safety; take out <!DOCTYPE ...>")};
  }

  /// To an entity that only the document type declares. In an attribute libxml2 drops it.
  void reference(std::string_view name) {
    if (parser_->instate == XML_PARSER_ATTRIBUTE_VALUE)
      problem_ = Problem{RejectionCode::kXml,
                         tr("an attribute holds &{};, which is not one of the five of XML; write the "
                            "letter",
                            visible_excerpt(name))};
    else
      characters("&" + std::string(name) + ";");
  }

  /// Where libxml2 goes on after an error, so do we.
  void note_error(const xmlError& error) {
    if (error.level != XML_ERR_FATAL) return;
    problem_ = Problem{RejectionCode::kXml, tr("line {}, column {}: {}; the articles before it are read, "
                                               "those behind it are not: correct the file",
                                               error.line, error.int2, reason(error))};
  }

  /// Of the record that is open, else of the last tag.
  uint64_t problem_offset() { return open_.empty() ? blocks_.source_of_tag(position()) : tree_offset_; }

  Origin next_origin(uint64_t offset) const {
    const uint64_t next = std::max(offset, number_ == 0 ? 0 : offset_ + 1);
    return input_.origin_of(number_ + 1, std::min(next, blocks_.source_end()), encoding_);
  }

  const FormatInput& input_;
  const CorpusSink& sink_;
  XmlDialect& dialect_;
  XmlBlocks blocks_;
  xmlParserCtxt* parser_ = nullptr;

  std::vector<XmlName> path_;  // of the elements that are entered
  size_t depth_ = 0;
  size_t ignored_ = 0;  // depth of the element that is passed over; 0 if none
  XmlDialect::Use use_ = XmlDialect::Use::kEnter;
  XmlNode root_;                // the element that is kept
  std::vector<XmlNode*> open_;  // from root_ to where the parser is; a child grows only while it is the last
  uint64_t tree_begin_ = 0, tree_offset_ = 0;
  size_t weight_ = 0, lost_ = 0;
  std::string encoding_;

  uint64_t number_ = 0, offset_ = 0;  // of the last record
  bool more_ = true;
  std::optional<Problem> problem_;
  std::exception_ptr failure_;
};

}  // namespace

bool read_xml(const FormatInput& input, const CorpusSink& sink, XmlDialect& dialect) {
  return Reader(input, sink, dialect).read();
}

std::string_view root_element(std::string_view head) {
  for (;;) {
    head.remove_prefix(std::min(head.find_first_not_of(" \t\r\n"), head.size()));
    std::string_view end;
    if (head.starts_with("<?")) end = "?>";
    if (head.starts_with("<!--")) end = "-->";
    if (end.empty()) break;
    const size_t found = head.find(end);
    if (found == std::string_view::npos) return {};
    head.remove_prefix(found + end.size());
  }
  constexpr std::string_view kDoctype = "<!DOCTYPE";
  if (head.starts_with(kDoctype)) {
    head.remove_prefix(kDoctype.size());
    head.remove_prefix(std::min(head.find_first_not_of(" \t\r\n"), head.size()));
  } else if (head.starts_with('<')) {
    head.remove_prefix(1);
  } else {
    return {};
  }
  return head.substr(0, head.find_first_of(" \t\r\n/><!["));
}

std::string_view root_local_name(std::string_view head) {
  const std::string_view name = root_element(head);
  const size_t colon = name.find(':');
  return colon == std::string_view::npos ? name : name.substr(colon + 1);
}

}  // namespace depeche
