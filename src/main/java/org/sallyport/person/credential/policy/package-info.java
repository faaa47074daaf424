/**
 * Which passwords people may choose (NIST SP 800-63B-4 §3.1.1.2).
 *
 * <p>{@link PasswordPolicy} says why a password is not taken, as a {@link PasswordRefusal}: too
 * short or too long, one of {@link CommonPasswords}, {@link Guessable} for whoever knows its owner,
 * or one of {@link BreachedPasswords}. There are no rules of composition, and no password expires.
 *
 * <p>The list of common passwords is a resource that the build makes of a library's list ({@code
 * src/build/build.xml}); the library is not in the WAR. A {@link BreachedFile} is the operator's,
 * and is searched on disk.
 *
 * <p>{@code person} asks it when somebody chooses a password. It reads {@link PasswordSettings},
 * asks {@code platform.page} for the name of the installation, which makes no password either, and
 * calls {@code platform.runtime} to check the file at start. Passwords that people have already are
 * never judged here, nor those of the configuration file.
 */
@NullMarked
@Floor(Floor.Level.PARTIES)
package org.sallyport.person.credential.policy;

import org.jspecify.annotations.NullMarked;
import org.sallyport.Floor;
