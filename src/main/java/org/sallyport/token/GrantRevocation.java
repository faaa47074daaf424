package org.sallyport.token;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Clock;
import org.sallyport.grant.EndReason;
import org.sallyport.grant.Grant;
import org.sallyport.grant.Grants;
import org.sallyport.platform.audit.Audit;
import org.sallyport.platform.audit.AuditEvent.GrantEnded;

/** Ends grants whose credentials turned up in a second pair of hands. */
@ApplicationScoped
class GrantRevocation {
  @Inject Grants grants;
  @Inject Audit audit;
  @Inject Clock clock;

  void end(Grant grant, EndReason reason) {
    if (grants.end(grant.id(), reason, clock.instant())) {
      audit.record(new GrantEnded(grant.id(), grant.subject(), grant.client(), reason.name()));
    }
  }
}
