# Payara Server, for scripts/run.

title="Payara Server"
version=$(version_of payara-server)
fetched=$target/dist/payara-server-$version/payara6
fetch=dependency:unpack@payara-server
. "$root/scripts/servers/asadmin.sh"
