#include <array>
#include <doctest/doctest.h>
#include <string_view>

#include "support/judge.hpp"

namespace miglint {

TEST_SUITE("timestamps of migrations") {
  TEST_CASE("fourteen digits are a time of the calendar, or impossible") {
    struct Case {
      const char *name, *said;
    };
    static constexpr auto cases = std::to_array<Case>({{"20241301000000_x", "there is no month 13"},
                                                       {"20240001000000_x", "there is no month 00"},
                                                       {"20240230000000_x", "2024-02 has no day 30"},
                                                       {"20230229000000_x", "2023-02 has no day 29"},
                                                       {"20240100000000_x", "2024-01 has no day 00"},
                                                       {"20240101240000_x", "there is no hour 24"},
                                                       {"20240101006000_x", "there is no minute 60"},
                                                       {"20240101000060_x", "there is no second 60"},
                                                       {"20240229235959_x", ""},
                                                       {"20241399_x", ""},
                                                       {"0099_x", ""}});
    for (const auto& [name, said] : cases) {
      CAPTURE(name);
      const std::vector<ExampleFile> files = {{.name = name, .sql = "CREATE TABLE t (id bigint);"}};
      const Judged judged = judge(std::vector<ExampleFile>{}, files);
      CHECK(judged.has("impossible-timestamp") == !std::string_view(said).empty());
      if (judged.has("impossible-timestamp"))
        CHECK(judged.finding("impossible-timestamp").message.find(said) != std::string::npos);
    }
  }
}

}  // namespace miglint
