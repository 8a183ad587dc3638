#!/bin/bash
# Runs the playbooks against real hosts that it makes itself: Debian 13 with systemd, from a bare one to a chat that is deployed
# anew under load, breaks, is backed up, restored, gets certificates and a second host, and is used by people with browsers.
#
#   ./parley test --hosts               makes what it needs, and runs it
#   ansible/tests/run.sh [REPORT]       needs root, and what ./parley test --hosts has made before
#   KEEP=yes ansible/tests/run.sh       leaves the hosts running
set -euo pipefail
cd -- "$(dirname -- "$0")/../.."
report=$PWD/${1:-target/hosts-stage.xml}
# shellcheck source-path=SCRIPTDIR
. ansible/tests/hosts.sh
export ANSIBLE_CONFIG=$PWD/ansible/ansible.cfg ANSIBLE_HOST_KEY_CHECKING=false ANSIBLE_NOCOLOR=1 ANSIBLE_SSH_ARGS="-F $HOSTS_FOLDER/ssh.conf -o ControlMaster=auto -o ControlPersist=60s"
names=(chat1 chat2)
inventory=$HOSTS_FOLDER/inventory
domain=chat.example.test
db_password=$(openssl rand -base64 24)/+=
bucket=$PWD/src/test/deploy/bucket/node_modules/.bin/s3rver
bucket_port=4568
address=$NETWORK.11
work=$HOSTS_FOLDER/work
stage=hosts
release=$(ls target/parley-*-linux-*.tar.gz 2>/dev/null | head -n 1) || true
# shellcheck source-path=SCRIPTDIR
. ansible/tests/count.sh

clean_up() {
    [ "${KEEP:-}" != yes ] || return 0
    [ -z "${BUCKET:-}" ] || kill "$BUCKET"
    hosts_down "${names[@]}"
}

# --- what the tests do -----------------------------------------------------------------------------------------------

play() {
    ansible-playbook -i "$inventory" "$@"
}

unchanged() {
    play "$@" | tee "$work/recap"
    grep -q 'changed=0 .*failed=0' "$work/recap" && ! grep -qE 'changed=[1-9]|failed=[1-9]|unreachable=[1-9]' "$work/recap"
}

refused() {
    ! play "$@"
}

deploy() {
    play ansible/deploy.yml -e "parley_artifact=$1" "${@:2}"
}

# A further release that differs in one file: another_release NAME COMMAND-IN-ITS-FOLDER
another_release() {
    local folder=$work/make top
    rm -rf "$folder"
    mkdir "$folder"
    tar -C "$folder" -xzf "$release"
    top=$(ls "$folder")
    (cd "$folder/$top" && eval "$2" && find . -type f ! -name SHA256SUMS | LC_ALL=C sort | xargs sha256sum >SHA256SUMS)
    tar -C "$folder" -czf "$work/$1.tar.gz" "$top"
    (cd "$work" && sha256sum "$1.tar.gz" >"$1.tar.gz.sha256")
    rm -rf "$folder"
}

page() {
    curl -fsSk --resolve "$domain:443:$address" "https://$domain/"
}

serves() {
    page | grep -q "$1"
}

# active [HOST]: the colour that serves
active() {
    on "${1:-chat1}" "sed -n 's/.*\"color\": *\"\([a-z]*\)\".*/\1/p' /etc/parley/active.json | head -n 1"
}

# under_load COMMAND...: and nobody may notice more than being sent to the next server
under_load() {
    rm -f "$work/stop" "$work/load.json"
    python3 ansible/tests/load.py "$address" - "$work/stop" "$work/load.json" >"$work/load.log" 2>&1 &
    local load=$! done=0
    for _ in $(seq 300); do
        grep -q working "$work/load.log" && break
        kill -0 $load || { cat "$work/load.log"; return 1; }
        sleep 0.2
    done
    sleep 3
    "$@" || done=$?
    sleep 3
    touch "$work/stop"
    wait $load || { cat "$work/load.log"; return 1; }
    python3 - "$work/load.json" <<'END'
import json, sys
found = json.load(open(sys.argv[1]))
print({key: value for key, value in found.items() if key not in ("back_after",)})
assert found["calls"] >= 100, "too little was asked"
assert len(found["refused"]) * 500 <= found["calls"], f"{len(found['refused'])} of {found['calls']} calls were refused"
assert set(found["closes"]) <= {"1012"}, f"sockets ended with {found['closes']}"
assert found["slowest_return"] < 5, f"somebody needed {found['slowest_return']} s to come back"
assert found["acknowledged"] > 20 and not found["lost"] and not found["doubled"], "messages were lost or doubled"
END
    return $done
}

everybody_was_sent_away() {
    python3 -c 'import json,sys; sys.exit(json.load(open(sys.argv[1]))["closes"].get("1012", 0) < 10)' "$work/load.json"
}

# As the quickstart tells, with a vault; what differs is the certificate, and where packages come from.
write_inventory() {
    rm -rf "$inventory"
    cp -r ansible/inventories/example "$inventory"
    cat >"$inventory/hosts.yml" <<END
---
all:
  vars:
    parley_domain: $domain
    parley_private_cidr: $NETWORK.0/24
    ansible_user: root
    gateway_tls_mode: selfsigned
    # Debian's own MySQL is in its next release.
    mysql_package: mysql-server
    mysql_default_release: sid
    mysql_apt_sources:
      sid: |
        Types: deb
        URIs: $(mirror)
        Suites: sid
        Components: main
        Signed-By: /usr/share/keyrings/debian-archive-keyring.gpg
    mysql_buffer_pool_mb: 128
  hosts:
    chat1: {ansible_host: $address, parley_address: $address}
  children:
    gateway: {hosts: {chat1: {}}}
    app: {hosts: {chat1: {}}}
    db: {hosts: {chat1: {}}}
    redis: {hosts: {chat1: {}}}
    monitoring: {hosts: {chat1: {}}}
END
    local settings=$inventory/group_vars/all
    sed -i 's/^gateway_tls_mode: .*/gateway_tls_mode: selfsigned/' "$settings/main.yml"
    cp "$settings/vault.yml.example" "$settings/vault.yml"
    # With every letter that base64 may hold.
    sed -i "s|change-me-database-password|$db_password|; s|change-me-redis-password|$(openssl rand -base64 24)/+=|" "$settings/vault.yml"
    ansible-vault encrypt "$settings/vault.yml"
}

# A second host for servers; people's files and backups go to a bucket.
write_larger_inventory() {
    sed -i "s|^    chat1: .*|&\n    chat2: {ansible_host: $NETWORK.12, parley_address: $NETWORK.12}|; s|^    app: .*|    app: {hosts: {chat1: {}, chat2: {}}}|" \
        "$inventory/hosts.yml"
}

write_bucket() {
    cat >>"$inventory/group_vars/all/main.yml" <<END
parley_media_bucket_url: http://$NETWORK.1:$bucket_port/parley-media
vault_parley_media_access_key: S3RVER
vault_parley_media_secret_key: S3RVER
parley_backup_bucket: s3://parley-backup
backup_environment:
  AWS_ENDPOINT_URL: http://$NETWORK.1:$bucket_port
  AWS_ACCESS_KEY_ID: S3RVER
  AWS_SECRET_ACCESS_KEY: S3RVER
  AWS_DEFAULT_REGION: us-east-1
  AWS_REQUEST_CHECKSUM_CALCULATION: when_required
END
}

bucket_up() {
    rm -rf "$work/bucket"
    mkdir "$work/bucket"
    "$bucket" --directory "$work/bucket" --address "$NETWORK.1" --port $bucket_port --silent \
        --configure-bucket parley-media --configure-bucket parley-backup >"$work/bucket.log" 2>&1 &
    BUCKET=$!
}

nothing_else_listens() {
    # From outside: only what the firewall lets through answers.
    local port
    for port in 80 443; do
        timeout 3 bash -c "</dev/tcp/$address/$port"
    done
    on chat1 "nft list ruleset" | grep 'policy drop'
    on chat1 "ss -Hltn" | awk '{print $4}' | grep -vE "^(127\.|\[::1\]|\[::ffff:127|(\[::ffff:)?$address\]?:|0\.0\.0\.0:(22|80|443)|\[::\]:(22|80|443)|\*:(22|80|443))" && return 1
    return 0
}

unit_is_hardened() {
    on chat1 "systemd-analyze verify /etc/systemd/system/parley@.service 2>&1 | grep -i parley | grep -v 'not executable'" && return 1
    on chat1 "systemd-analyze security --offline=true --threshold=20 /etc/systemd/system/parley@.service" | tail -n 1
}

services_are_sound() {
    local color
    color=$(active)
    for service in "parley@$color" nginx mysql redis-server prometheus prometheus-node-exporter parley-backup.timer; do
        [ "$(on chat1 "systemctl is-active $service")" = active ]
    done
    # A server that starts again and again is active now and then, too.
    [ "$(on chat1 "systemctl show -p NRestarts --value parley@$color")" = 0 ]
    [ -z "$(on chat1 'systemctl --failed --plain --no-legend')" ]
}

secrets_are_safe() {
    [ "$(on chat1 'stat -c %a:%U:%G /etc/parley/parley.env')" = 640:root:parley ]
    [ "$(on chat1 'stat -c %a /var/lib/parley/keys')" = 700 ]
    on chat1 "ps -eo args" | grep -F "$db_password" && return 1
    return 0
}

prometheus_sees() {
    for _ in $(seq 40); do
        on chat1 "curl -fsS 'http://127.0.0.1:9090/api/v1/query?query=$1'" | grep -q '"value":' && return 0
        sleep 1
    done
    return 1
}

backup_is_made_and_proven() {
    play ansible/backup.yml
    on chat1 "grep -q '^parley_restore_test_success 1' /var/lib/prometheus/node-exporter/parley_restore_test.prom"
    on chat1 "head -c 30 \$(ls /var/backups/parley/*.age | tail -n 1)" | grep -q age-encryption
}

damage_is_noticed() {
    on chat1 'f=$(ls /var/backups/parley/*.age | tail -n 1); cp $f /root/good.age; printf X | dd of=$f bs=1 seek=5000 conv=notrunc status=none'
    if on chat1 /usr/local/sbin/parley-restore-test; then return 1; fi
    on chat1 "grep -q '^parley_restore_test_success 0' /var/lib/prometheus/node-exporter/parley_restore_test.prom"
    on chat1 'cp /root/good.age $(ls /var/backups/parley/*.age | tail -n 1)'
    on chat1 /usr/local/sbin/parley-restore-test
}

# Somebody deletes everything; the backup brings it back.
disaster_is_recovered_from() {
    local before after
    before=$(on chat1 "mysql -BN -e 'SELECT COUNT(*) FROM parley.messages'")
    [ "$before" -gt 20 ]
    on chat1 "mysql -e 'DROP DATABASE parley'"
    play ansible/restore.yml -e restore_confirmed=yes
    after=$(on chat1 "mysql -BN -e 'SELECT COUNT(*) FROM parley.messages'")
    echo "$before messages before, $after after"
    [ "$before" = "$after" ] && page >"$work/page"
}

# How long a disaster takes: a million messages go into a backup and come back.
million_messages_come_back() {
    on chat1 'mysql parley' <<'END'
SET SESSION cte_max_recursion_depth = 1000000;
INSERT INTO messages (room_id, seq, rev, user_id, content_type, text_message, client_id, created_at)
WITH RECURSIVE numbers AS (SELECT 1 AS i UNION ALL SELECT i + 1 FROM numbers WHERE i < 1000000)
SELECT 1, i, i, 1, 'TEXT', CONCAT('Message ', i, ' with a few words, as people write them ', LEFT(SHA2(i, 256), 32)), UUID_TO_BIN(UUID()), NOW(3) FROM numbers;
END
    local began=$SECONDS
    on chat1 /usr/local/sbin/parley-backup
    echo "backup of a million messages: $((SECONDS - began)) s, $(on chat1 'du -h $(ls /var/backups/parley/*.age | tail -n 1) | cut -f 1')" >"$work/million"
    began=$SECONDS
    on chat1 /usr/local/sbin/parley-restore-test
    echo "restored and proven in $((SECONDS - began)) s" >>"$work/million"
    on chat1 "mysql parley -e 'DELETE FROM messages WHERE room_id = 1'"
}

pebble() {
    on chat1 "apt-get install -y -qq --no-install-recommends pebble >/dev/null"
    on chat1 "echo '$address $domain' >>/etc/hosts && mkdir -p /etc/pebble"
    on chat1 "openssl req -x509 -newkey ec -pkeyopt ec_paramgen_curve:prime256v1 -nodes -days 2 -subj /CN=localhost -addext subjectAltName=DNS:localhost -keyout /etc/pebble/key.pem -out /etc/pebble/ca.pem" 
    on chat1 "cat >/etc/pebble/config.json" <<'END'
{"pebble":{"listenAddress":"127.0.0.1:14000","managementListenAddress":"127.0.0.1:15000","certificate":"/etc/pebble/ca.pem",
"privateKey":"/etc/pebble/key.pem","httpPort":80,"tlsPort":443,"ocspResponderURL":"","externalAccountBindingRequired":false}}
END
    on chat1 "systemd-run --quiet --unit pebble --setenv=PEBBLE_VA_NOSLEEP=1 --setenv=PEBBLE_WFE_NONCEREJECT=0 pebble -config /etc/pebble/config.json"
    for _ in $(seq 50); do
        on chat1 "curl -fsSk https://localhost:14000/dir >/dev/null" && return 0
        sleep 0.2
    done
    on chat1 "journalctl -u pebble --no-pager" && return 1
}

issuer() {
    openssl s_client -connect "$address:443" -servername "$domain" </dev/null 2>/dev/null | openssl x509 -noout "-$1"
}

certificate_is_issued() {
    pebble
    play ansible/setup.yml --tags gateway -e gateway_tls_mode=acme -e gateway_acme_email=admin@example.test \
        -e gateway_acme_server=https://localhost:14000/dir -e gateway_acme_ca=/etc/pebble/ca.pem -e gateway_hsts=false
    issuer issuer | grep -i pebble
}

certificate_is_renewed() {
    local before
    before=$(issuer serial)
    on chat1 "REQUESTS_CA_BUNDLE=/etc/pebble/ca.pem certbot renew --force-renewal --no-random-sleep-on-renew"
    sleep 1
    echo "$before -> $(issuer serial)"
    [ "$before" != "$(issuer serial)" ]
    [ "$(on chat1 'systemctl is-enabled certbot.timer')" = enabled ]
}

# The chain that is served leads to the authority; browsers are told to trust the key at its end.
people_use_it() {
    local trusted
    trusted=$(openssl s_client -connect "$address:443" -servername "$domain" </dev/null 2>/dev/null | openssl x509 -noout -pubkey |
        openssl pkey -pubin -outform der | openssl dgst -sha256 -binary | base64)
    "${JAVA_HOME:?}/bin/java" -cp "target/test-classes:target/classes:$(cat target/test.classpath)" \
        chat.parley.e2e.DeployedChatStory "$domain" "$address" "$trusted"
}

chain_leads_to_the_authority() {
    on chat1 "curl -fsSk https://localhost:15000/roots/0" >"$work/root.pem"
    curl -fsS --cacert "$work/root.pem" --resolve "$domain:443:$address" "https://$domain/" | grep -q "<title>"
}

both_hosts_serve() {
    local since host
    for host in chat1 chat2; do
        [ "$(on $host "systemctl is-active parley@$(active $host)")" = active ]
        [ "$(on $host "systemctl show -p NRestarts --value parley@$(active $host)")" = 0 ]
    done
    # Both have answered calls and hold, or held, sockets.
    since=$(on chat1 "tail -n 2000 /var/log/nginx/access.log")
    for host in $address $NETWORK.12; do
        grep -c "\"path\":\"/ws\".*\"node\":\"$host:80" <<<"$since"
        grep -c "\"path\":\"/api/userInfo\".*\"node\":\"$host:80" <<<"$since"
    done
    # And a token that one made is good on the other: the same keys.
    [ "$(on chat1 "cd /var/lib/parley/keys && sha256sum *.jwk")" = "$(on chat2 "cd /var/lib/parley/keys && sha256sum *.jwk")" ]
}

files_are_in_the_bucket() {
    find "$work/bucket/parley-media" -type f -size +0 | tee "$work/files"
    [ -s "$work/files" ]
}

backup_reaches_the_bucket() {
    play ansible/backup.yml
    local name
    name=$(on chat1 "ls /var/backups/parley/*.age | tail -n 1 | xargs basename")
    on chat1 ". /etc/parley-backup/backup.env && aws s3 cp --only-show-errors s3://parley-backup/$name /root/fetched.age"
    on chat1 "cmp /root/fetched.age /var/backups/parley/$name"
}

# --- the story -------------------------------------------------------------------------------------------------------

[ "$(id -u)" = 0 ] || { echo "the test hosts need root" >&2; exit 1; }
[ -n "$release" ] || { echo "there is no release; ./parley dist makes one" >&2; exit 1; }
[ -x "$bucket" ] && [ -f target/test.classpath ] || { echo "run ./parley test --hosts, which makes what is missing" >&2; exit 1; }
finish_with clean_up
make_base
ssh_config "${names[@]}"
hosts_down "${names[@]}"
network_up
host_up chat1 11
openssl rand -hex 16 >"$HOSTS_FOLDER/vault-password"
export ANSIBLE_VAULT_PASSWORD_FILE=$HOSTS_FOLDER/vault-password
write_inventory

it "an example secret is refused before anything is touched" refused ansible/setup.yml -e vault_parley_db_password=change-me-database-password
it "a bare host becomes one that can take a release" play ansible/setup.yml
it "doing it again changes nothing" unchanged ansible/setup.yml
it "trying it says that nothing would change" unchanged ansible/setup.yml --check --diff
it "the first release is deployed" deploy "$PWD/$release"
it "people get the page" serves "<title>"
it "deploying it again changes nothing" unchanged ansible/deploy.yml
it "services are sound" services_are_sound
it "nothing is open that should not be" nothing_else_listens
it "secrets are readable for the server only" secrets_are_safe
it "the unit is hardened" unit_is_hardened
it "the doctor is content" on chat1 'set -a; . /etc/parley/parley.env; . /etc/parley/$(sed -n "s/.*\"color\": *\"\([a-z]*\)\".*/\1/p" /etc/parley/active.json | head -n 1).env; set +a; runuser -u parley -- /opt/parley/blue/bin/parley doctor'
another_release v2 'sed -i "s|</title>| v2</title>|" web/index.html && rm -f web/index.html.gz web/index.html.br'
it "the next release is deployed while people chat" under_load deploy "$work/v2.tar.gz"
it "everybody was sent to it" everybody_was_sent_away
it "people get the next page" serves "v2</title>"
another_release v3 'sed -i "s|</title>| v3</title>|" web/index.html && printf "#!/bin/sh\nexit 1\n" >bin/parley'
it "a broken release is refused while people chat" under_load eval '! deploy "$work/v3.tar.gz" -e app_train=false'
it "the one before goes on" serves "v2</title>"
it "services are still sound" services_are_sound
it "the operator goes back while people chat" under_load play ansible/rollback.yml
it "people get the page of the first release" serves "<title>Parley</title>"
it "Prometheus sees the server" prometheus_sees 'parley_realtime_connections'
it "the server hears itself over Redis" prometheus_sees 'parley_bus_up%3D%3D1'
it "Prometheus sees the host" prometheus_sees 'node_filesystem_avail_bytes'
it "a backup is made, encrypted and proven" backup_is_made_and_proven
it "a damaged backup is noticed" damage_is_noticed
it "a restore that was not asked for is refused" refused ansible/restore.yml
it "a deleted database is brought back" disaster_is_recovered_from
it "an authority issues the certificate" certificate_is_issued
it "the certificate is renewed" certificate_is_renewed
it "what is served is signed by the authority" chain_leads_to_the_authority
it "two people with browsers meet, chat and send a picture" people_use_it
it "a million messages come back" million_messages_come_back
cat "$work/million"
it "services are sound at the end" services_are_sound

host_up chat2 12
bucket_up
write_larger_inventory
it "a second host for servers is refused while files would lie on each" refused ansible/setup.yml
write_bucket
it "a second host is set up beside the first" play ansible/setup.yml
it "doing that again changes nothing" unchanged ansible/setup.yml
it "both hosts take the release" deploy "$PWD/$release" -e app_train=false
it "the next release reaches one host after the other while people chat" under_load deploy "$work/v2.tar.gz" -e app_train=false
it "everybody was sent on" everybody_was_sent_away
it "people get the next page from all hosts" serves "v2</title>"
it "both hosts serve" both_hosts_serve
it "people with browsers chat over both" people_use_it
it "their files are in the bucket" files_are_in_the_bucket
it "a backup reaches the bucket" backup_reaches_the_bucket
