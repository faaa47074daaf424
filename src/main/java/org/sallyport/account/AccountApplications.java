package org.sallyport.account;

import static java.util.stream.Collectors.toMap;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.sallyport.client.registry.Client;
import org.sallyport.client.registry.Clients;
import org.sallyport.grant.consent.ApplicationUse;
import org.sallyport.grant.consent.ApplicationUses;
import org.sallyport.grant.consent.Consent;
import org.sallyport.grant.consent.ConsentChoice;
import org.sallyport.grant.consent.Consents;
import org.sallyport.person.Person;
import org.sallyport.platform.audit.Audit;
import org.sallyport.platform.audit.AuditEvent.ConsentGiven;
import org.sallyport.platform.audit.AuditEvent.ConsentWithdrawn;
import org.sallyport.platform.transaction.Transactional;
import org.sallyport.protocol.ClientId;
import org.sallyport.protocol.Scopes;

/** What a person allowed applications, and how they take it back. */
@ApplicationScoped
@Transactional
class AccountApplications {
  @Inject Consents consents;
  @Inject ApplicationUses uses;
  @Inject Clients clients;
  @Inject Audit audit;
  @Inject Clock clock;

  /**
   * An application that a person allowed something, or that has tokens of theirs.
   *
   * @param consent what they chose; none for an application that asks nobody
   * @param use that it has tokens now, if it has
   */
  record AllowedApplication(
      Client client, Optional<Consent> consent, Optional<ApplicationUse> use) {}

  /** All applications with access to what is this person's, or that were refused some. */
  List<AllowedApplication> of(Person person) {
    var chosen =
        consents.of(person.subject()).stream().collect(toMap(Consent::client, Function.identity()));
    var used =
        uses.of(person.subject(), person.credentialsChangedAt(), clock.instant()).stream()
            .collect(toMap(ApplicationUse::client, Function.identity()));
    return Stream.concat(chosen.keySet().stream(), used.keySet().stream())
        .distinct()
        .flatMap(id -> clients.find(id).stream())
        .map(client -> allowed(client, chosen.get(client.id()), used.get(client.id())))
        .toList();
  }

  /**
   * Takes back what the person allowed a client: consent, codes, refresh and access tokens; false
   * if it has nothing.
   */
  boolean remove(Person person, String client) {
    var known = of(person).stream().map(a -> a.client().id()).filter(id -> is(id, client)).toList();
    for (var id : known) {
      consents.withdraw(person.subject(), id, clock.instant());
      audit.record(new ConsentWithdrawn(person.subject(), id));
    }
    return !known.isEmpty();
  }

  /**
   * Allows what was declined before, from the next request of the application on; false if it was
   * not declined.
   */
  boolean allow(Person person, String client, String scope) {
    var declined =
        consents.of(person.subject()).stream()
            .filter(c -> is(c.client(), client) && c.declined().contains(scope))
            .map(Consent::client)
            .toList();
    for (var id : declined) {
      var given = Scopes.of(scope);
      var choice = new ConsentChoice(given, Scopes.NONE);
      consents.remember(person.subject(), id, choice, clock.instant());
      audit.record(new ConsentGiven(person.subject(), id, given));
    }
    return !declined.isEmpty();
  }

  private static boolean is(ClientId id, String sent) {
    return id.value().equals(sent);
  }

  private static AllowedApplication allowed(
      Client client, @Nullable Consent consent, @Nullable ApplicationUse use) {
    return new AllowedApplication(client, Optional.ofNullable(consent), Optional.ofNullable(use));
  }
}
