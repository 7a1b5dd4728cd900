#pragma once

// The PostgreSQL servers that a YAML file names, wherever they stand in it.

#include <string>
#include <vector>

#include "discover/files.hpp"

namespace miglint {

/// One place that names a PostgreSQL.
struct ServerSighting {
  int major = 0;  ///< of several that a matrix runs, the oldest
  std::string path;
  int line = 0;         ///< 1-based
  std::string text;     ///< as written: "postgres:16-alpine"
  bool hosted = false;  ///< a host is told to run it: production
};

/// Compose, GitHub, GitLab, CircleCI, Bitbucket, Azure, Drone, Woodpecker and Kubernetes all say `image:`;
/// Render and DigitalOcean name a version; some of GitHub's actions install one. Variables come from the .env
/// beside `path`, a Dockerfile to build from below it, both through `files`. None where the text is no YAML.
std::vector<ServerSighting> servers_in(const std::string& path, const std::string& text, const Files& files);

}  // namespace miglint
