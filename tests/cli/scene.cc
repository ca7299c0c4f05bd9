#include "tests/cli/scene.h"

#include <cerrno>
#include <cstdlib>
#include <cstring>
#include <fstream>
#include <stdexcept>
#include <thread>

#include <fcntl.h>
#include <poll.h>
#include <sys/eventfd.h>
#include <sys/inotify.h>
#include <sys/socket.h>
#include <sys/stat.h>
#include <sys/un.h>
#include <unistd.h>

namespace depeche {
namespace {

namespace fs = std::filesystem;

void require(bool done, const std::string& what) {
  if (!done) throw std::runtime_error(what + ": " + std::strerror(errno));
}

fs::path scratch_directory() {
  std::string name = (fs::temp_directory_path() / "depeche-scene-XXXXXX").string();
  require(mkdtemp(name.data()) != nullptr, name);
  return name;
}

/// Calls visit(path) for everything below that can be reached, links not followed.
template <typename Visit>
void for_each_entry(const fs::path& root, const Visit& visit) {
  std::error_code error;
  fs::recursive_directory_iterator it(root, fs::directory_options::skip_permission_denied, error), end;
  for (; !error && it != end; it.increment(error)) visit(it->path());
}

}  // namespace

/// Waits in a thread of its own for the first read of a file.
class Scene::Watcher {
 public:
  Watcher(const fs::path& path, std::function<void()> action)
      : notify_(inotify_init1(IN_CLOEXEC)), stop_(eventfd(0, EFD_CLOEXEC)), action_(std::move(action)) {
    require(notify_ >= 0 && stop_ >= 0, "inotify");
    require(inotify_add_watch(notify_, path.c_str(), IN_ACCESS) >= 0, path);
    thread_ = std::thread([this] { wait(); });
  }
  ~Watcher() {
    eventfd_write(stop_, 1);
    thread_.join();
    close(notify_);
    close(stop_);
  }
  Watcher(const Watcher&) = delete;
  Watcher& operator=(const Watcher&) = delete;

 private:
  void wait() {
    pollfd ends[] = {{notify_, POLLIN, 0}, {stop_, POLLIN, 0}};
    poll(ends, 2, -1);
    if (ends[0].revents != 0) action_();
  }

  int notify_, stop_;
  std::function<void()> action_;
  std::thread thread_;
};

Scene::Scene() : root_(scratch_directory()) { fs::create_directory(corpus()); }

Scene::~Scene() {
  watchers_.clear();
  std::error_code ignored;
  for (const std::string& name : forbidden_) fs::permissions(path(name), fs::perms::owner_all, ignored);
  fs::remove_all(root_, ignored);
}

void Scene::write(const std::string& name, std::string_view bytes) {
  fs::create_directories(path(name).parent_path());
  std::ofstream file(path(name), std::ios::binary);
  file << bytes;
  require(!!file.flush(), path(name));
}

void Scene::append(const std::string& name, std::string_view bytes) { repeat(name, bytes, 1); }

void Scene::repeat(const std::string& name, std::string_view bytes, size_t count) {
  std::ofstream file(path(name), std::ios::binary | std::ios::app);
  for (size_t i = 0; i < count; ++i) file << bytes;
  require(!!file.flush(), path(name));
}

void Scene::hole(const std::string& name, size_t bytes) {
  append(name, "");
  fs::resize_file(path(name), fs::file_size(path(name)) + bytes);
}

void Scene::directory(const std::string& name) { fs::create_directories(path(name)); }

void Scene::fifo(const std::string& name) { require(mkfifo(path(name).c_str(), 0600) == 0, name); }

void Scene::socket(const std::string& name) {
  sockaddr_un address{};
  address.sun_family = AF_UNIX;
  const std::string whole = path(name);
  require(whole.size() < sizeof address.sun_path, "the path of a socket");
  std::memcpy(address.sun_path, whole.c_str(), whole.size());
  const int descriptor = ::socket(AF_UNIX, SOCK_STREAM | SOCK_CLOEXEC, 0);
  require(descriptor >= 0, name);
  const int bound = bind(descriptor, reinterpret_cast<const sockaddr*>(&address), sizeof address);
  close(descriptor);
  require(bound == 0, name);
}

void Scene::link(const std::string& name, const std::string& target) {
  fs::create_symlink(expand(target), path(name));
}

void Scene::forbid(const std::string& name) {
  fs::permissions(path(name), fs::perms::none);
  forbidden_.push_back(name);
}

void Scene::when_read(const std::string& name, std::function<void()> action) {
  watchers_.push_back(std::make_unique<Watcher>(path(name), std::move(action)));
}

void Scene::give_to(unsigned user) const {
  const auto give = [user](const fs::path& path) { require(lchown(path.c_str(), user, user) == 0, path); };
  for_each_entry(root_, give);
  give(root_);
}

void Scene::settle() const {
  const timespec hours_ago[2] = {{time(nullptr) - 7200, 0}, {time(nullptr) - 7200, 0}};
  for_each_entry(corpus(), [&](const fs::path& path) {
    utimensat(AT_FDCWD, path.c_str(), hours_ago, AT_SYMLINK_NOFOLLOW);
  });
}

std::string Scene::expand(std::string text) const {
  for (const auto& [name, path] : {std::pair("{root}", root_), std::pair("{corpus}", corpus())})
    for (size_t at = 0; (at = text.find(name, at)) != std::string::npos; at += path.native().size())
      text.replace(at, std::strlen(name), path.native());
  return text;
}

}  // namespace depeche
