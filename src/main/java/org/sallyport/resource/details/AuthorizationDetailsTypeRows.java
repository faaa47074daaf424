package org.sallyport.resource.details;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.sallyport.platform.persistence.UnreadableRows;
import org.sallyport.platform.transaction.Transactional;
import org.sallyport.resource.api.AppliedRows;
import org.sallyport.resource.api.Departures;

/** The table of types of authorization details; read through {@link AuthorizationDetailsTypes}. */
@ApplicationScoped
@Transactional
public class AuthorizationDetailsTypeRows implements AppliedRows<AuthorizationDetailsTypeRow> {
  private static final String ALL = "select t from AuthorizationDetailsTypeRow t order by t.id";

  @Inject EntityManager em;
  @Inject UnreadableRows unreadable;

  List<AuthorizationDetailsType> types() {
    return all().stream()
        .flatMap(r -> unreadable.read("authorization_details_type", r.id(), r::type).stream())
        .toList();
  }

  @Override
  public List<AuthorizationDetailsTypeRow> all() {
    return em.createQuery(ALL, AuthorizationDetailsTypeRow.class).getResultList();
  }

  /** What left this section of the file. */
  Departures departures(String section, Instant now, Duration grace) {
    return new Departures(em, section, now, grace);
  }

  @Override
  public void add(AuthorizationDetailsTypeRow row) {
    em.persist(row);
  }

  @Override
  public void remove(AuthorizationDetailsTypeRow row) {
    em.remove(row);
  }
}
