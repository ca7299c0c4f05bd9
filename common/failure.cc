#include "common/failure.h"

#include <algorithm>
#include <cstdlib>
#include <exception>
#include <new>
#include <system_error>

#include <xapian.h>

#include "common/message.h"
#include "common/text/visible.h"

namespace depeche {
namespace {

Failure of_xapian(ExitCode code, const Xapian::Error& error) {
  std::string what = error.get_msg();
  if (!error.get_context().empty()) what += " (" + error.get_context() + ")";
  if (error.get_error_string()) what += std::string(": ") + error.get_error_string();
  return {code, tr("the index: {} [Xapian {}]", visible_text(what), error.get_type())};
}

/// Messages of ours may have several lines; what stands in them of others is made visible.
std::string visible_lines(std::string_view text) {
  std::string out;
  for (size_t begin = 0;;) {
    const size_t end = std::min(text.find('\n', begin), text.size());
    out += visible_text(text.substr(begin, end - begin));
    if (end == text.size()) return out;
    out += '\n';
    begin = end + 1;
  }
}

}  // namespace

void clear_xapian_environment() {
  for (const char* name : {"XAPIAN_CJK_NGRAM", "XAPIAN_FLUSH_THRESHOLD", "XAPIAN_MAX_CHANGESETS"})
    unsetenv(name);
}

Failure current_failure() {
  try {
    throw;
  } catch (const Error& error) {
    return {error.code(), visible_lines(error.what())};
  } catch (const Xapian::DatabaseCorruptError& error) {
    return of_xapian(ExitCode::kIndex, error);
  } catch (const Xapian::DocNotFoundError& error) {  // what one part of a segment names, another lacks
    return of_xapian(ExitCode::kIndex, error);
  } catch (const Xapian::RangeError& error) {
    return of_xapian(ExitCode::kIndex, error);
  } catch (const Xapian::SerialisationError& error) {
    return of_xapian(ExitCode::kIndex, error);
  } catch (const Xapian::DatabaseError& error) {
    return of_xapian(ExitCode::kEnvironment, error);
  } catch (const Xapian::Error& error) {
    return of_xapian(ExitCode::kInternal, error);
  } catch (const std::bad_alloc&) {
    return {ExitCode::kEnvironment, tr("out of memory: free some, or use fewer --threads")};
  } catch (const std::system_error& error) {
    return {ExitCode::kEnvironment, visible_text(error.what())};
  } catch (const std::exception& error) {
    return {ExitCode::kInternal, tr("internal error: {}; please report it", visible_text(error.what()))};
  } catch (...) {
    return {ExitCode::kInternal, tr("internal error: {}; please report it", "?")};
  }
}

}  // namespace depeche
