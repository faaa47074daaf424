package org.sallyport.resource.details;

import static java.util.stream.Collectors.toUnmodifiableSet;
import static org.sallyport.resource.details.AuthorizationDetails.wrong;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.json.JsonObject;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import org.sallyport.platform.persistence.RecentlyRead;
import org.sallyport.protocol.request.Parameters;
import org.sallyport.resource.api.ResourceServer;
import org.sallyport.resource.api.ResourceServers;

/**
 * All types of authorization details (RFC 9396 §2.1), and what clients ask for by them; a change is
 * seen within two seconds on every node.
 */
@ApplicationScoped
public class AuthorizationDetailsTypes {
  private static final int LONGEST_REASON = 300;

  private final RecentlyRead<String, List<AuthorizationDetailsType>> recent = new RecentlyRead<>();

  @Inject AuthorizationDetailsTypeRows rows;
  @Inject ResourceServers servers;

  /** All of them. */
  public List<AuthorizationDetailsType> all() {
    return recent.get("all", k -> Optional.of(rows.types())).orElse(List.of());
  }

  /** The one of this name. */
  public Optional<AuthorizationDetailsType> find(String type) {
    return all().stream().filter(t -> t.type().equals(type)).findFirst();
  }

  /**
   * What a client asks for by the parameter {@code authorization_details}, if it is there; refuses
   * a type that is unknown or not the client's, and what is not as its type has it (RFC 9396 §5).
   */
  public AuthorizationDetails asked(Parameters parameters, PermittedDetails client) {
    return asked(parameters, client, AuthorizationDetails.NONE);
  }

  /** The same, with what is meant where the parameter is not there. */
  public AuthorizationDetails asked(
      Parameters parameters, PermittedDetails client, AuthorizationDetails usual) {
    var asked = parameters.optional("authorization_details").map(AuthorizationDetails::parse);
    asked.ifPresent(details -> check(details, client));
    return asked.orElse(usual);
  }

  /**
   * The resource servers that one of them is for: those it names, else those of its type; none if
   * nobody can tell (RFC 9396 §2.2, §3.2).
   */
  public List<ResourceServer> homes(JsonObject detail) {
    var locations = AuthorizationDetails.locations(detail);
    return locations.isEmpty()
        ? find(AuthorizationDetails.type(detail))
            .map(t -> servers(s -> t.resources().contains(s.id())))
            .orElse(List.of())
        : servers(s -> locations.contains(s.id().value()));
  }

  /**
   * Whether a client may still have one that it was granted at this time: its type, at all that it
   * is for.
   */
  public boolean mayHave(PermittedDetails client, JsonObject detail, Instant granted) {
    var name = AuthorizationDetails.type(detail);
    return client.types().contains(name)
        && find(name)
            .filter(type -> !type.since().isAfter(granted))
            .filter(type -> homes(detail).stream().allMatch(h -> h.wasThereAt(granted)))
            .filter(type -> misplaced(client, type, detail).isEmpty())
            .isPresent();
  }

  // An API believes what a token tells it, so no object may name an API that it is not for.
  private Optional<String> misplaced(
      PermittedDetails client, AuthorizationDetailsType type, JsonObject detail) {
    var homes = homes(detail);
    var known = homes.stream().map(h -> h.id().value()).collect(toUnmodifiableSet());
    if (!known.containsAll(AuthorizationDetails.locations(detail))) {
      return Optional.of("has locations that are no resources of this server");
    }
    return homes.stream().flatMap(h -> misplaced(client, type, h).stream()).findFirst();
  }

  private static Optional<String> misplaced(
      PermittedDetails client, AuthorizationDetailsType type, ResourceServer home) {
    if (type.resources().isEmpty()) {
      return client.reaches().test(home)
          ? Optional.empty()
          : Optional.of("is for " + home.id() + ", which this client may not reach");
    }
    return type.resources().contains(home.id())
        ? Optional.empty()
        : Optional.of("is for " + home.id() + ", which is none of the resources of its type");
  }

  private List<ResourceServer> servers(Predicate<ResourceServer> such) {
    return servers.all().stream().filter(such).toList();
  }

  private void check(AuthorizationDetails details, PermittedDetails client) {
    for (int i = 0; i < details.values().size(); i++) {
      check(i, details.values().get(i), client);
    }
  }

  private void check(int index, JsonObject detail, PermittedDetails client) {
    var name = AuthorizationDetails.type(detail);
    var type =
        find(name).orElseThrow(() -> wrong(index, shortened("is of the unknown type " + name)));
    if (!client.types().contains(name)) {
      throw wrong(
          index,
          "is of type " + name + ", which is not one of the client's authorization_details_types");
    }
    type.schema()
        .objection(detail)
        .or(() -> misplaced(client, type, detail))
        .ifPresent(
            objection -> {
              throw wrong(index, shortened(objection));
            });
  }

  /** Reads everything anew from now on. */
  void forget() {
    recent.clear();
  }

  private static String shortened(String reason) {
    return reason.length() > LONGEST_REASON ? reason.substring(0, LONGEST_REASON) : reason;
  }
}
