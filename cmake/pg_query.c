/* Stands in for two functions of libpg_query (--wrap in Dependencies.cmake and Static.cmake), of which
   miglint reads the parse tree as JSON.
   - pg_query_nodes_to_protobuf: its second form of a tree, which pg_query_parse's object file refers to as
     well.
   - appendStringInfo: two thirds of what printing a tree takes went to its printf, for formats as simple as
     `"location":%d,`. These are printed here, with the same result; any other goes to libpg_query's own. */

#include <stdarg.h>
#include <stddef.h>
#include <string.h>

struct protobuf {
  size_t length;
  char* data;
};

struct protobuf __wrap_pg_query_nodes_to_protobuf(const void* tree);
struct protobuf __wrap_pg_query_nodes_to_protobuf(const void* tree) {
  return (void)tree, (struct protobuf){0, NULL};
}

/* lib/stringinfo.h: PostgreSQL's growing string. `length` is without the NUL at its end, `capacity` with
   it. */
struct string_info {
  char* data;
  int length, capacity, cursor;
};
void enlargeStringInfo(struct string_info* text, int needed);
int appendStringInfoVA(struct string_info* text, const char* format, va_list arguments);

/* What most parts are: too short for a call to be worth it. */
static inline char* put(char* to, const char* part, size_t length) {
  if (length > 16) return (char*)memcpy(to, part, length) + length;
  if (length >= 8) {
    memcpy(to, part, 8);
    memcpy(to + length - 8, part + length - 8, 8);
  } else if (length >= 4) {
    memcpy(to, part, 4);
    memcpy(to + length - 4, part + length - 4, 4);
  } else {
    for (size_t i = 0; i < length; ++i) to[i] = part[i];
  }
  return to + length;
}

enum { longest_number = 16 };

/* There is room for the longest. */
static char* put_number(char* to, long number) {
  char digits[2 * longest_number];
  char* const end = digits + longest_number;
  char* first = end;
  unsigned rest = (unsigned)(number < 0 ? -number : number);
  do {
    *--first = (char)('0' + rest % 10);
  } while ((rest /= 10) != 0);
  if (number < 0) *--first = '-';
  memcpy(to, first, longest_number); /* with what is behind it: of a known length */
  return to + (end - first);
}

/* A format of at most one conversion, which is %s, %d, %u or %c. Formats are literals: what one is like is
   found out once. */
struct shape {
  const char* format;
  unsigned char before, after; /* bytes around the conversion */
  char conversion;             /* '\0': none; '?': of another kind */
};

static struct shape shape_of(const char* format) {
  const struct shape other = {format, 0, 0, '?'};
  const size_t length = strlen(format);
  const char* percent = strchr(format, '%');
  if (length > 255) return other;
  if (percent == NULL) return (struct shape){format, (unsigned char)length, 0, '\0'};
  const char conversion = percent[1];
  const int is_simple = conversion == 's' || conversion == 'd' || conversion == 'u' || conversion == 'c';
  if (!is_simple || strchr(percent + 2, '%') != NULL) return other;
  const size_t before = (size_t)(percent - format);
  return (struct shape){format, (unsigned char)before, (unsigned char)(length - before - 2), conversion};
}

static struct shape known_shape(const char* format) {
  enum { bits = 9 };
  static _Thread_local struct shape known[1 << bits];
  struct shape* shape = &known[(unsigned)(size_t)format * 0x9e3779b9U >> (32 - bits)];
  if (shape->format != format) *shape = shape_of(format);
  return *shape;
}

/* Whether the format was one of the simple ones. */
static int append_simple(struct string_info* text, const char* format, va_list arguments) {
  const struct shape shape = known_shape(format);
  const char* word = NULL;
  size_t word_length = longest_number;
  if (shape.conversion == '?') return 0;
  if (shape.conversion == 's') {
    word = va_arg(arguments, const char*);
    if (word == NULL) return 0;
    word_length = strlen(word);
  }
  const size_t length = shape.before + word_length + shape.after;
  if (length >= (size_t)(text->capacity - text->length)) enlargeStringInfo(text, (int)length);
  char* to = put(text->data + text->length, format, shape.before);
  if (shape.conversion == 's') {
    to = put(to, word, word_length);
  } else if (shape.conversion == 'd') {
    to = put_number(to, va_arg(arguments, int));
  } else if (shape.conversion == 'u') {
    to = put_number(to, va_arg(arguments, unsigned));
  } else if (shape.conversion == 'c') {
    *to++ = (char)va_arg(arguments, int);
  }
  if (shape.after > 0) to = put(to, format + shape.before + 2, shape.after);
  *to = '\0';
  text->length = (int)(to - text->data);
  return 1;
}

void __wrap_appendStringInfo(struct string_info* text, const char* format, ...);
void __wrap_appendStringInfo(struct string_info* text, const char* format, ...) {
  va_list arguments;
  va_start(arguments, format);
  const int done = append_simple(text, format, arguments);
  va_end(arguments);
  if (done) return;
  for (;;) { /* as appendStringInfo does it: appendStringInfoVA says how much room it lacked */
    va_start(arguments, format);
    const int needed = appendStringInfoVA(text, format, arguments);
    va_end(arguments);
    if (needed == 0) return;
    enlargeStringInfo(text, needed);
  }
}
