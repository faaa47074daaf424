# WildFly, for scripts/run: a directory of its own for each instance, beside one installation.

title=WildFly
version=$(version_of wildfly)
fetched=$target/dist/wildfly-$version/wildfly-$version
fetch=dependency:unpack@wildfly
broken='WFLYSRV0026|WFLYCTL0013'
memory=(-Xms64m -Xmx384m -XX:+UseSerialGC)
runtime=$target/dist/wildfly-ready
jndi=java:/jdbc/sallyport

# Configures the installation once, as an operator would.
prepare() {
  [ "$runtime/standalone.xml" -nt "$setup/setup.cli" ] && return
  rm -rf "$runtime" "$runtime.new"
  mkdir -p "$runtime.new"
  cp -R "$fetched/standalone/configuration/." "$runtime.new"
  configure "$runtime.new" "$setup/setup.cli"
  mv "$runtime.new" "$runtime"
}

# configure DIR FILE: changes the configuration that is there.
configure() {
  attended "$fetched/bin/jboss-cli.sh" "-Djboss.server.config.dir=$1" "--file=$2" >"$1/setup.log" 2>&1 ||
    die "WildFly could not be set up: see $1/setup.log"
}

# A WAR's name among the deployments is its context path; the demo's second one says its own.
place() {
  local war=$1 path=${2#/}
  case $path in demo/web) path=demo-web ;; */*) die "on WildFly, the issuer's path is one word: not /$path" ;; esac
  cp "$war" "$instance/deployments/${path:-ROOT}.war"
}

# What WildFly's own script gives this Java.
module_options() (
  set +eu
  JAVA=$java GREP=grep
  . "$fetched/bin/common.sh"
  setDefaultModularJvmOptions
  echo "$DEFAULT_MODULAR_JVM_OPTIONS"
)

# For the in-container tests: a configuration that Arquillian starts.
prepare_container() {
  cp "$runtime/standalone.xml" "$fetched/standalone/configuration/container.xml"
}

launch() {
  local war
  mkdir -p "$instance/deployments"
  cp -R "$runtime" "$instance/configuration"
  [ -z "$datasource" ] || { configure "$instance/configuration" "$datasource" && driver "$instance/deployments"; }
  for war in "${wars[@]}"; do place "${war%:*}" "${war##*:}"; done
  # shellcheck disable=SC2086
  serve "$java" -XX:+ExitOnOutOfMemoryError $(module_options) \
    -Dorg.jboss.logmanager.nocolor=true -Djava.awt.headless=true -Djboss.modules.system.pkgs=org.jboss.byteman "-Djboss.home.dir=$fetched" \
    "-Djboss.server.base.dir=$instance" "-Dorg.jboss.boot.log.file=$instance/log/boot.log" "-Djboss.http.port=$port" "-Djboss.management.http.port=$(free_port)" \
    "-Dlogging.configuration=file:$instance/configuration/logging.properties" "${settings[@]}" \
    -jar "$fetched/jboss-modules.jar" -mp "$fetched/modules" org.jboss.as.standalone -c standalone.xml
}
