#include "tests/fault/power_cut.h"

#include <fstream>
#include <iterator>
#include <stdexcept>

#include <sys/stat.h>

namespace depeche {
namespace {

namespace fs = std::filesystem;

unsigned long long inode_of(const fs::path& path) {
  struct stat status {};
  if (lstat(path.c_str(), &status) != 0) throw std::runtime_error("lstat " + path.string());
  return static_cast<unsigned long long>(status.st_ino);
}

fs::path place(const fs::path& noted, char kind, unsigned long long inode) {
  return noted / (kind + std::to_string(inode));
}

std::string read_all(const fs::path& path) {
  std::ifstream in(path, std::ios::binary);
  return {std::istreambuf_iterator<char>(in), {}};
}

void write_all(const fs::path& path, const std::string& bytes) {
  std::ofstream out(path, std::ios::binary);
  if (!out.write(bytes.data(), static_cast<std::streamsize>(bytes.size())).flush())
    throw std::runtime_error("write " + path.string());
}

/// The same bytes and the same time.
void copy_bytes(const fs::path& from, const fs::path& to) {
  write_all(to, read_all(from));
  fs::last_write_time(to, fs::last_write_time(from));
}

}  // namespace

void note_all(const fs::path& tree, const fs::path& noted) {
  fs::create_directories(tree);
  std::ofstream listing(place(noted, 'd', inode_of(tree)));
  for (const auto& entry : fs::directory_iterator(tree)) {
    const auto inode = inode_of(entry.path());
    listing << inode << (entry.is_directory() ? " d " : " f ") << entry.path().filename().string() << "\n";
    if (entry.is_directory())
      note_all(entry.path(), noted);
    else
      copy_bytes(entry.path(), place(noted, 'f', inode));
  }
}

PowerCut::PowerCut(const fs::path& noted, const fs::path& tree, unsigned way, unsigned seed)
    : noted_(noted), loss_(static_cast<Loss>(way)), random_(seed), root_(inode_of(tree)) {
  remember_places(tree);
  for (const auto& entry : fs::directory_iterator(noted))
    if (entry.path().filename().string().starts_with("kept-"))
      places_.emplace(inode_of(entry.path()), entry.path());
}

void PowerCut::remember_places(const fs::path& tree) {
  places_.emplace(inode_of(tree), tree);
  for (const auto& entry : fs::directory_iterator(tree))
    if (entry.is_directory())
      remember_places(entry.path());
    else
      places_.emplace(inode_of(entry.path()), entry.path());
}

PowerCut::Listing PowerCut::synced_listing(Inode inode) const {
  Listing listing;
  std::ifstream in(place(noted_, 'd', inode));
  Entry entry{};
  char kind = 0;
  for (std::string name; in >> entry.inode >> kind && std::getline(in >> std::ws, name);) {
    entry.is_directory = kind == 'd';
    listing.emplace(name, entry);
  }
  return listing;
}

PowerCut::Listing PowerCut::seen_listing(Inode inode) const {
  Listing listing;
  const auto seen = places_.find(inode);
  if (seen == places_.end()) return listing;  // it was removed, with all that was in it
  for (const auto& entry : fs::directory_iterator(seen->second))
    listing.emplace(entry.path().filename().string(), Entry{inode_of(entry.path()), entry.is_directory()});
  return listing;
}

PowerCut::Listing PowerCut::left_listing(Inode inode) {
  const Listing synced = synced_listing(inode), seen = seen_listing(inode);
  if (loss_ == Loss::kBytes) return seen;
  if (loss_ != Loss::kRandom) return synced;
  Listing names = synced, left;
  names.insert(seen.begin(), seen.end());
  for (const auto& [name, unused] : names) {
    const Listing& chosen = random_() % 2 == 0 ? synced : seen;
    if (const auto entry = chosen.find(name); entry != chosen.end()) left.insert(*entry);
  }
  return left;
}

void PowerCut::leave(const fs::path& target) { leave_directory(root_, target); }

void PowerCut::leave_directory(Inode inode, const fs::path& target) {
  fs::create_directories(target);
  for (const auto& [name, entry] : left_listing(inode))
    if (entry.is_directory)
      leave_directory(entry.inode, target / name);
    else
      leave_file(entry.inode, target / name);
}

void PowerCut::leave_file(Inode inode, const fs::path& target) {
  const fs::path synced = place(noted_, 'f', inode);
  const auto seen = places_.find(inode);
  const bool was_synced = fs::exists(synced);
  if (seen == places_.end() && !was_synced) throw std::runtime_error("nowhere: " + target.string());
  const bool same = was_synced && (seen == places_.end() || read_all(seen->second) == read_all(synced));
  const unsigned choice = loss_ == Loss::kNames ? 1 : loss_ == Loss::kRandom ? random_() % 4 : 0;
  if (same || (was_synced && choice == 0)) return copy_bytes(synced, target);
  if (choice == 1) return copy_bytes(seen->second, target);
  std::string bytes = loss_ == Loss::kAll ? std::string() : read_all(seen->second);
  if (choice == 2)
    bytes.resize(random_() % (bytes.size() + 1));
  else
    bytes.assign(bytes.size(), '\0');
  write_all(target, bytes);
}

}  // namespace depeche
