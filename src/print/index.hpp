#pragma once

#include "print/pen.hpp"

namespace miglint::printing {

/// `a COLLATE "C" text_pattern_ops DESC NULLS LAST`.
std::string index_element(const IndexElement& element, Pen& pen);
std::string index_elements(const std::vector<IndexElement>& elements, Pen& pen);
std::string create_index(const CreateIndex& index, Pen& pen);
/// ` WITH (fillfactor = 70)`, or nothing.
std::string with_parameters(const std::vector<StorageParameter>& parameters, Pen& pen);
/// `fillfactor = 70, …`.
std::string storage_parameters(const std::vector<StorageParameter>& parameters, Pen& pen);

}  // namespace miglint::printing
