/* Stands in for what the static file leaves out of its archives (--wrap in Static.cmake): what miglint never
   calls, but one object file or another refers to, and which would bring half of an archive with it, or in a
   static glibc the system's own libraries at run time.
   - Names of hosts and users are not looked up: miglint opens no connection, and HOME alone says where the
     home folder is.
   - libstdc++'s way to print an uncaught exception's type. */

#include <stddef.h>
#include <stdlib.h>

enum { ok = 0, no_such_host = -2 };

#define STAND_IN(type, name, ...) \
  type name(__VA_ARGS__);         \
  type name(__VA_ARGS__)

STAND_IN(int, __wrap_getaddrinfo, const char* node, const char* service, const void* hints, void** result) {
  (void)node, (void)service, (void)hints;
  *result = NULL;
  return no_such_host;
}
STAND_IN(void, __wrap_freeaddrinfo, void* result) { (void)result; }
STAND_IN(int, __wrap_getpwuid_r, unsigned user, void* entry, char* buffer, size_t size, void** result) {
  (void)user, (void)entry, (void)buffer, (void)size;
  *result = NULL; /* there is no such user */
  return ok;
}

STAND_IN(void, __wrap__ZN9__gnu_cxx27__verbose_terminate_handlerEv, void) { abort(); }
