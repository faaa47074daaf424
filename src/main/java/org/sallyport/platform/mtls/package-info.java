/**
 * Certificates that clients show in TLS (RFC 8705): where they are found, and what they prove.
 *
 * <p>{@link ClientCertificates} finds the certificate of the sender of a request, as the setting
 * {@code mtls.certificate-from} says:
 *
 * <ul>
 *   <li>{@code tls}: from this server, which ends TLS itself
 *   <li>the name of a header: from a reverse proxy, but only if the request comes from an address
 *       in {@code trusted-proxies}. The formats of HAProxy, nginx, Apache and RFC 9440 are
 *       understood.
 *   <li>not set: certificates are not looked for
 * </ul>
 *
 * <p>The header is read before the body, so that a trailer of the body cannot pass for it.
 *
 * <p>{@link ClientCertificate} says what a token that is bound to it contains ({@code x5t#S256}),
 * and whether one of the authorities in {@code mtls.authorities} has issued it. Whether it was
 * revoked has to be checked where TLS ends.
 *
 * <p>{@code client} authenticates by certificates, {@code token} binds tokens to them, {@code
 * userinfo} requires them of bound tokens; a filter of {@code platform.http.filter} keeps the
 * header. Nothing is stored here.
 */
@NullMarked
@Floor(Floor.Level.PLATFORM)
package org.sallyport.platform.mtls;

import org.jspecify.annotations.NullMarked;
import org.sallyport.Floor;
