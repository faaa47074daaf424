package org.sallyport.resource.details;

import jakarta.persistence.Entity;
import jakarta.persistence.Table;
import java.time.Instant;
import org.sallyport.platform.config.ConfigValue;
import org.sallyport.resource.api.AppliedEntry;

/** A type of authorization details as it was last applied. */
@Entity
@Table(name = "authorization_details_type")
public class AuthorizationDetailsTypeRow extends AppliedEntry {
  protected AuthorizationDetailsTypeRow() {}

  AuthorizationDetailsTypeRow(String id, ConfigValue node, Instant now) {
    super(id, node, now);
  }

  AuthorizationDetailsType type() {
    return AuthorizationDetailsType.read(definition("authorization details type"))
        .since(createdAt());
  }
}
