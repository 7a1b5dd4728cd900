/* Stands in for libgit2's network: miglint reads the repository on disk and nothing else, so the transports
   are replaced at link time (--wrap in LocalGit.cmake). The initialisers succeed and do nothing; whoever
   asked for a transport would get an error. */

enum { ok = 0, no_transport = -1 };

int __wrap_git_mbedtls_stream_global_init(void);
int __wrap_git_mbedtls__set_cert_location(const char* file, const char* path);
int __wrap_git_transport_ssh_global_init(void);
int __wrap_git_transport_ssh_with_paths(void** out, void* owner, void* payload);
int __wrap_git_smart_subtransport_http(void** out, void* owner, void* param);
int __wrap_git_smart_subtransport_git(void** out, void* owner, void* param);
int __wrap_git_smart_subtransport_ssh(void** out, void* owner, void* param);

int __wrap_git_mbedtls_stream_global_init(void) { return ok; }

int __wrap_git_transport_ssh_global_init(void) { return ok; }

int __wrap_git_mbedtls__set_cert_location(const char* file, const char* path) {
  (void)file, (void)path;
  return no_transport;
}

static int refuse(void** out) {
  *out = 0;
  return no_transport;
}

int __wrap_git_transport_ssh_with_paths(void** out, void* owner, void* payload) {
  (void)owner, (void)payload;
  return refuse(out);
}

int __wrap_git_smart_subtransport_http(void** out, void* owner, void* param) {
  (void)owner, (void)param;
  return refuse(out);
}

int __wrap_git_smart_subtransport_git(void** out, void* owner, void* param) {
  (void)owner, (void)param;
  return refuse(out);
}

int __wrap_git_smart_subtransport_ssh(void** out, void* owner, void* param) {
  (void)owner, (void)param;
  return refuse(out);
}
