package org.sallyport.resource.api;

import jakarta.persistence.Entity;
import jakarta.persistence.Table;
import java.time.Instant;
import org.sallyport.platform.config.ConfigValue;

/** A resource server as it was last applied. */
@Entity
@Table(name = "resource_server")
class ResourceServerRow extends AppliedEntry {
  protected ResourceServerRow() {}

  ResourceServerRow(String id, ConfigValue node, Instant now) {
    super(id, node, now);
  }

  ResourceServer server() {
    return ResourceServer.read(definition("resource")).since(createdAt());
  }
}
