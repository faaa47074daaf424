# Payara Micro, for scripts/run: one file that is server and launcher.

title="Payara Micro"
version=$(version_of payara)
fetched=$target/payara-micro.jar
fetch=dependency:copy@payara-micro
broken='Exception while loading the app'
runtime=$target/payara-micro

# Unpacks Payara Micro once, so that no start has to.
prepare() {
  [ "$runtime/launch-micro.jar" -nt "$fetched" ] && return
  rm -rf "$runtime" "$runtime.new"
  attended "$java" -jar "$fetched" --rootdir "$runtime.new" --outputlauncher >/dev/null ||
    die "Payara Micro could not be unpacked into $runtime"
  mv "$runtime.new" "$runtime"
}

# For the in-container tests, Arquillian finds all that it needs.
prepare_container() {
  :
}

launch() {
  local war deploy=()
  cp -R "$runtime/config" "$runtime/lib" "$runtime/META-INF" "$instance"
  for war in "${wars[@]}"; do deploy+=(--deploy "$war"); done
  cd "$runtime"
  # Names the class path and the module options, relative to this directory.
  . ./.env
  # shellcheck disable=SC2086
  serve "$java" -Xms64m -Xmx256m -Xss512k -XX:+UseSerialGC -XX:+ExitOnOutOfMemoryError \
    $MICRO_OPENS -cp "$MICRO_CLASSPATH" \
    "-Dfish.payara.micro.BootJar=file:${runtime// /%20}/launch-micro.jar" "-Dfish.payara.micro.UnpackDir=$runtime" \
    "${settings[@]}" fish.payara.micro.impl.PayaraMicroImpl --rootdir "$instance" --port "$port" \
    --nocluster --nohazelcast --nohostaware --disablephonehome --prebootcommandfile "$setup/boot.asadmin" \
    --logproperties "$setup/logging.properties" "${deploy[@]}"
}
