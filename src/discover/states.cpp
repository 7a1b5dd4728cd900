#include "miglint/source.hpp"

namespace miglint {

std::string_view to_string(Layout layout) {
  switch (layout) {
    case Layout::prisma:
      return "prisma";
    case Layout::drizzle:
      return "drizzle";
    case Layout::golang_migrate:
      return "golang-migrate";
    case Layout::goose:
      return "goose";
    case Layout::dbmate:
      return "dbmate";
    case Layout::flyway:
      return "flyway";
    case Layout::supabase:
      return "supabase";
    case Layout::plain:
      return "plain";
  }
  return "plain";
}

std::string_view to_string(State state) {
  switch (state) {
    case State::untracked:
      return "untracked";
    case State::staged:
      return "staged";
    case State::modified:
      return "modified";
    case State::deleted:
      return "deleted";
    case State::committed:
      return "committed";
    case State::pushed:
      return "pushed";
    case State::on_base:
      return "on-base";
    case State::outside_git:
      return "outside-git";
  }
  return "outside-git";
}

}  // namespace miglint
