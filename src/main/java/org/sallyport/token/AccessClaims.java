package org.sallyport.token;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.sallyport.client.metadata.ClientMetadata;
import org.sallyport.client.registry.SubjectIdentifiers;
import org.sallyport.jwt.AccessTokenClaims;
import org.sallyport.platform.config.Settings;
import org.sallyport.protocol.Subject;
import org.sallyport.token.Entitlement.ForItself;
import org.sallyport.token.Entitlement.ForPerson;

/** What an access token says (RFC 9068 §2.2, MicroProfile JWT 2.1 §5.1). */
@ApplicationScoped
class AccessClaims {
  private static final int LONGEST_GROUPS = 20_000;

  @Inject SubjectIdentifiers subjects;
  @Inject Settings settings;

  AccessTokenClaims of(Entitlement authorized) {
    if (authorized instanceof ForPerson person) {
      return ofPerson(person);
    }
    return ofClient((ForItself) authorized);
  }

  private AccessTokenClaims ofClient(ForItself own) {
    return new AccessTokenClaims(
        Subject.of(own.client().id()),
        own.client().id(),
        own.reach().scopes(),
        own.reach().audience(settings.issuer()),
        own.reach().form(),
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        own.bound(),
        details(own.reach()));
  }

  private AccessTokenClaims ofPerson(ForPerson allowed) {
    var grant = allowed.grant();
    var client = allowed.client().metadata();
    return new AccessTokenClaims(
        subjects.of(grant.subject(), client),
        grant.client(),
        allowed.reach().scopes(),
        allowed.reach().audience(settings.issuer()),
        allowed.reach().form(),
        Optional.of(grant.id()),
        Optional.of(subjects.of(grant.session(), client)),
        Optional.of(grant.authentication()),
        allowed.bound(),
        aboutPerson(allowed, client));
  }

  // An API needs a name to work with; our own endpoints do not.
  private static Map<String, Object> aboutPerson(ForPerson allowed, ClientMetadata client) {
    var about = new LinkedHashMap<String, Object>();
    var person = allowed.person();
    var scopes = allowed.grant().scopes();
    var useful = !allowed.reach().servers().isEmpty() || scopes.contains("profile");
    if (useful && client.mayKnowUsernames(scopes)) {
      var name = person.claims().text("preferred_username").orElse(person.username());
      about.put("preferred_username", name);
      about.put("upn", name);
    }
    if (allowed.reach().scopes().contains("groups")) {
      fitting(person.groups()).ifPresent(groups -> about.put("groups", groups));
    }
    about.putAll(details(allowed.reach()));
    return about;
  }

  // Too many for a header are told by the userinfo endpoint alone.
  private static Optional<List<String>> fitting(Set<String> groups) {
    var length = groups.stream().mapToInt(String::length).sum();
    return length <= LONGEST_GROUPS ? Optional.of(List.copyOf(groups)) : Optional.empty();
  }

  // RFC 9396 §9.1.
  private static Map<String, Object> details(TokenAudience reach) {
    var details = reach.details();
    return details.isEmpty() ? Map.of() : Map.of("authorization_details", details.plain());
  }
}
