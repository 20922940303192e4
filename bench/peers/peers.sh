#!/bin/sh
# Asks other planners the same questions as Toret, in the same run, and prints a table for each kind.
#
#   bench/peers/peers.sh DATA [QUESTIONS [DAY]]     DATA: folder with *gtfs*.zip and streets.osm.pbf
#
#   whole answers, HTTP        OpenTripPlanner 2.9 with the same limits
#   searches on one timetable  OpenTripPlanner's raptor library 2.7, naviqore-raptor 4
#   streets                    GraphHopper 11, on foot and by car
#
# KINDS="whole engines stops streets" chooses among them; `stops` are the searches from one stop to
# another, without walks at the ends. The questions are those of DATA's name in this folder or else
# in bench/examples; DAY asks about another day than theirs. Peers are fetched with Maven from the
# repositories it is configured for; nothing of them is part of the product. Their files and graphs
# are kept in the user's cache folder. What differs and why: README.md.
set -eu

here=$(CDPATH='' cd -- "$(dirname -- "$0")" && pwd -P)
root=$(CDPATH='' cd -- "$here/../.." && pwd -P)
[ $# -ge 1 ] || { sed -n '2,14s/^# \{0,1\}//p' "$0"; exit 2; }
data=$(CDPATH='' cd -- "$1" && pwd -P)
name=$(basename "$data")
most=${2:-100}
day=${3:--}
kinds=${KINDS:-whole engines stops streets}
questions="$here/$name.csv"
[ -f "$questions" ] || questions="$root/bench/examples/$name.csv"
[ -f "$questions" ] || { echo "no questions: $questions" >&2; exit 2; }
cache="${XDG_CACHE_HOME:-$HOME/.cache}/toret/bench/peers"
mkdir -p "$cache/jars" "$cache/otp"

java="${JAVA_HOME:?JAVA_HOME must name a JDK 25}/bin/java"
fetch() { # ARTIFACT FOLDER: the jar alone, since parent POMs of OpenTripPlanner are not published
  jar=$(printf '%s' "$1" | cut -d: -f2,3 | tr : -).jar
  [ -f "$2/$jar" ] || mvn -B -q org.apache.maven.plugins:maven-dependency-plugin:3.9.0:copy \
    -Dartifact="$1" -DoutputDirectory="$2"
}
# The library of searches is published on its own up to this version.
for artifact in org.opentripplanner:raptor:2.7.0 org.opentripplanner:utils:2.7.0 \
  net.sf.trove4j:core:3.1.0 com.google.code.findbugs:jsr305:3.0.2 \
  org.naviqore:naviqore-raptor:4.0.0 org.naviqore:naviqore-utils:4.0.0; do
  fetch "$artifact" "$cache/jars"
done
mvn -B -q -f "$root/pom.xml" -Pbench -pl bench -am -Dmaven.test.skip=true package >&2
classes="$root/bench/target/bench.jar:$cache/jars/*"

# All planners read the same: every call with a time, no file that only one of them would use.
same="$cache/data/$name"
if [ ! -f "$same/streets.osm.pbf" ]; then
  "$java" "$here/Filled.java" "$data" "$same"
  cp "$data/streets.osm.pbf" "$same/"
fi

graph="$cache/otp/$name"
otp() {
  fetch org.opentripplanner:otp-shaded:2.9.0 "$cache/otp"
  limits='"transitServiceStart":"2000-01-01","transitServiceEnd":"2049-12-31","maxTransferDuration":"903s","subwayAccessTime":0.0'
  if [ "$(cat "$graph/build-config.json" 2>/dev/null)" != "{$limits}" ]; then
    rm -rf "$graph"
    mkdir -p "$graph"
    cp "$same"/* "$graph/"
    # Changes on foot up to 1,200 m; no time for the stairs of an underground station, of which the
    # data say nothing; days of every year.
    printf '{%s}\n' "$limits" >"$graph/build-config.json"
    "$java" -Xmx3g -jar "$cache/otp/otp-shaded-2.9.0.jar" --build --save "$graph" >"$graph/build.log" 2>&1 ||
      { tail -5 "$graph/build.log" >&2; rm "$graph/build-config.json"; exit 1; }
  fi
  # Up to 2,500 m on foot at both ends and alone, 60 s for every change. A busy machine must not turn
  # slow answers into missing ones.
  cat >"$graph/router-config.json" <<'END'
{"server":{"apiProcessingTimeout":"120s"},
 "routingDefaults":{"transferSlack":"60s","boardSlack":"0s","alightSlack":"0s",
  "maxDirectStreetDuration":"1880s","accessEgress":{"maxDuration":"1880s","maxStopCount":100000}}}
END
}
case "$kinds" in *whole*) otp ;; esac

image="$cache/data/$name.img"
case "$kinds" in
  *engines* | *stops* | *streets*) "$root/toret" build --data "$same" --out "$image" >&2 ;;
esac
run() {
  main=$1
  shift
  "$java" -Xmx2g --enable-native-access=ALL-UNNAMED -Dcom.google.protobuf.use_unsafe_pre22_gencode=true \
    -Dlogback.configurationFile="$here/logback.xml" -cp "$classes" "$here/$main.java" "$@"
}
for kind in $kinds; do
  case "$kind" in
    whole) run Peers "$root" "$same" "$questions" "$most" "$day" "$cache/otp/otp-shaded-2.9.0.jar" "$graph" ;;
    engines) run Engines "$image" "$questions" "$most" "$day" false ;;
    stops) run Engines "$image" "$questions" "$most" "$day" true ;;
    streets) run Streets "$image" "$questions" "$most" "$same/streets.osm.pbf" "$cache/gh/$name" ;;
    *) echo "no such kind: $kind" >&2; exit 2 ;;
  esac
done
