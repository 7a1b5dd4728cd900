#!/usr/bin/env bash
# The action's second step: judges the migrations once, annotates the lines, writes SARIF and the job's
# summary, and ends with miglint's status.
set -euo pipefail

sarif=${INPUT_SARIF_FILE:-miglint.sarif}
arguments=(check --fail-on "${INPUT_FAIL_ON:-error}" --format github --format "sarif=$sarif")
if [ -n "${INPUT_BASE:-}" ]; then arguments+=(--base "$INPUT_BASE"); fi
if [ -n "${INPUT_CONFIG:-}" ]; then arguments+=(--config "$INPUT_CONFIG"); fi
if [ -n "${GITHUB_STEP_SUMMARY:-}" ]; then arguments+=(--format "markdown=$RUNNER_TEMP/miglint.md"); fi
read -ra more <<<"${INPUT_ARGS:-}"
if [ ${#more[@]} -gt 0 ]; then arguments+=("${more[@]}"); fi
paths=()
while IFS= read -r path; do
  if [ -n "$path" ]; then paths+=("$path"); fi
done <<<"${INPUT_PATHS:-}"
# A path that starts with a dash is no option.
if [ ${#paths[@]} -gt 0 ]; then arguments+=(-- "${paths[@]}"); fi

status=0
"$MIGLINT" "${arguments[@]}" || status=$?

# A step's summary may hold 1 MiB; GitHub drops a longer one altogether.
if [ -n "${GITHUB_STEP_SUMMARY:-}" ] && [ -f "$RUNNER_TEMP/miglint.md" ]; then
  head -c 1000000 "$RUNNER_TEMP/miglint.md" >>"$GITHUB_STEP_SUMMARY"
fi
if [ -f "$sarif" ]; then echo "sarif-file=$sarif" >>"$GITHUB_OUTPUT"; fi
echo "exit-status=$status" >>"$GITHUB_OUTPUT"
exit "$status"
