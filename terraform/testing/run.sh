#!/bin/sh
# Tests everything in terraform/ without an account at a cloud: terraform/testing/run.sh [REPORT [test_terraform.SomeTests...]]
set -eu
cd -- "$(dirname -- "$0")/../.."
report=${1:-target/terraform-tests.xml}
[ $# = 0 ] || shift
for tool in terraform node npm python3; do
    command -v "$tool" >/dev/null || { echo "$tool is missing; terraform/ cannot be tested" >&2; exit 1; }
done
[ -d terraform/testing/node_modules ] || npm --prefix terraform/testing ci --no-audit --no-fund --loglevel=error >&2
mkdir -p target
exec python3 src/test/deploy/junit.py terraform/testing "$report" "$@"
