# Payara Micro, for scripts/run: one file that is server and launcher.

title="Payara Micro"
version=$(version_of payara)
fetched=$target/payara-micro.jar
fetch=dependency:copy@payara-micro
broken='Exception while loading the app'
memory=(-Xms64m -Xmx256m -Xmn40m -Xss512k -XX:+UseSerialGC -XX:MinHeapFreeRatio=5 -XX:MaxHeapFreeRatio=10)
runtime=$target/payara-micro
jndi=jdbc/sallyport
# It deploys at its start only.
beyond=CopiesIT#one_is_deployed_again_and_again_and_the_other_goes_on

# For a JDK 25 only.
newer=()
known=()

prepare() {
  unpack
  if [ "$java_version" -ge 25 ]; then
    newer=(-XX:+UseCompactObjectHeaders -XX:TrimNativeHeapInterval=10000)
    learn "$target/learned-$java_version.aot" AOTCacheOutput AOTCache
  elif [ -n "$learn" ]; then
    learn "$target/learned-$java_version.jsa" ArchiveClassesAtExit SharedArchiveFile
  fi
}

# Once, so that no start has to. Of several starts at once, each unpacks its own, and one of them stays.
unpack() {
  [ "$runtime/launch-micro.jar" -nt "$fetched" ] && return
  rm -rf "$runtime"
  attended "$java" -jar "$fetched" --rootdir "$runtime.$$" --outputlauncher >/dev/null ||
    die "Payara Micro could not be unpacked into $runtime"
  [ -e "$runtime" ] || mv "$runtime.$$" "$runtime"
  rm -rf "$runtime.$$"
}

# learn CACHE WRITE READ: a JDK can keep what it finds out about classes, by these two options. It starts once for that,
# again for each new WAR, and every later start is a third shorter. What starts meanwhile does not wait for it.
learn() {
  if [ ! "$1" -nt "$target/sallyport.war" ] && alone "$1.lock"; then
    echo "Starting once, to learn how to start faster (a minute or two) …"
    if attended learning "$1.$$" "$2"; then
      mv "$1.$$" "$1"
    else
      echo "It could not be learned: see $log.learning"
    fi
    rm -rf "$1.$$"* "$1.lock"
  fi
  [ ! -e "$1" ] || known=("-XX:$3=$1")
}

# alone LINK: whether nobody else who still runs has made the link; makes it.
alone() {
  ln -s $$ "$1" 2>/dev/null || { ! kill -0 "$(readlink "$1")" 2>/dev/null && ln -sfn $$ "$1"; }
}

# learning CACHE WRITE: starts one application with an empty database and without an audience, and ends as soon as it is
# ready.
learning() {
  unset "${!SALLYPORT_@}"
  log=$log.learning
  data=$1.data config= database= datasource= tls= demo= copies= brand= known=("-XX:$2=$1")
  start
  trap 'exit 1' INT TERM HUP
  trap 'kill -KILL "$server" 2>/dev/null || true; rm -rf "$instance"' EXIT
  SECONDS=0
  wait_until_ready 5
  kill "$server"
  wait "$server" || true
  [ -e "$1" ]
}

# For the in-container tests, Arquillian finds all that it needs.
prepare_container() {
  :
}

launch() {
  local war deploy=()
  cp -R "$runtime/config" "$runtime/lib" "$runtime/META-INF" "$instance"
  cp "$setup/glassfish-version.properties" "$instance/config/branding"
  [ -z "$datasource" ] || { deploy+=(--postbootcommandfile "$datasource") && driver "$instance/lib"; }
  cat "$setup/boot.asadmin" ${tls:+"$tls"} >"$instance/boot.asadmin"
  for war in "${wars[@]}"; do deploy+=(--deploy "$war"); done
  cd "$runtime"
  # Names the class path and the module options, relative to this directory.
  . ./.env
  # shellcheck disable=SC2086
  serve "$java" -XX:+ExitOnOutOfMemoryError ${newer[@]+"${newer[@]}"} ${known[@]+"${known[@]}"} \
    -Dorg.glassfish.grizzly.http.STRICT_HEADER_VALUE_VALIDATION_RFC_9110=false $MICRO_OPENS -cp "$MICRO_CLASSPATH" \
    "-Dfish.payara.micro.BootJar=file:${runtime// /%20}/launch-micro.jar" "-Dfish.payara.micro.UnpackDir=$runtime" \
    "${settings[@]}" fish.payara.micro.impl.PayaraMicroImpl --rootdir "$instance" --port "$port" \
    --nocluster --nohazelcast --nohostaware --disablephonehome --prebootcommandfile "$instance/boot.asadmin" \
    --logproperties "$setup/logging.properties" "${deploy[@]}"
}
