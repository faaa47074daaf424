/**
 * What this server can do, for clients and APIs to read.
 *
 * <p>Routes, all {@code GET}:
 *
 * <ul>
 *   <li>{@code /.well-known/openid-configuration} (OpenID Connect Discovery 1.0) and {@code
 *       /.well-known/oauth-authorization-server} (RFC 8414): one document, also with the path of
 *       the issuer behind it
 *   <li>{@code /oauth2/jwks}: the JWK set (RFC 7517 §5), from {@code keys}
 * </ul>
 *
 * <p>{@link MetadataDocument} collects the document from all beans of type {@code MetadataSource};
 * each feature has one beside its code. It collects before the first request and then twice a
 * second, since APIs and types of authorization details are rows that any node may change. While
 * the database fails, the last document stays. Both answers are bytes in memory, with {@code ETag};
 * servlets send them, since they are asked for often.
 *
 * <p>A member of the metadata is not written here: search for the class whose name ends in {@code
 * Metadata}. Only the issuer ({@link IssuerMetadata}) and {@code jwks_uri} ({@link JwksMetadata})
 * belong to this package.
 *
 * <p>Applications and APIs call it; no package does.
 */
@NullMarked
@Floor(Floor.Level.DOORS)
package org.sallyport.discovery;

import org.jspecify.annotations.NullMarked;
import org.sallyport.Floor;
