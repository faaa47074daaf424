package org.sallyport.person;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import org.sallyport.platform.crypto.Sha256;

/** A group of people, of the configuration file or of another source. */
@Entity
@Table(name = "person_group")
class PersonGroup {
  @Id private String id;

  @Column(name = "source")
  private String source;

  private String name;

  @Column(name = "created_at")
  private Instant createdAt;

  protected PersonGroup() {}

  PersonGroup(String source, String name, Instant now) {
    this.id = id(source, name);
    this.source = source;
    this.name = name;
    this.createdAt = now;
  }

  /** The id of the group that has this name at this source: nodes that add it at once agree. */
  static String id(String source, String name) {
    return Sha256.hex(source + '\n' + name);
  }

  String name() {
    return name;
  }
}
