/**
 * The main class of the WAR: makes {@code java -jar sallyport.war} run the commands.
 *
 * <p>A WAR is no class path: the classes are in {@code WEB-INF/classes}, the libraries are jars
 * inside of the file. {@link Launcher} opens the WAR as a file system and calls {@code command}
 * through {@link WarLoader}, which loads, in this order:
 *
 * <ul>
 *   <li>classes from {@code WEB-INF/classes}
 *   <li>libraries from {@code META-INF/command/lib}: what a server brings along, such as JSON-P
 *   <li>libraries from {@code WEB-INF/lib}
 * </ul>
 *
 * <p>Nothing is unpacked to disk. The loader has the class loader of the platform as its parent, so
 * that nothing of the outer class path gets in between.
 *
 * <p>The build puts this package into {@code META-INF/versions} of the WAR, where the JVM finds it
 * and from which no server serves files. It is the only package outside of {@code WEB-INF}, so it
 * may use nothing but the JDK. It has no state.
 *
 * <p>The JVM calls it, by {@code Main-Class} of the manifest. It calls {@code command} by
 * reflection, and passes it the attributes of the manifest.
 */
@NullMarked
@Floor(Floor.Level.ROOF)
package org.sallyport.launcher;

import org.jspecify.annotations.NullMarked;
import org.sallyport.Floor;
