#pragma once

#include "print/object_kind.hpp"

namespace miglint::printing {

/// A change that is a statement of its own, without its `;`, cut around the name so that several of them can
/// be one: `DROP TABLE a, b CASCADE`. Those that take one name have all their text in `before`.
struct Sentence {
  std::string before;
  std::string name;
  std::string after;

  std::string text() const { return before + name + after; }
};

Sentence sentence(const Change& change, const Target& target, Pen& pen);

}  // namespace miglint::printing
