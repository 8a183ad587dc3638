#!/bin/bash
# Builds the images of the Containerfile and runs both, locked in as compose.yaml does it, on a network that leads nowhere.
#
#   ansible/tests/images.sh [REPORT]    needs root, buildah, podman, runc, and a release made by ./parley dist
set -euo pipefail
cd -- "$(dirname -- "$0")/../.."
report=$PWD/${1:-target/images-stage.xml}
# shellcheck source-path=SCRIPTDIR
. ansible/tests/hosts.sh
work=$(mktemp -d)
stage=images
# shellcheck source-path=SCRIPTDIR
. ansible/tests/count.sh
export CONTAINERS_CONF=$work/containers.conf
space=parley-images
release=$(ls target/parley-*-linux-*.tar.gz 2>/dev/null | head -n 1) || true

# What it takes to run containers within a container.
cat >"$CONTAINERS_CONF" <<'END'
[engine]
runtime = "runc"
cgroup_manager = "cgroupfs"
events_logger = "file"
[containers]
default_ulimits = ["nofile=1024:20000", "nproc=4096:4096"]
END

# A store of their own, which goes away with them.
engine() {
    local program=$1
    shift
    "$program" --root "$work/store" --runroot "$work/run" --storage-driver vfs "$@"
}

base_image() {
    local container
    container=$(engine buildah from scratch)
    engine buildah add --quiet "$container" "$HOSTS_FOLDER/base" / >/dev/null
    engine buildah commit --quiet "$container" localhost/parley-base
    engine buildah rm "$container"
}

# build TARGET NAME
build() {
    engine buildah bud --quiet --format docker --isolation chroot --network host --build-arg BASE_IMAGE=localhost/parley-base \
        --build-arg "RELEASE=$release" --target "$1" -t "localhost/$2" .
}

# start NAME IMAGE OPTIONS...: as compose.yaml does
start() {
    engine podman run --detach --name "$1" --network "ns:/run/netns/$space" --add-host parley:127.0.0.1 "${@:3}" "localhost/$2"
}

locked=(--read-only --tmpfs /tmp --cap-drop all --security-opt no-new-privileges --volume parley:/var/lib/parley --memory 1500m)

server_is_healthy() {
    for _ in $(seq 120); do
        ! engine podman healthcheck run server || return 0
        [ "$(engine podman inspect server --format '{{.State.Running}}')" = true ] || break
        sleep 1
    done
    engine podman logs server
    return 1
}

inside() {
    ip netns exec $space "$@"
}

call() {
    inside curl -fsSk --resolve localhost:443:127.0.0.1 "$@"
}

server_is_locked_in() {
    engine podman exec server grep -P '^Uid:\t10001\t10001\t10001' /proc/1/status
    engine podman exec server grep -E '^CapEff:\s0+$' /proc/1/status
    engine podman exec server grep -E '^NoNewPrivs:\s1' /proc/1/status
    ! engine podman exec server touch /opt/parley/mark
}

# Keys and passwords are made where the image runs, or are given to it.
images_hold_no_secret() {
    local image folder
    for image in parley parley-gateway; do
        engine podman inspect "localhost/$image" --format '{{.Config.Env}}' | tee "$work/env"
        ! grep -iE 'password|secret|token' "$work/env"
        folder=$(engine podman image mount "localhost/$image")
        find "$folder/opt" "$folder/srv" "$folder/etc/nginx" "$folder/var/lib/parley" "$folder/root" "$folder/tmp" -type f \
            \( -name '*.jwk' -o -name '*.key' -o -name '*.env' -o -name '.env' -o -exec grep -lqE 'BEGIN ([A-Z]+ )?PRIVATE KEY' {} \; \) \
            -not -path '*/runtime/*' -print 2>/dev/null >"$work/found" || true
        cat "$work/found"
        [ ! -s "$work/found" ]
        engine podman image unmount "localhost/$image"
    done
}

page_and_api_answer() {
    for _ in $(seq 30); do
        call -o /dev/null https://localhost/ && break
        sleep 0.5
    done
    call https://localhost/ | grep -q '<title>'
    call -H 'Content-Type: application/json' -d '{"username":"ann","email":"ann@example.com","password":"a long enough secret"}' \
        https://localhost/api/register | grep -q accessToken
    engine podman healthcheck run gateway
}

account_is_there_after_a_restart() {
    engine podman stop --time 45 server
    engine podman inspect server --format '{{.State.ExitCode}}' | grep -x 143
    engine podman start server
    server_is_healthy
    call -H 'Content-Type: application/json' -d '{"login":"ann","password":"a long enough secret"}' https://localhost/api/login |
        grep -q accessToken
}

clean_up() {
    engine podman rm --force --volumes gateway server >/dev/null 2>&1 || true
    ip netns del $space 2>/dev/null || true
    engine buildah rmi --all --force >/dev/null 2>&1 || true
    rm -rf "$work"
}

[ "$(id -u)" = 0 ] || { echo "the images are tested as root" >&2; exit 1; }
[ -n "$release" ] || { echo "there is no release; ./parley dist makes one" >&2; exit 1; }
make_base
ip netns del $space 2>/dev/null || true
ip netns add $space
ip -n $space link set lo up
finish_with clean_up

it "a base is there without a registry" base_image
it "the image of the server is built" build server parley
it "the image of the gateway is built" build gateway parley-gateway
it "no image holds a secret" images_hold_no_secret
it "the server starts without rights, on a disk it cannot write to" start server parley "${locked[@]}"
it "it becomes healthy" server_is_healthy
it "it has none of root's rights" server_is_locked_in
it "the gateway starts" start gateway parley-gateway --volume tls:/etc/nginx/tls
it "people get the page, and sign up" page_and_api_answer
it "a stopped server ends in order, and finds its data again" account_is_there_after_a_restart
