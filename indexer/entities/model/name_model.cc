#include "indexer/entities/model/name_model.h"

#include <algorithm>
#include <bit>
#include <utility>

#include <fmt/format.h>

#include "common/error.h"
#include "common/file.h"
#include "common/hash.h"
#include "common/message.h"
#include "common/stored_bytes.h"

namespace depeche::entities {
namespace {

// The file: magic, format, sign set, then the body: transitions (each label's row of signed bytes pairs), the
// number of signs, the signs in ascending order as distances, each with a mask of the labels that have a
// weight and these weights; at last XXH3-64 of all before it. Integers are LEB128 varints unless a size is
// named.
constexpr std::string_view kMagic = "DEPECHE-NAMES\n";
constexpr uint32_t kFormat = 1;
constexpr size_t kChecksumBytes = 8;
constexpr size_t kMaxBytes = size_t{64} << 20;
constexpr Sign kFree = 0;
constexpr size_t kFilterBits = 8;  // of a slot
constexpr size_t kWordBits = 64;

[[noreturn]] void refuse(const std::string& path, const std::string& reason) {
  throw Error(
      ExitCode::kEnvironment,
      tr("{}: no usable model of names ({}): install depeche again, or name another with --entity-model",
         path, reason));
}

void write_transitions(ByteWriter& out, const Transitions& transitions) {
  for (const auto& row : transitions)
    for (const int16_t weight : row) out.fixed(static_cast<uint16_t>(weight), sizeof weight);
}

void write_sign(ByteWriter& out, const WeighedSign& sign, Sign before) {
  out.number(sign.sign - before);
  uint64_t mask = 0;
  for (size_t label = 0; label < kNameLabels; ++label)
    if (sign.weights[label] != 0) mask |= uint64_t{1} << label;
  out.fixed(mask, sizeof(uint16_t));
  for (const int8_t weight : sign.weights)
    if (weight != 0) out.fixed(static_cast<uint8_t>(weight), 1);
}

Transitions read_transitions(ByteReader& in) {
  Transitions transitions{};
  for (auto& row : transitions)
    for (int16_t& weight : row) weight = static_cast<int16_t>(in.fixed(sizeof weight));
  return transitions;
}

WeighedSign read_sign(ByteReader& in, Sign before) {
  WeighedSign sign;
  sign.sign = before + static_cast<Sign>(in.number(std::numeric_limits<Sign>::max() - before));
  const uint64_t mask = in.fixed(sizeof(uint16_t));
  for (size_t label = 0; label < kNameLabels; ++label)
    if ((mask >> label & 1) != 0) sign.weights[label] = static_cast<int8_t>(in.fixed(1));
  return sign;
}

}  // namespace

NameModel::NameModel(const std::vector<WeighedSign>& signs, const Transitions& transitions)
    : transitions_(transitions) {
  const size_t slots = std::bit_ceil(std::max<size_t>(signs.size() * 3 / 2, 16));
  mask_ = static_cast<uint32_t>(slots - 1);
  slots_.resize(slots);
  const size_t bits = slots * kFilterBits;
  filter_mask_ = static_cast<uint32_t>(bits - 1);
  filter_.resize(bits / kWordBits);
  for (const WeighedSign& sign : signs) {
    if (sign.sign == kFree) continue;
    WeighedSign& slot = slots_[slot_of(sign.sign)];
    size_ += slot.sign == kFree;
    slot = sign;
    const uint32_t bit = sign.sign & filter_mask_;
    filter_[bit / kWordBits] |= uint64_t{1} << bit % kWordBits;
  }
  checksum_ = fmt::format("{:016x}", hash64(encode()));
}

size_t NameModel::slot_of(Sign sign) const {
  size_t slot = sign & mask_;
  while (slots_[slot].sign != sign && slots_[slot].sign != kFree) slot = (slot + 1) & mask_;
  return slot;
}

bool NameModel::may_know(Sign sign) const {
  const uint32_t bit = sign & filter_mask_;
  return (filter_[bit / kWordBits] >> bit % kWordBits & 1) != 0;
}

void NameModel::add_all(std::vector<Sign>& signs, LabelScores& scores) const {
  size_t known = 0;
  for (const Sign sign : signs) {
    signs[known] = sign;
    known += may_know(sign);
  }
  for (size_t i = 0; i < known; ++i) __builtin_prefetch(&slots_[signs[i] & mask_]);
  LabelScores sum = scores;  // copies, which nothing else can point at, stay in registers
  for (size_t i = 0; i < known; ++i) {
    const SignWeights row = slots_[slot_of(signs[i])].weights;
    for (size_t label = 0; label < kNameLabels; ++label)
      sum[label] = static_cast<int16_t>(sum[label] + row[label]);
  }
  scores = sum;
}

std::string NameModel::encode() const {
  std::vector<WeighedSign> signs;
  signs.reserve(size_);
  for (const WeighedSign& slot : slots_)
    if (slot.sign != kFree) signs.push_back(slot);
  std::sort(signs.begin(), signs.end(),
            [](const WeighedSign& a, const WeighedSign& b) { return a.sign < b.sign; });
  ByteWriter out;
  out.bytes() = kMagic;
  out.number(kFormat);
  out.number(kSignSet);
  write_transitions(out, transitions_);
  out.number(signs.size());
  Sign before = 0;
  for (const WeighedSign& sign : signs) {
    write_sign(out, sign, before);
    before = sign.sign;
  }
  out.fixed(hash64(out.bytes()), kChecksumBytes);
  return std::move(out.bytes());
}

NameModel NameModel::decode(std::string_view bytes, const std::string& path) {
  if (!bytes.starts_with(kMagic)) refuse(path, tr("it is no such file"));
  if (bytes.size() < kMagic.size() + kChecksumBytes) refuse(path, tr("it is damaged"));
  const std::string_view body = bytes.substr(0, bytes.size() - kChecksumBytes);
  if (ByteReader(bytes.substr(body.size())).fixed(kChecksumBytes) != hash64(body))
    refuse(path, tr("it is damaged"));
  try {
    ByteReader in(body.substr(kMagic.size()));
    if (in.number() != kFormat || in.number() != kSignSet) refuse(path, tr("it is of another version"));
    const Transitions transitions = read_transitions(in);
    std::vector<WeighedSign> signs;
    const uint64_t count = in.number(body.size());
    signs.reserve(count);
    for (Sign before = 0; signs.size() < count; before = signs.back().sign)
      signs.push_back(read_sign(in, before));
    if (in.at_end()) return NameModel(signs, transitions);
  } catch (const Error& error) {
    if (error.code() == ExitCode::kEnvironment) throw;
  }
  refuse(path, tr("it is damaged"));
}

NameModel NameModel::read(const std::string& path) {
  const std::optional<std::string> bytes = read_file(path, kMaxBytes);
  if (!bytes) refuse(path, tr("there is no such file"));
  return decode(*bytes, path);
}

}  // namespace depeche::entities
