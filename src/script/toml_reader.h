#pragma once

#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include <toml++/toml.h>

namespace aloud {

/// What voice profiles and project files have in common: reads values of TOML, and says where the file is wrong. Every failure
/// is an Error{profile} with the file's path, line and column.
class TomlReader {
 public:
  using Entry = std::pair<const toml::key*, const toml::node*>;

 protected:
  /// Requires: `path` outlives this.
  explicit TomlReader(const std::string& path) : path_(path) {}

  /// `"text"`
  static std::string in_quotes(std::string_view text) { return '"' + std::string(text) + '"'; }

  /// In the order of the file, so that the first mistake is the one that is reported.
  static std::vector<Entry> entries_of(const toml::table& table);

  [[noreturn]] void fail(const toml::source_region& at, const std::string& message) const;

  /// `"rate" must be a whole number, not a string`
  [[noreturn]] void wrong_type(const toml::key& key, const toml::node& node, const std::string& wanted) const;

  /// `unknown key "urlz" in [speak] (did you mean "urls"?)`; `table` is empty for the root.
  [[noreturn]] void unknown_key(const toml::key& key, const std::string& table, const std::vector<std::string>& known) const;

  const toml::table& table_at(const toml::key& key, const toml::node& node) const;
  std::string text_at(const toml::key& key, const toml::node& node) const;

  std::string language_at(const toml::key& key, const toml::node& node) const;

  /// `tag` as BCP 47 writes it. Fails `at` the place given where it has not the shape of a language tag.
  std::string language_of(std::string_view tag, const toml::source_region& at) const;

  /// A text, or a number as it is written.
  std::string scalar_at(const toml::key& key, const toml::node& node) const;

  const std::string& path() const { return path_; }

 private:
  const std::string& path_;
};

/// On failure (syntax) throws Error{profile} with line and column.
toml::table parse_toml(std::string_view toml, const std::string& path);

}  // namespace aloud
