#!/bin/sh
# Breaks things under load and counts what became of the messages; see docs/operations.md.
#
#   src/it/faults.sh [--rounds N] [--scenario NAME]... [--seed N] [--list]
#
# Without a scenario each is played once a round. Needs a JDK 17 or newer and Maven, and nothing else: it builds the
# program, and starts gateways, databases and senders of its own on the loopback address. The last line says what
# became of all messages; exit code 0 only when none was lost and none came twice.
set -eu

home=$(CDPATH='' cd -- "$(dirname -- "$0")/../.." && pwd)
cd "$home"
classpath=src/it/target/faults.classpath

if [ -z "${AMTSBOTE_BUILT:-}" ]; then
  mvn -q -B -ntp -Dstyle.color=never -Pfaults -DskipTests -Dspotless.check.skip=true -pl src/it -am package >&2
fi
exec java ${AMTSBOTE_JAVA_OPTIONS:-} -cp "$(cat "$classpath")" de.amtsbote.acceptance.fault.FaultSuite "$@"
