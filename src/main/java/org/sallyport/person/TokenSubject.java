package org.sallyport.person;

import jakarta.persistence.Entity;
import jakarta.persistence.Table;
import jakarta.persistence.Transient;
import java.util.Collection;
import java.util.List;
import org.hibernate.annotations.Immutable;
import org.sallyport.platform.runtime.Lazy;

/**
 * Whom a token is about: of the row of a person what each request with a token needs, to be read
 * with a grant, and never written.
 */
@Entity
@Immutable
@Table(name = "person")
public class TokenSubject extends ResourceOwner {
  @Transient private Lazy<List<String>> namesOfRows = new Lazy<>(List::of);

  protected TokenSubject() {}

  /** Takes where to read the names of the groups that the row itself does not have. */
  void readNamesOfRows(Lazy<List<String>> names) {
    namesOfRows = names;
  }

  @Override
  Collection<String> namesOfRows() {
    return namesOfRows.get();
  }
}
