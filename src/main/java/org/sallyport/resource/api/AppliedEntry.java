package org.sallyport.resource.api;

import jakarta.persistence.Column;
import jakarta.persistence.Id;
import jakarta.persistence.MappedSuperclass;
import java.time.Instant;
import org.sallyport.platform.config.ConfigValue;
import org.sallyport.platform.crypto.Sha256;

/** An entry of the configuration file, as it was last applied. */
@MappedSuperclass
public class AppliedEntry {
  private static final int LONGEST = 100_000;

  @Id private String id;
  private String definition;

  @Column(name = "applied_digest")
  private String appliedDigest;

  @Column(name = "created_at")
  private Instant createdAt;

  @Column(name = "changed_at")
  private Instant changedAt;

  protected AppliedEntry() {}

  /** An entry that comes in now; refuses one that the table has no room for. */
  protected AppliedEntry(String id, ConfigValue node, Instant now) {
    this.id = id;
    createdAt = now;
    apply(node, now);
  }

  /** Whether this entry of the configuration file is the one taken over last. */
  boolean remembers(ConfigValue node) {
    return Sha256.hex(node.json().toString()).equals(appliedDigest);
  }

  /** Takes over an entry of the configuration file; refuses one that the table has no room for. */
  final void apply(ConfigValue node, Instant now) {
    definition = node.fitting(node.json().toString(), LONGEST);
    appliedDigest = Sha256.hex(definition);
    changedAt = now;
  }

  /** Comes back as what it was since then. */
  void existsSince(Instant then) {
    createdAt = then;
  }

  /** Since when the file has it: what was allowed before does not speak of it. */
  protected Instant createdAt() {
    return createdAt;
  }

  /** The name of the API or the type. */
  public String id() {
    return id;
  }

  /** The entry itself, read as one of this kind. */
  protected ConfigValue definition(String kind) {
    return ConfigValue.stored(kind + " " + id, definition);
  }
}
