#!/usr/bin/env bash
# Builds the packages of this system, Linux or macOS, into target/packages; --help says more.
# All that is done is in java/, for Windows too: here only a JDK is found to run it with.
set -euo pipefail
umask 022
here=$(cd "$(dirname "$0")" && pwd)

for home in "${JAVA_HOME:-}" /usr/lib/jvm/* /Library/Java/JavaVirtualMachines/*/Contents/Home; do
  [[ -x $home/bin/javac && -x $home/bin/jpackage ]] && break
  home=
done
if [[ -z $home ]] && command -v javac >/dev/null; then
  home=$(dirname "$(dirname "$(command -v javac)")")
fi
if [[ -z $home ]]; then
  echo "A JDK 17 or newer with jpackage is needed: set JAVA_HOME to it" >&2
  exit 1
fi

classes=$here/../target/installer/classes
mkdir -p "$classes"
"$home/bin/javac" --release 17 -sourcepath "$here/java" -d "$classes" "$here/java/Build.java"
cd "$here/.."
exec "$home/bin/java" -cp "$classes" Build "$PWD" "$@"
