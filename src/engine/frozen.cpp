#include "miglint/frozen.hpp"

namespace miglint {

bool is_frozen(State state) {
  switch (state) {
    case State::modified:
    case State::deleted:
    case State::committed:
    case State::pushed:
    case State::on_base:
      return true;
    case State::untracked:
    case State::staged:
    case State::outside_git:
      return false;
  }
  return true;
}

}  // namespace miglint
