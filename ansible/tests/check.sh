#!/bin/sh
# Tests what can be known about the playbooks without a host: ansible/tests/check.sh [REPORT [test_playbooks.SomeTests...]]
set -eu
cd -- "$(dirname -- "$0")/../.."
report=${1:-target/ansible-tests.xml}
[ $# = 0 ] || shift
for tool in ansible-playbook ansible-lint promtool shellcheck systemd-analyze terraform python3; do
    command -v "$tool" >/dev/null || { echo "$tool is missing; ansible/ cannot be tested" >&2; exit 1; }
done
mkdir -p target
exec python3 src/test/deploy/junit.py ansible/tests "$report" "$@"
