# What Payara Server and GlassFish have in common, for scripts/run: a domain for each instance, and asadmin.

runtime=$target/dist/$kind-ready
jndi=jdbc/sallyport
broken='Command deploy failed'

asadmin() {
  AS_JAVA=${JAVA_HOME:-} "$fetched/bin/asadmin" --interactive=false "$@"
}

# ports DIR PORT [ADMIN]: gives a domain this port, and for the rest ports that nobody listens on.
ports() {
  local line file=$1/config/domain.xml
  local others='<(iiop-listener|jmx-connector) .*port="[0-9]+"|system-property.*JMS_PROVIDER_PORT|telnet.port=[0-9]+'
  admin=${3:-$(free_port)}
  sed -i.bak -e "/name=\"http-listener-1\"/s/port=\"[0-9]*\"/port=\"$2\"/" \
    -e "/name=\"http-listener-2\"/s/port=\"[0-9]*\"/port=\"$(free_port)\"/" \
    -e "/name=\"admin-listener\"/s/port=\"[0-9]*\"/port=\"$admin\"/" "$file"
  for line in $(grep -nE "$others" "$file" | cut -d: -f1); do
    sed -i.bak -e "${line}s/\\(port=\"*\|value=\"\\)[0-9][0-9]*/\\1$(free_port)/" "$file"
  done
}

# Configures a domain once, as an operator would.
prepare() {
  cp "$setup/glassfish-version.properties" "$fetched/glassfish/config/branding"
  [ "$runtime/command" -nt "$setup/setup.asadmin" ] && return
  rm -rf "$runtime" "$runtime.new"
  mkdir -p "$runtime.new"
  cp -R "$fetched/glassfish/domains/domain1" "$runtime.new"
  rm -f "$runtime.new/domain1/docroot/index.html"
  ports "$runtime.new/domain1" "$(free_port)"
  attended set_up >"$runtime.new/setup.log" 2>&1 || true
  ! grep -q failed "$runtime.new/setup.log" || die "$title could not be set up: see $runtime.new/setup.log"
  asadmin start-domain --dry-run --domaindir "$runtime.new" domain1 | sed -e 1d -e '/^$/,$d' >"$runtime.new/command"
  mv "$runtime.new" "$runtime"
}

set_up() {
  asadmin start-domain --domaindir "$runtime.new" domain1 || return
  asadmin --port "$admin" multimode --file "$setup/setup.asadmin" || true
  asadmin stop-domain --domaindir "$runtime.new" domain1
}

# For the in-container tests: a domain that Arquillian deploys to.
prepare_container() {
  local home=$fetched/glassfish/domains/container
  rm -rf "$home"
  cp -R "$runtime/domain1" "$home"
  ports "$home" "$1" "$2"
}

launch() {
  local war command
  cp -R "$runtime/domain1" "$instance"
  cp "$instance/domain1/config/domain.xml" "$instance/domain.xml"
  ports "$instance/domain1" "$port"
  [ -z "$datasource" ] || driver "$instance/domain1/lib"
  mapfile -t command <"$runtime/command"
  command=("${command[@]//"$runtime.new"/"$instance"}")
  serve "$java" "${settings[@]}" "${command[@]:1}"
  [ -z "$datasource" ] || cp "$datasource" "$instance/deploy.asadmin"
  for war in "${wars[@]}"; do
    echo "deploy --name $(basename "${war%:*}" .war) --contextroot ${war##*:} ${war%:*}"
  done >>"$instance/deploy.asadmin"
  deploy &
  children+=($!)
}

deploy() {
  until listens "$admin"; do
    kill -0 "$server" 2>/dev/null || return
    sleep 0.2
  done
  asadmin --port "$admin" multimode --file "$instance/deploy.asadmin" >>"$log" 2>&1
}
