# Open Liberty, for scripts/run: a directory of its own for each instance, beside one installation.

title="Open Liberty"
version=$(version_of liberty)
fetched=$target/dist/liberty-$version/wlp
fetch=dependency:unpack@liberty
broken='CWWKZ000[24]E|CWWKF0001E|CWWKE0701E'
memory=(-Xms64m -Xmx384m -XX:+UseSerialGC)
jndi=jdbc/sallyport
# What it does not do, as its page says; scripts/test knows.
beyond=WireIT#a_body_that_comes_byte_by_byte_is_given_up

prepare() {
  :
}

# For the in-container tests: a server that Arquillian deploys to.
prepare_container() {
  local home=$fetched/usr/servers/container
  rm -rf "$home"
  mkdir -p "$home"
  sed -e '/webApplication/d' -e 's:</featureManager>:<feature>localConnector-1.0</feature></featureManager>:' \
    "$setup/server.xml" >"$home/server.xml"
  echo "http.port=$1" >"$home/bootstrap.properties"
}

# also WAR PATH: configuration that deploys one more.
also() {
  echo "<server><webApplication location=\"$1\" contextRoot=\"$2\" /></server>"
}

launch() {
  local war home=$instance/servers/sallyport
  mkdir -p "$home/apps" "$home/configDropins/overrides"
  cp "$setup/server.xml" "$home"
  [ -z "$demo" ] || cp "$setup/demo.xml" "$home/configDropins/overrides"
  [ -z "$datasource" ] || { cp "$datasource" "$home/configDropins/overrides" && driver "$instance/shared/resources"; }
  for war in "${wars[@]}"; do
    cp "${war%:*}" "$home/apps"
    [ -z "$copies" ] || also "$(basename "${war%:*}")" "${war##*:}" >"$home/configDropins/overrides/${war##*/}.xml"
  done
  printf '%s\n' "http.port=$port" "context.path=${path:-/}" invocationCacheSize=0 >"$home/bootstrap.properties"
  export WLP_USER_DIR=$instance WLP_OUTPUT_DIR=$instance/output
  local options=java9
  [ "$java_version" -lt 24 ] || options=java24
  serve "$java" -XX:+ExitOnOutOfMemoryError "@$fetched/lib/platform/java/$options.options" \
    "-javaagent:$fetched/bin/tools/ws-javaagent.jar" -Djava.awt.headless=true "${settings[@]}" \
    -jar "$fetched/bin/tools/ws-server.jar" sallyport
}
