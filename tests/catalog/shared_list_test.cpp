#include "miglint/shared_list.hpp"

#include <doctest/doctest.h>
#include <string>

using namespace miglint;

struct Word {
  std::string text;
};

static std::string all(const SharedList<Word>& words) {
  std::string text;
  for (const Word& word : words) text += word.text;
  return text;
}

TEST_SUITE("catalog/shared_list") {
  TEST_CASE("a copy keeps what it was, whatever the other changes") {
    SharedList<Word> words(std::vector<Word>{{"a"}, {"b"}, {"c"}});
    const SharedList<Word> before = words;
    words.own_where(&Word::text, "b")->text = "B";
    words.push_back({"d"}).text += "!";
    words.erase_if([](const Word& word) { return word.text == "a"; });
    CHECK(all(words) == "Bcd!");
    CHECK(all(before) == "abc");
    for (Word& word : words.edit()) word.text += ".";
    words.own(words.begin()).text = "-";
    CHECK(all(words) == "-c.d!.");
    CHECK(all(before) == "abc");
    CHECK(words.own_where(&Word::text, "z") == nullptr);
  }

  TEST_CASE("what both still have is not copied") {
    SharedList<Word> words(std::vector<Word>{{"a"}, {"b"}});
    const SharedList<Word> before = words;
    words.own(words.begin() + 1).text = "B";
    CHECK(&words.front() == &before.front());
    CHECK(&words.back() != &before.back());
  }

  TEST_CASE("an empty one takes part in everything") {
    SharedList<Word> words;
    CHECK(words.begin() == words.end());
    words.erase_if([](const Word&) { return true; });
    for (Word& word : words.edit()) word.text = "x";
    CHECK(words.empty());
  }
}
