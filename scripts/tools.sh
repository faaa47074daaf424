# What scripts/run and scripts/test share: the tools they need, and how they give up.

java="${JAVA_HOME:+$JAVA_HOME/bin/}java"

die() {
  printf '%s: %s\n' "$(basename "$0")" "$1" >&2
  exit 1
}

has() {
  command -v "$1" >/dev/null 2>&1
}

# Finds a JDK, and asks it once for the number of its release, such as 17, since asking starts a JVM.
need_jdk() {
  java_version=$("${java}c" -version 2>&1 | sed -n 's/^javac \([0-9]*\).*/\1/p') || true
  [ "${java_version:-0}" -ge 17 ] || die "a JDK 17 or newer is missing: install one, or point JAVA_HOME at it"
}

need_maven() {
  has mvn || die "Maven 3.8 or newer is missing: install it, and see that mvn is on the PATH"
}

# on_debian COMMAND PACKAGES: installs the packages if the command is missing and this is Debian, as root.
on_debian() {
  has "$1" && return
  has apt-get && [ "$(id -u)" = 0 ] || return 0
  echo "Installing ${*:2} …"
  { DEBIAN_FRONTEND=noninteractive apt-get -qq update &&
    DEBIAN_FRONTEND=noninteractive apt-get -qq install -y --no-install-recommends "${@:2}"; } >/dev/null || true
}

# version_of NAME: the version that the build names for it.
version_of() {
  sed -n "s:.*<$1.version>\(.*\)</$1.version>.*:\1:p" "$root"/{pom,src/test/pom,src/build/pom}.xml
}

# listens PORT: whether somebody does, on this machine.
listens() {
  (exec 3<>"/dev/tcp/127.0.0.1/$1") 2>/dev/null
}

# A port that nobody listens on, for what the server keeps to itself.
free_port() {
  local some
  while some=$((20000 + RANDOM % 12000)) && listens "$some"; do :; done
  echo "$some"
}
