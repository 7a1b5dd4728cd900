/* Stands in for two functions of libpg_query (--wrap in Dependencies.cmake and Static.cmake), of which miglint reads the parse tree as JSON.
   - pg_query_nodes_to_protobuf: its second form of a tree, which pg_query_parse's object file refers to as well.
   - appendStringInfo: two thirds of what printing a tree takes went to its printf, for formats as simple as `"location":%d,`. These are printed here,
     with the same result; any other goes to libpg_query's own. */

#define _GNU_SOURCE /* strchrnul */
#include <stdarg.h>
#include <stddef.h>
#include <string.h>

struct protobuf {
  size_t length;
  char* data;
};

struct protobuf __wrap_pg_query_nodes_to_protobuf(const void* tree);
struct protobuf __wrap_pg_query_nodes_to_protobuf(const void* tree) { return (void)tree, (struct protobuf){0, NULL}; }

/* lib/stringinfo.h: PostgreSQL's growing string. `length` is without the NUL at its end, `capacity` with it. */
struct string_info {
  char* data;
  int length, capacity, cursor;
};
void enlargeStringInfo(struct string_info* text, int needed);
int appendStringInfoVA(struct string_info* text, const char* format, va_list arguments);

static void append(struct string_info* text, const char* part, size_t length) {
  if (length >= (size_t)(text->capacity - text->length)) enlargeStringInfo(text, (int)length);
  memcpy(text->data + text->length, part, length);
  text->length += (int)length;
}

static void append_number(struct string_info* text, long number) {
  char digits[20];
  char* first = digits + sizeof digits;
  unsigned long rest = number < 0 ? -(unsigned long)number : (unsigned long)number;
  do {
    *--first = (char)('0' + rest % 10);
  } while ((rest /= 10) != 0);
  if (number < 0) *--first = '-';
  append(text, first, (size_t)(digits + sizeof digits - first));
}

/* Whether the format had nothing but %s, %d, %u and %c. */
static int append_simple(struct string_info* text, const char* format, va_list arguments) {
  for (;;) {
    const char* percent = strchrnul(format, '%');
    append(text, format, (size_t)(percent - format));
    if (*percent == '\0') break;
    const char conversion = percent[1];
    if (conversion == 's') {
      const char* part = va_arg(arguments, const char*);
      if (part == NULL) return 0;
      append(text, part, strlen(part));
    } else if (conversion == 'd') {
      append_number(text, va_arg(arguments, int));
    } else if (conversion == 'u') {
      append_number(text, va_arg(arguments, unsigned));
    } else if (conversion == 'c') {
      const char c = (char)va_arg(arguments, int);
      append(text, &c, 1);
    } else {
      return 0;
    }
    format = percent + 2;
  }
  text->data[text->length] = '\0';
  return 1;
}

void __wrap_appendStringInfo(struct string_info* text, const char* format, ...);
void __wrap_appendStringInfo(struct string_info* text, const char* format, ...) {
  const int before = text->length;
  va_list arguments;
  va_start(arguments, format);
  const int done = append_simple(text, format, arguments);
  va_end(arguments);
  if (done) return;
  text->length = before;
  for (;;) {  /* as appendStringInfo does it: appendStringInfoVA says how much room it lacked */
    va_start(arguments, format);
    const int needed = appendStringInfoVA(text, format, arguments);
    va_end(arguments);
    if (needed == 0) return;
    enlargeStringInfo(text, needed);
  }
}
