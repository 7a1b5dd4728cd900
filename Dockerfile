# Untested: it is kept trivial because the project's own checks have no container engine. The program is one
# static file.
#   script/npm-pack && docker build -t miglint . && docker run --rm -v "$PWD:/src" -w /src miglint check
FROM scratch
COPY build/npm/linux-x64/bin/miglint /miglint
ENTRYPOINT ["/miglint"]
