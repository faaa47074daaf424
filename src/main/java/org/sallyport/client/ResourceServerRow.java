package org.sallyport.client;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import org.sallyport.platform.config.Node;
import org.sallyport.platform.crypto.Sha256;
import org.sallyport.protocol.Resource;

/** A resource server as it was last applied. */
@Entity
@Table(name = "resource_server")
class ResourceServerRow {
  @Id private String id;
  private String definition;

  @Column(name = "applied_digest")
  private String appliedDigest;

  @Column(name = "created_at")
  private Instant createdAt;

  @Column(name = "changed_at")
  private Instant changedAt;

  protected ResourceServerRow() {}

  ResourceServerRow(Resource id, Node node, Instant now) {
    this.id = id.value();
    createdAt = now;
    apply(node, now);
  }

  /** Whether this entry of the configuration file is the one taken over last. */
  boolean remembers(Node node) {
    return Sha256.hex(node.json().toString()).equals(appliedDigest);
  }

  /** Takes over an entry of the configuration file. */
  final void apply(Node node, Instant now) {
    definition = node.json().toString();
    appliedDigest = Sha256.hex(definition);
    changedAt = now;
  }

  String id() {
    return id;
  }

  ResourceServer server() {
    return ResourceServer.read(Node.parse("resource " + id, definition));
  }
}
