# GlassFish, for scripts/run.

title="GlassFish"
version=$(version_of glassfish)
fetched=$target/dist/glassfish-$version/glassfish7
fetch=dependency:unpack@glassfish
. "$root/scripts/servers/asadmin.sh"
