/**
 * Hands mail to a mail server by the mail library of the application server (Jakarta Mail 2.1).
 *
 * <p>These are the only classes that name {@code jakarta.mail}. No class names them, and none is a
 * bean: where a server has no mail library, such as Open Liberty without its feature {@code
 * mail-2.1}, they cannot be loaded, and nothing else may need them. {@code platform.mail} makes
 * {@link JakartaMail} by its name, if the library is there.
 *
 * <p>A mail is sent over a connection of its own, or by a session of the server's ({@code
 * mail.session}). It is text and HTML (RFC 2046 §5.1.4), with the {@code Message-ID} that it was
 * written with. Each answer of the mail server has a time-out, and {@link Sockets} closes the
 * connection of one that sends a byte now and then.
 *
 * <p>Nothing is stored here. What failed is told by its meaning for the mail: the mail server is
 * away, it took this mail not now, or it never will.
 */
@NullMarked
@Floor(Floor.Level.PLATFORM)
package org.sallyport.platform.mail.transport;

import org.jspecify.annotations.NullMarked;
import org.sallyport.Floor;
