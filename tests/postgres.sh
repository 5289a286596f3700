#!/bin/bash
# A throw-away PostgreSQL server for tests and benches.
#
#   tests/postgres.sh start DIR            makes one in DIR on a free port and prints its address
#   tests/postgres.sh start-durable DIR    the same, and each commit waits for the disk, for benches
#   tests/postgres.sh stop DIR             stops it and removes DIR
#
# It trusts every local connection, and unless it is durable never waits for the disk, so it is good for nothing else.
# It installs nothing.
set -euo pipefail

usage() {
    sed -n '2,9p' "$0" | sed 's/^# \{0,1\}//' >&2
    exit 2
}

# The newest server that is installed; Debian keeps its programs outside the path.
find_programs() {
    local newest
    newest=$(printf '%s\n' /usr/lib/postgresql/*/bin | sort -V | tail -n 1)
    if [ -x "$newest/initdb" ]; then
        echo "$newest"
    elif command -v initdb >/dev/null; then
        dirname "$(command -v initdb)"
    else
        echo "No PostgreSQL server is installed; on Debian: apt-get install postgresql" >&2
        exit 1
    fi
}

# PostgreSQL refuses to run as root.
as_server() {
    if [ "$(id -u)" = 0 ]; then
        runuser -u postgres -- "$@"
    else
        "$@"
    fi
}

is_taken() {
    (exec 3<>"/dev/tcp/127.0.0.1/$1") 2>/dev/null
}

# With the options that a server is started with.
start() {
    local programs port attempt
    programs=$(find_programs)
    mkdir -p "$directory"
    chmod 755 "$directory"
    mkdir "$directory/cluster" "$directory/socket"
    if [ "$(id -u)" = 0 ]; then
        chown postgres "$directory/cluster" "$directory/socket"
    fi
    cd "$directory"
    as_server "$programs/initdb" --pgdata="$directory/cluster" --username=postgres --auth=trust --encoding=UTF8 \
        --locale=C --no-sync >"$directory/initdb.log"
    # Between looking and starting, somebody else may take the port: then another is tried.
    for attempt in 1 2 3 4 5; do
        port=$((20000 + RANDOM % 20000))
        is_taken "$port" && continue
        if as_server "$programs/pg_ctl" start --pgdata="$directory/cluster" --wait --silent \
            --log="$directory/cluster/server.log" --options="-p $port -k $directory/socket \
            -c listen_addresses=127.0.0.1 -c max_connections=400 -c max_wal_size=4GB $*" >&2; then
            echo "postgres://postgres@127.0.0.1:$port"
            return
        fi
    done
    echo "PostgreSQL did not start; see $directory/cluster/server.log" >&2
    exit 1
}

stop() {
    cd /
    as_server "$(find_programs)/pg_ctl" stop --pgdata="$directory/cluster" --mode=immediate --silent >&2
    rm -rf "$directory"
}

[ $# = 2 ] || usage
directory=$(realpath -m "$2")
case $1 in
start) start -c fsync=off -c synchronous_commit=off -c full_page_writes=off ;;
start-durable) start ;;
stop) stop ;;
*) usage ;;
esac
