/* Stands in for libpg_query's second form of a parse tree, protobuf, where --wrap asks for it (Dependencies.cmake, Static.cmake): miglint reads the
   JSON, but pg_query_parse's object file refers to both. */

#include <stddef.h>

struct protobuf {
  size_t length;
  char* data;
};

struct protobuf __wrap_pg_query_nodes_to_protobuf(const void* tree);
struct protobuf __wrap_pg_query_nodes_to_protobuf(const void* tree) { return (void)tree, (struct protobuf){0, NULL}; }
