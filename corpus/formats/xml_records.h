#pragma once

#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "corpus/formats/format.h"
#include "corpus/formats/xml_node.h"

namespace depeche {

/// How one kind of XML file holds records. Made for one file, and asked in the order of that file.
class XmlDialect {
 public:
  /// What is done with an element.
  enum class Use : uint8_t {
    kEnter,    // look at the elements in it
    kContext,  // hand the whole of it to context()
    kRecord,   // hand the whole of it to fill()
    kIgnore,   // pass over it
  };
  virtual ~XmlDialect() = default;

  /// `path` leads from the root to the element. Never asked of what is in a record.
  virtual Use use_of(const std::vector<XmlName>& path) const = 0;
  /// An element that is entered; it holds only its attributes.
  virtual void enter(const XmlNode&) {}
  virtual void context(const XmlNode&) {}
  /// Puts the values of an element into `record`, or says why it is none.
  virtual std::optional<Problem> fill(Record& record, const XmlNode& element) = 0;
  /// At the end of the file: what a file of this dialect must have and this one lacks.
  virtual std::optional<Problem> lacking() const = 0;
  /// Whether files of this dialect have such a document type declaration, which then may stand: that of the
  /// root element `name`, with those identifiers. It is not read.
  virtual bool has_dtd(std::string_view /*name*/, std::string_view /*public_id*/,
                       std::string_view /*system_id*/) const {
    return false;
  }
};

/// Reads a file of that dialect with libxml2, one record in memory. Encodings are as in
/// Decoder::decode_stated(), by blocks; controls that XML forbids are read as spaces. Files with a document
/// type declaration that the dialect does not have, or one that declares an entity, are refused (E_DTD): none
/// is read. References to entities of HTML stay in the text as they are written (corpus/html_entities.h).
/// Where the file is not well-formed (E_XML), nested deeper than 256 levels (E_DEPTH) or holds a record that
/// is too long (E_RECORD_TOO_BIG), the records before stand, and a Rejection of the file ends it. A
/// Rejection's message names line and column where XML is broken. False if the sink wants no more.
bool read_xml(const FormatInput& input, const CorpusSink& sink, XmlDialect& dialect);

/// The format of a dialect.
template <typename Dialect>
class XmlFormat : public Format {
 public:
  bool read(const FormatInput& input, const CorpusSink& sink) const override {
    Dialect dialect;
    return read_xml(input, sink, dialect);
  }
};

/// The name of the root element in `head`, decoded and without leading white space: with its prefix, behind
/// the XML declaration, comments and instructions; of a document type declaration, the name it gives. "" if
/// none is there.
std::string_view root_element(std::string_view head);
/// root_element() without its prefix.
std::string_view root_local_name(std::string_view head);

}  // namespace depeche
