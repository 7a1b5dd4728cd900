#include "shell/place.hpp"

#include <algorithm>
#include <filesystem>
#include <fmt/format.h>

namespace miglint::shell {

namespace {

constexpr std::size_t longest_folder = 1024;  // of bytes

void merge(Whereabouts& one, const Whereabouts& other) {
  for (const std::string& folder : other.folders) {
    if (std::ranges::find(one.folders, folder) == one.folders.end()) one.folders.push_back(folder);
  }
  if (one.lost.empty()) one.lost = other.lost;
  if (one.folders.size() <= most_folders) return;
  one.lost = "so many `cd`";
  one.folders.resize(1);
}

void pop(Place& place, std::optional<Whereabouts> swapped) {
  if (place.stack.empty()) return;
  place.here = place.stack.back();
  place.stack.pop_back();
  if (swapped) place.stack.push_back(std::move(*swapped));
}

}  // namespace

std::optional<Place> merged(std::optional<Place> one, const std::optional<Place>& other) {
  if (!one || !other) return one ? one : other;
  merge(one->here, other->here);
  merge(one->before, other->before);
  if (one->stack.size() != other->stack.size()) {
    one->stack.assign(1, {.folders = {}, .lost = "`popd`"});
  } else {
    for (std::size_t i = 0; i < one->stack.size(); ++i) merge(one->stack[i], other->stack[i]);
  }
  return one;
}

bool go_to(Place& place, const Field& target, const std::string& command, const World& world) {
  namespace fs = std::filesystem;
  const bool absolute = target.text.starts_with("/");
  if (!target.known || !target.pattern.empty() || target.below) {
    place.here.lost = fmt::format("`{}`", command);
    return false;
  }
  if (target.text.empty()) return true;
  if (absolute) {
    place.here.folders = {fs::path(target.text).lexically_normal().string()};
    place.here.lost.clear();
  } else if (place.here.lost.empty()) {
    for (std::string& folder : place.here.folders)
      folder = (fs::path(folder) / target.text).lexically_normal().string();
  }
  const auto is_long = [](const std::string& folder) { return folder.size() > longest_folder; };
  if (std::ranges::any_of(place.here.folders, is_long))
    place.here = {.folders = {"/"}, .lost = "a `cd` that long"};
  return std::ranges::all_of(place.here.folders, world.is_folder) && place.here.lost.empty();
}

Ends change_folder(const std::vector<Field>& words, const Place& before, const World& world) {
  const std::string& name = words.front().text;
  Place after = before;
  const Field* target = nullptr;
  const Field unknown{.text = "several folders", .known = false};
  for (std::size_t i = 1; i < words.size(); ++i) {
    if (!is_option(words[i].text) || words[i].text == "-") target = target == nullptr ? &words[i] : &unknown;
  }
  bool surely = true;
  if (name == "popd" || (name == "pushd" && target == nullptr)) {
    pop(after, name == "pushd" ? std::optional(before.here) : std::nullopt);
  } else if (target != nullptr && target->text == "-") {
    after.here = before.before;
  } else if (target == nullptr) {
    const auto home = world.environment("HOME");
    surely = go_to(after, home ? field(*home) : Field{.known = false}, "cd", world);
  } else {
    surely = go_to(after, *target, name + " " + target->text, world);
  }
  after.before = before.here;
  if (name == "pushd" && target != nullptr) after.stack.push_back(before.here);
  if (after.stack.size() > most_folders) after.stack.assign(1, {.folders = {}, .lost = "`popd`"});
  const std::optional<Place> failed = surely ? std::nullopt : std::optional(before);
  return {.ok = std::move(after), .failed = failed};
}

}  // namespace miglint::shell
