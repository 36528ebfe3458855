#!/bin/sh
# How much one gateway carries on this machine, and what a message costs: starts the demo's town on the loopback
# address, warms it up, and sends at a rate; see docs/performance.md.
#
#   src/it/measure.sh [SIZE [RATE [COUNT [WARM-UP [WARM-UP-RATE]]]]]     default: 10KiB 20 1000 1000, at one rate
#
# Prints what `amtsbote load` prints, with CPU time and memory of the gateway and of its PostgreSQL.
set -eu

size=${1:-10KiB}
rate=${2:-20}
count=${3:-1000}
warmup=${4:-1000}
warmup_rate=${5:-$rate}
# a gateway that cannot keep up is slow to end; what it did until then still counts
longest=${AMTSBOTE_MEASURE_LONGEST:-300}
home=$(CDPATH='' cd -- "$(dirname -- "$0")/../.." && pwd)
cd "$home"
./amtsbote --version >/dev/null
work=$(mktemp -d)
port=${AMTSBOTE_MEASURE_PORT:-18099}
trap 'kill "$demo" ${limit:-} 2>/dev/null || true; wait "$demo" 2>/dev/null || true; rm -rf "$work"' EXIT INT TERM

java ${AMTSBOTE_JAVA_OPTIONS:-} -jar target/gateway.jar demo --port "$port" --data "$work/site" >"$work/demo" 2>&1 &
demo=$!
waited=0
until grep -q 'Ctrl-C ends' "$work/demo"; do
  waited=$((waited + 1))
  { kill -0 "$demo" && [ "$waited" -lt "$longest" ]; } || { cat "$work/demo" >&2; exit 1; }
  sleep 1
done
AMTSBOTE_TOKEN=$(sed -n 's/.*TOKEN=\([0-9a-f]*\).*/\1/p' "$work/demo")
export AMTSBOTE_TOKEN
database=$(head -n 1 "$work/site/data/postgres/data/postmaster.pid")
mkfifo "$work/goes-on"
load() {
  sleep "$longest" >"$work/goes-on" &
  limit=$!
  java -XX:TieredStopAtLevel=1 -jar target/gateway.jar load --until-eof \
    --url "http://localhost:$port" --size "$size" --patience 60 "$@" <"$work/goes-on"
  kill "$limit" 2>/dev/null || true
}
load --rate "$warmup_rate" --count "$warmup" >"$work/warm-up"
load --rate "$rate" --count "$count" --pid "$demo" --pid "$database"
