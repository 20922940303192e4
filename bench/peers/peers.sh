#!/bin/sh
# Asks other planners the same questions as Toret, in the same run, and prints one table.
#
#   bench/peers/peers.sh DATA [QUESTIONS]      DATA: folder with gtfs.zip and streets.osm.pbf
#
# DATA's name must be that of a set in bench/examples. Peers: OpenTripPlanner, over HTTP like Toret,
# door to door; naviqore-raptor, inside the asking process, from stop to stop. They are fetched with
# Maven from the repositories it is configured for; nothing of them is part of the product. Their
# files and graphs are kept in the user's cache folder.
set -eu

root=$(CDPATH='' cd -- "$(dirname -- "$0")/../.." && pwd -P)
[ $# -ge 1 ] || { sed -n '2,9s/^# \{0,1\}//p' "$0"; exit 2; }
data=$(CDPATH='' cd -- "$1" && pwd -P)
name=$(basename "$data")
questions=${2:-100}
examples="$root/bench/examples/$name.csv"
[ -f "$examples" ] || { echo "no questions: $examples" >&2; exit 2; }
cache="${XDG_CACHE_HOME:-$HOME/.cache}/toret/bench/peers"
mkdir -p "$cache/naviqore" "$cache/otp"

java="${JAVA_HOME:?JAVA_HOME must name a JDK 25}/bin/java"
plugin=org.apache.maven.plugins:maven-dependency-plugin:3.9.0
# The jar alone: OpenTripPlanner's parent POM is not published.
[ -f "$cache/otp/otp-shaded-2.9.0.jar" ] || mvn -B -q "$plugin:copy" \
  -Dartifact=org.opentripplanner:otp-shaded:2.9.0 -DoutputDirectory="$cache/otp"
for artifact in org.naviqore:naviqore-raptor:4.0.0 org.naviqore:naviqore-utils:4.0.0 \
  org.slf4j:slf4j-api:2.0.17 org.slf4j:slf4j-nop:2.0.17; do
  jar=$(printf '%s' "$artifact" | cut -d: -f2,3 | tr : -).jar
  [ -f "$cache/naviqore/$jar" ] ||
    mvn -B -q "$plugin:copy" -Dartifact="$artifact" -DoutputDirectory="$cache/naviqore"
done

graph="$cache/otp/$name"
if [ ! -f "$graph/graph.obj" ]; then
  mkdir -p "$graph"
  cp "$data/gtfs.zip" "$data/streets.osm.pbf" "$graph/"
  # The default leaves out timetables of other years.
  printf '{"transitServiceStart":"2000-01-01","transitServiceEnd":"2049-12-31"}\n' >"$graph/build-config.json"
  "$java" -Xmx3g -jar "$cache/otp/otp-shaded-2.9.0.jar" --build --save "$graph" >"$graph/build.log" 2>&1 ||
    { tail -5 "$graph/build.log" >&2; exit 1; }
fi

# A busy machine must not turn slow answers into missing ones.
printf '{"server":{"apiProcessingTimeout":"120s"}}\n' >"$graph/router-config.json"

exec "$java" -Xmx2g -cp "$cache/naviqore/*" "$root/bench/peers/Peers.java" \
  "$root" "$data" "$examples" "$questions" "$cache/otp/otp-shaded-2.9.0.jar" "$graph"
