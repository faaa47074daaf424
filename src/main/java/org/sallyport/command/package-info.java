/**
 * The commands of {@code java -jar sallyport.war}, which run without a server.
 *
 * <ul>
 *   <li>{@code validate FILE} reads a configuration file as a start would and prints every
 *       complaint, the first one of each entry.
 *   <li>{@code version} prints the version and the commit that the WAR was built from.
 *   <li>{@code audit verify}, {@code export} and {@code case NUMBER} read the database of a server
 *       ({@link AuditCommand}), and write nothing.
 * </ul>
 *
 * <p>{@link Main} chooses the command. The exit status is 0 if all is well, 1 if not, 2 for wrong
 * arguments; complaints go to the error stream. Settings are those of the environment variables and
 * system properties of this process.
 *
 * <p>{@link Validation} has no CDI container. {@link Implementations} finds settings, grant types
 * and authentication methods among the classes of the WAR, as CDI would. The sections of the file
 * are listed, since their order and what is read of them differ from a start's; a test compares the
 * list with the beans. What depends on the database, such as a limit on how many people a start may
 * disable, is not checked.
 *
 * <p>{@code launcher} calls {@link Main} by reflection; nobody else does. This package reads
 * entries with the same classes as a start: those of {@code platform.config}, {@code client} and
 * {@code person}.
 */
@NullMarked
@Floor(Floor.Level.ROOF)
package org.sallyport.command;

import org.jspecify.annotations.NullMarked;
import org.sallyport.Floor;
