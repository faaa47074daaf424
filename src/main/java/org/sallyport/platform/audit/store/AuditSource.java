package org.sallyport.platform.audit.store;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import org.sallyport.protocol.Subject;

/**
 * Events that rows of a feature tell while they stand; the feature copies them by {@link
 * AuditRows#add} when it deletes the rows. Over a plain connection, since commands ask too.
 */
public interface AuditSource {

  /** The events of a person since this time, the newest first. */
  List<StoredEvent> of(Connection connection, Subject subject, Instant since, int most)
      throws SQLException;
}
