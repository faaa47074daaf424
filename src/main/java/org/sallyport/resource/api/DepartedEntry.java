package org.sallyport.resource.api;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.IdClass;
import jakarta.persistence.Table;
import java.io.Serializable;
import java.time.Duration;
import java.time.Instant;
import org.sallyport.platform.persistence.mapping.StoredTime;

/** An API or a type that the configuration file does not have any more, for when it comes back. */
@Entity
@Table(name = "departed_entry")
@IdClass(DepartedEntry.EntryKey.class)
class DepartedEntry {
  @Id private String kind;
  @Id private String id;

  @Column(name = "created_at")
  private Instant createdAt;

  @Column(name = "left_at")
  private Instant leftAt;

  /** Which one. */
  record EntryKey(String kind, String id) implements Serializable {}

  protected DepartedEntry() {}

  DepartedEntry(EntryKey key, Instant createdAt, Instant leftAt) {
    kind = key.kind();
    id = key.id();
    this.createdAt = createdAt;
    this.leftAt = leftAt;
  }

  /** Since when the entry counts if it comes back now. */
  Instant since(Instant now, Duration grace) {
    return StoredTime.isWithin(grace, leftAt, now) ? createdAt : now;
  }
}
