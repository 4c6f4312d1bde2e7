#include "render/named_files.h"

#include <filesystem>

#include "util/address.h"
#include "util/error.h"
#include "util/lies_within.h"

namespace aloud {
namespace {

namespace fs = std::filesystem;

std::string directory_of(const std::string& path) { return fs::path(path).parent_path().string(); }

// An absolute path stays what it is.
std::string joined(const std::string& directory, const std::string& path) { return (fs::path(directory) / path).string(); }

bool exists(const std::string& path) {
  std::error_code error;
  return fs::exists(path, error);
}

}  // namespace

NamedFiles::NamedFiles(const Document& document, const VoiceChoice& choice)
    : document_(document),
      choice_(choice),
      beside_(document.source.name() == "-" ? "" : directory_of(document.source.name())) {}

std::string NamedFiles::of_article(const std::string& what, const std::string& path) const {
  const std::string& article = document_.source.name();
  if (is_address(article))
    throw Error(ErrorKind::input,
                "the front matter asks for the " + what + ' ' + path + ", and a fetched page may name no file",
                {article, 0, 0});
  const std::string beside = joined(beside_, path);
  const std::string found = !exists(beside) && exists(path) ? path : beside;
  const bool in_project = !choice_.project.empty() && lies_within(found, choice_.project);
  if (in_project || lies_within(found, beside_)) return found;
  throw Error(
      ErrorKind::input,
      "the front matter asks for the " + what + ' ' + path +
          ", which lies outside of the article's project (or, where there is none, of its directory): only the command line "
          "may name it",
      {document_.source.name(), 0, 0});
}

std::string NamedFiles::of_profile(const std::string& profile, const std::string& what, const std::string& path) const {
  const std::string found = joined(directory_of(profile), path);
  const bool is_absolute = fs::path(profile).is_absolute();  // that of the system, or of the user's own
  bool is_bound = false;
  for (const std::string& place : {choice_.project, beside_, std::string(".")}) {
    const bool is_place = !place.empty() && (place != "." || !is_absolute);
    if (!is_place || !lies_within(profile, place)) continue;
    if (lies_within(found, place)) return found;
    is_bound = true;
  }
  if (!is_bound) return found;
  throw Error(ErrorKind::profile,
              "names the " + what + ' ' + path + ", which lies outside of its project: only the command line may name it",
              {profile, 0, 0});
}

}  // namespace aloud
