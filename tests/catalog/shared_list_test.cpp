#include "miglint/shared_list.hpp"

#include <doctest/doctest.h>
#include <string>

using namespace miglint;

struct Word {
  std::string name;
};

static std::string all(const SharedList<Word>& words) {
  std::string text;
  for (const Word& word : words) text += word.name;
  return text;
}

TEST_SUITE("catalog/shared_list") {
  TEST_CASE("a copy keeps what it was, whatever the other changes") {
    SharedList<Word> words(std::vector<Word>{{"a"}, {"b"}, {"c"}});
    const SharedList<Word> before = words;
    words.own_named("b")->name = "B";
    words.push_back({"d"}).name += "!";
    words.erase_if([](const Word& word) { return word.name == "a"; });
    CHECK(all(words) == "Bcd!");
    CHECK(all(before) == "abc");
    for (Word& word : words.edit()) word.name += ".";
    words.own(words.begin()).name = "-";
    CHECK(all(words) == "-c.d!.");
    CHECK(all(before) == "abc");
    CHECK(words.own_named("z") == nullptr);
  }

  TEST_CASE("what both still have is not copied") {
    SharedList<Word> words(std::vector<Word>{{"a"}, {"b"}});
    const SharedList<Word> before = words;
    words.own(words.begin() + 1).name = "B";
    CHECK(&words.front() == &before.front());
    CHECK(&words.back() != &before.back());
  }

  TEST_CASE("an element is shared between lists until one of them changes it") {
    const SharedList<Word> source(std::vector<Word>{{"a"}, {"b"}});
    SharedList<Word> words(std::vector<Word>{{"x"}});
    words.share(source.begin() + 1);
    CHECK(&words.back() == &source.back());
    words.own_named("b")->name = "B";
    CHECK(all(words) == "xB");
    CHECK(all(source) == "ab");
  }

  TEST_CASE("a name is found as it is now") {
    SharedList<Word> words(std::vector<Word>{{"a"}, {"b"}, {"c"}, {"b"}});
    const auto place = [](const SharedList<Word>& list, std::string_view name) {
      return list.find(name) - list.begin();
    };
    CHECK(place(words, "b") == 1);
    CHECK(words.find("z") == words.end());
    const SharedList<Word> before = words;
    words.own_named("b")->name = "z";
    CHECK(place(words, "z") == 1);
    CHECK(place(words, "b") == 3);
    words.erase_if([](const Word& word) { return word.name == "a"; });
    CHECK(place(words, "z") == 0);
    CHECK(place(words, "b") == 2);
    CHECK(words.find("a") == words.end());
    for (Word& word : words.edit()) word.name += word.name;
    CHECK(place(words, "bb") == 2);
    CHECK(words.find("b") == words.end());
    words.push_back({"q"}).name = "r";
    CHECK(place(words, "r") == 3);
    CHECK(place(before, "b") == 1);
    CHECK(before.find("z") == before.end());
    CHECK(SharedList<Word>().find("a") == SharedList<Word>().end());
  }

  TEST_CASE("an empty one takes part in everything") {
    SharedList<Word> words;
    CHECK(words.begin() == words.end());
    words.erase_if([](const Word&) { return true; });
    for (Word& word : words.edit()) word.name = "x";
    CHECK(words.empty());
  }
}
