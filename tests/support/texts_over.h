#pragma once

#include <cstddef>
#include <string>
#include <vector>

namespace aloud::test {

/// Every text of at most `longest` letters of an alphabet, the empty one first and the longest last. A letter may be a string.
inline std::vector<std::string> texts_over(const std::vector<std::string>& alphabet, std::size_t longest) {
  std::vector<std::string> texts = {""};
  for (std::size_t length = 0, begin = 0; length < longest; ++length) {
    const std::size_t end = texts.size();  // [begin, end) are the longest so far
    for (; begin < end; ++begin) {
      for (const std::string& letter : alphabet) texts.push_back(texts[begin] + letter);
    }
  }
  return texts;
}

}  // namespace aloud::test
