# GlassFish, for scripts/run.

title="GlassFish"
version=$(version_of glassfish)
fetched=$target/dist/glassfish-$version/glassfish7
# What it does not do, as its page says; scripts/test knows.
beyond=Java25IT
fetch=dependency:unpack@glassfish
. "$root/scripts/servers/asadmin.sh"
