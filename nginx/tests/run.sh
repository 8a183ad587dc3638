#!/bin/sh
# Tests the gateway's configuration as it is, against a real nginx. It listens on ports 80 and 443 of a network of its own,
# which holds nothing but the loopback interface:
#
#   nginx/tests/run.sh [REPORT [test_gateway.SomeTests...]]
set -eu
cd -- "$(dirname -- "$0")/../.."
report=${1:-target/nginx-tests.xml}
[ $# = 0 ] || shift
for tool in nginx openssl python3 ip unshare; do
    command -v "$tool" >/dev/null || { echo "$tool is missing; the gateway cannot be tested" >&2; exit 1; }
done
mkdir -p target
# shellcheck disable=SC2016 # The inner shell expands it.
exec unshare --net sh -euc '
    ip link set lo up
    ip -6 addr add 2001:db8:0:1::1/128 dev lo
    ip -6 addr add 2001:db8:0:1::2/128 dev lo
    ip -6 addr add 2001:db8:0:2::1/128 dev lo
    ip addr add 203.0.113.5/32 dev lo
    report=$1
    shift
    exec python3 src/test/deploy/junit.py nginx/tests "$report" "$@"
' sh "$report" "$@"
