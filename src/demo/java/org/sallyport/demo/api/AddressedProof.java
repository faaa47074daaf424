package org.sallyport.demo.api;

import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.SignedJWT;
import java.io.Serial;
import java.net.URI;
import java.net.URISyntaxException;
import java.text.ParseException;

/**
 * A proof as the library may compare it: the library wants {@code htu} character by character, the
 * specification whatever its query and fragment, and however host and port are written (RFC 9449
 * §4.3, RFC 3986 §6.2).
 */
final class AddressedProof extends SignedJWT {
  @Serial private static final long serialVersionUID = 1;

  private final URI target;

  private AddressedProof(SignedJWT proof, URI target) throws ParseException {
    super(proof.getParsedParts()[0], proof.getParsedParts()[1], proof.getParsedParts()[2]);
    this.target = target;
  }

  /** The proof, for a request to this URI; refuses what is no signed JWT. */
  static AddressedProof parse(String proof, URI target) throws ParseException {
    return new AddressedProof(SignedJWT.parse(proof), target);
  }

  @Override
  public JWTClaimsSet getJWTClaimsSet() throws ParseException {
    var claims = super.getJWTClaimsSet();
    return leadsHere(claims.getStringClaim("htu"))
        ? new JWTClaimsSet.Builder(claims).claim("htu", target.toString()).build()
        : claims;
  }

  private boolean leadsHere(String htu) {
    try {
      return htu != null && normal(new URI(htu)).equals(normal(target));
    } catch (URISyntaxException e) {
      return false;
    }
  }

  // A URI compares scheme and host without case by itself.
  private static URI normal(URI uri) throws URISyntaxException {
    var usual = "http".equalsIgnoreCase(uri.getScheme()) ? 80 : 443;
    var port = uri.getPort() < 0 ? usual : uri.getPort();
    return new URI(
            uri.getScheme(), uri.getUserInfo(), uri.getHost(), port, uri.getPath(), null, null)
        .normalize();
  }
}
