package org.sallyport.client.registry;

import static java.nio.charset.StandardCharsets.UTF_8;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.Arrays;
import java.util.Base64;
import org.sallyport.client.metadata.ClientMetadata;
import org.sallyport.platform.crypto.Mac;
import org.sallyport.platform.crypto.Purpose;
import org.sallyport.platform.crypto.ServerMac;
import org.sallyport.protocol.SessionId;
import org.sallyport.protocol.Subject;

/**
 * How clients know people and their sessions: a pairwise client by a name that nobody outside its
 * sector can make or undo (OpenID Connect Core §8.1). It is computed, so nothing is kept of it, and
 * here the person is known by their own subject alone.
 */
@ApplicationScoped
public class SubjectIdentifiers {
  @Inject ServerMac mac;

  /** The subject of this person for this client. */
  public Subject of(Subject person, ClientMetadata client) {
    return client
        .sector()
        .map(sector -> new Subject(pairwise("sub", sector, person.value())))
        .orElse(person);
  }

  /** The name of this session for this client: a common one would lead from client to client. */
  public SessionId of(SessionId session, ClientMetadata client) {
    return client
        .sector()
        .map(sector -> new SessionId(pairwise("sid", sector, session.value())))
        .orElse(session);
  }

  private String pairwise(String kind, String sector, String name) {
    var data = String.join("\n", kind, sector, name).getBytes(UTF_8);
    var made = mac.mac(Purpose.PAIRWISE, data);
    // Without the number of the secret, of which there is one.
    var code = Arrays.copyOfRange(made, made.length - Mac.LENGTH, made.length);
    return Base64.getUrlEncoder().withoutPadding().encodeToString(code);
  }
}
