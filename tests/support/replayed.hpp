#pragma once

// SQL in, catalog out, and short printed forms of what is in it, so that tests read as tables.

#include <initializer_list>
#include <string>
#include <string_view>

#include "miglint/catalog.hpp"

namespace miglint::testing {

/// The catalog after these migrations, one text each.
Catalog replayed(std::initializer_list<std::string_view> migrations);

/// `id integer not null default, email text`; the columns in order.
std::string columns_of_table(const Catalog& catalog, const std::string& table);
/// `users_pkey (id), users_email_key unique (email)`: by name, `primary` and `unique` where they are, an
/// expression as `()`.
std::string indexes_of_table(const Catalog& catalog, const std::string& table);
/// `users_a_check check (a), users_b_fkey foreign-key (b) -> public.other (id)`: by name; `not valid` at the
/// end.
std::string constraints_of_table(const Catalog& catalog, const std::string& table);
/// `public.a, public.b`: the tables there are.
std::string tables_of(const Catalog& catalog);
/// `a, b`: the labels of an enum; `-` when there is none of this name.
std::string labels_of(const Catalog& catalog, const std::string& type);

}  // namespace miglint::testing
