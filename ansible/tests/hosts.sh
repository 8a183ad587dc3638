# Hosts of our own for the tests: Debian 13 with systemd as process 1, each in a container with a network of its own.
# To be sourced; needs root, mmdebstrap, systemd-nspawn, iproute2, socat and ssh.
# shellcheck shell=bash

HOSTS_FOLDER=${HOSTS_FOLDER:-/var/tmp/parley-hosts}
BRIDGE=parley0
NETWORK=10.77.0
KEY=$HOSTS_FOLDER/key

# The mirror that this machine itself installs from.
mirror() {
    sed -n 's/^URIs: *\(http:[^ ]*\).*/\1/p; s/^deb \(\[[^]]*\] \)\{0,1\}\(http:[^ ]*\).*/\2/p' \
        /etc/apt/sources.list /etc/apt/sources.list.d/*.sources /etc/apt/sources.list.d/*.list 2>/dev/null | head -n 1
}

mirror_host() {
    mirror | sed 's|^http://||; s|[:/].*||'
}

make_base() {
    [ ! -f "$HOSTS_FOLDER/base/etc/os-release" ] || return 0
    echo "making the base of the test hosts" >&2
    mkdir -p "$HOSTS_FOLDER"
    mmdebstrap --quiet --variant=minbase \
        --include=systemd,systemd-sysv,dbus,openssh-server,python3,python3-apt,sudo,ca-certificates,iproute2,curl,cron,openssl,nftables \
        trixie "$HOSTS_FOLDER/base.part" "$(mirror)"
    mv "$HOSTS_FOLDER/base.part" "$HOSTS_FOLDER/base"
}

network_up() {
    ip link add $BRIDGE type bridge
    ip addr add $NETWORK.1/24 dev $BRIDGE
    ip link set $BRIDGE up
    # The hosts reach the package mirror and nothing else outside.
    socat "TCP-LISTEN:80,bind=$NETWORK.1,fork,reuseaddr" "TCP:$(mirror_host):80" &
    FORWARD=$!
}

# host_up NAME NUMBER
host_up() {
    local name=$1 address=$NETWORK.$2 root=$HOSTS_FOLDER/$1
    rm -rf "$root"
    cp -a "$HOSTS_FOLDER/base" "$root"
    echo "$name" >"$root/etc/hostname"
    printf '127.0.0.1 localhost\n127.0.1.1 %s\n%s.1 %s\n' "$name" "$NETWORK" "$(mirror_host)" >"$root/etc/hosts"
    rm -f "$root/etc/resolv.conf"
    : >"$root/etc/resolv.conf"
    echo 'Acquire::Check-Valid-Until "false"; Acquire::Languages "none";' >"$root/etc/apt/apt.conf.d/99tests"
    install -d -m 700 "$root/root/.ssh"
    install -m 600 "$KEY.pub" "$root/root/.ssh/authorized_keys"
    # They are not those of the base's making.
    touch -d 2020-01-01 "$root/var/lib/apt/lists"
    rm -f "$root/var/lib/apt/periodic/update-success-stamp"
    ip netns add "$name"
    ip link add "v-$name" type veth peer name eth0 netns "$name"
    ip link set "v-$name" master $BRIDGE up
    ip -n "$name" addr add "$address/24" dev eth0
    ip -n "$name" link set eth0 up
    ip -n "$name" link set lo up
    (
        # A cgroup for each host, or two of them would share one.
        for hierarchy in unified systemd .; do
            [ -d "/sys/fs/cgroup/$hierarchy" ] && [ -f "/sys/fs/cgroup/$hierarchy/cgroup.procs" ] || continue
            mkdir -p "/sys/fs/cgroup/$hierarchy/parley-$name"
            echo "$BASHPID" >"/sys/fs/cgroup/$hierarchy/parley-$name/cgroup.procs"
        done 2>/dev/null
        exec env SYSTEMD_NSPAWN_UNIFIED_HIERARCHY=1 SYSTEMD_NSPAWN_API_VFS_WRITABLE=network systemd-nspawn --quiet --register=no \
            --keep-unit --capability=CAP_NET_ADMIN,CAP_NET_RAW -D "$root" --boot --machine="$name" \
            --network-namespace-path="/run/netns/$name" --resolv-conf=off --timezone=off --link-journal=no --console=pipe \
            >"$HOSTS_FOLDER/$name.console" 2>&1
    ) &
    echo $! >"$HOSTS_FOLDER/$name.pid"
    for _ in $(seq 150); do
        on "$name" true 2>/dev/null && return
        sleep 0.2
    done
    tail -n 30 "$HOSTS_FOLDER/$name.console" >&2
    return 1
}

# on NAME COMMAND...: as root on the host
on() {
    local name=$1
    shift
    ssh -F "$HOSTS_FOLDER/ssh.conf" "$name" "$@"
}

ssh_config() {
    [ -f "$KEY" ] || ssh-keygen -q -t ed25519 -N '' -f "$KEY"
    : >"$HOSTS_FOLDER/ssh.conf"
    local number=11
    for name in "$@"; do
        cat >>"$HOSTS_FOLDER/ssh.conf" <<END
Host $name $NETWORK.$number
  HostName $NETWORK.$number
  User root
  IdentityFile $KEY
  StrictHostKeyChecking no
  UserKnownHostsFile /dev/null
  LogLevel ERROR
  ConnectTimeout 5
END
        number=$((number + 1))
    done
}

hosts_down() {
    local name pid
    for name in "$@"; do
        pid=$(cat "$HOSTS_FOLDER/$name.pid" 2>/dev/null) || continue
        kill "$pid" 2>/dev/null || true
        for _ in $(seq 100); do
            kill -0 "$pid" 2>/dev/null || break
            sleep 0.1
        done
        kill -9 "$pid" 2>/dev/null || true
        rm -f "$HOSTS_FOLDER/$name.pid"
        ip netns del "$name" 2>/dev/null || true
        find /sys/fs/cgroup -depth -type d -path "*parley-$name*" -exec rmdir {} + 2>/dev/null || true
    done
    [ -z "${FORWARD:-}" ] || kill "$FORWARD" 2>/dev/null || true
    ip link del $BRIDGE 2>/dev/null || true
}
