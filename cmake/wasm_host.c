/* What Emscripten's C library makes up, asked of the host (Node) where there is one: who the user is, which
   git's rule of safe directories turns on, and the umask. */
#include <emscripten.h>
#include <sys/stat.h>
#include <unistd.h>

// clang-format off
EM_JS(int, miglint_host_uid, (void), {
  return typeof process == 'object' && process.geteuid ? process.geteuid() : 0;
});
EM_JS(int, miglint_host_umask, (void), {
  return typeof process == 'object' && process.umask ? process.umask() : 18;
});
// clang-format on

uid_t getuid(void) { return (uid_t)miglint_host_uid(); }
uid_t geteuid(void) { return (uid_t)miglint_host_uid(); }
mode_t umask(mode_t mask) { return (void)mask, (mode_t)miglint_host_umask(); }
