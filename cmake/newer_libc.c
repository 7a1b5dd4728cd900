/* What an archive that was built against a newer C library (glibc 2.38: strtol with C23's 0b, strlcpy) asks
   this one for; weak, for where the C library has them itself. libpg_query's archives come from newer Debians
   than the rest (script/newest-grammar). */
#include <stdarg.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#define MAYBE_THERE __attribute__((weak))

long __isoc23_strtol(const char* text, char** end, int base);
MAYBE_THERE long __isoc23_strtol(const char* text, char** end, int base) { return strtol(text, end, base); }

unsigned long __isoc23_strtoul(const char* text, char** end, int base);
MAYBE_THERE unsigned long __isoc23_strtoul(const char* text, char** end, int base) {
  return strtoul(text, end, base);
}

unsigned long long __isoc23_strtoull(const char* text, char** end, int base);
MAYBE_THERE unsigned long long __isoc23_strtoull(const char* text, char** end, int base) {
  return strtoull(text, end, base);
}

int __isoc23_sscanf(const char* text, const char* format, ...);
MAYBE_THERE int __isoc23_sscanf(const char* text, const char* format, ...) {
  va_list arguments;
  va_start(arguments, format);
  const int read = vsscanf(text, format, arguments);
  va_end(arguments);
  return read;
}

size_t strlcpy(char* to, const char* from, size_t size);
MAYBE_THERE size_t strlcpy(char* to, const char* from, size_t size) {
  const size_t length = strlen(from);
  if (size > 0) {
    const size_t taken = length < size ? length : size - 1;
    memcpy(to, from, taken);
    to[taken] = '\0';
  }
  return length;
}
