#pragma once

#include <cstdint>
#include <string>
#include <vector>

namespace aloud {

/// What becomes of symbolic links that leave the input that they were found in.
enum class Links { within_input, everywhere };

/// Which articles a batch is about.
struct SelectionRequest {
  std::vector<std::string> inputs;    ///< directories (searched through), files, patterns (batch/glob.h)
  std::vector<std::string> excludes;  ///< patterns; one without '/' is matched against names, others against the article's name
  std::string root;                   ///< inputs that are relative start here; empty: the current directory
  std::string output;                 ///< this directory is not searched
  Links links = Links::within_input;
};

struct SelectedArticle {
  std::string name;  ///< what the batch calls it: its path below the root, else below its input; bytes as on disk
  std::string path;  ///< to open it by
  std::string stem;  ///< its path below its input without extension: the name of its outputs, unless it has a slug
  std::uint64_t bytes = 0;
};

struct Selection {
  std::vector<SelectedArticle> articles;     ///< by name, each name once
  std::vector<std::string> directories;      ///< that were searched: a new article appears in one of them
  std::vector<std::string> links_passed_by;  ///< paths of those that leave their input
};

/// Finds articles: files whose name ends in .md, .markdown, .mdown, .mkd, .mdx, .qmd, .rmd, .txt, .html, .htm, .xhtml, .xht or
/// .epub and does not begin with a dot, and any file that is named itself. Links are followed where they stay within their
/// input; a directory is searched once, however many links lead to it. An input that is named within the root has to lie there,
/// too. On failure (an input that is not there or holds no article, a directory that cannot be read) throws Error.
Selection select_articles(const SelectionRequest& request);

}  // namespace aloud
