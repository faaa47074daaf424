package org.sallyport.interaction.pushed;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.io.StringReader;
import java.time.Instant;
import org.sallyport.interaction.ParametersJson;
import org.sallyport.platform.json.Json;
import org.sallyport.platform.persistence.mapping.StoredTime;
import org.sallyport.protocol.ClientId;
import org.sallyport.protocol.request.Parameters;

/** An authorization request that its client has sent ahead, until the browser brings it up. */
@Entity
@Table(name = "pushed_request")
class PushedRequest {
  @Id private String id;

  @Column(name = "client_id")
  private ClientId client;

  private String parameters;

  @Column(name = "expires_at")
  private Instant expiresAt;

  protected PushedRequest() {}

  PushedRequest(String id, ClientId client, Parameters parameters, Instant expiresAt) {
    this.id = id;
    this.client = client;
    this.parameters = ParametersJson.write(parameters).build().toString();
    this.expiresAt = expiresAt;
  }

  boolean isFor(ClientId asking, Instant now) {
    return client.equals(asking)
        && StoredTime.isWithin(
            PushedRequests.LIFETIME, expiresAt.minus(PushedRequests.LIFETIME), now);
  }

  Instant expiresAt() {
    return expiresAt;
  }

  Parameters parameters() {
    try (var reader = Json.createReader(new StringReader(parameters))) {
      return ParametersJson.read(reader.readObject());
    }
  }
}
