package org.sallyport.account;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.net.URI;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.sallyport.account.AccountApplications.AllowedApplication;
import org.sallyport.grant.consent.ApplicationUse;
import org.sallyport.grant.consent.Consent;
import org.sallyport.protocol.Scopes;
import org.sallyport.resource.api.ResourceServers;
import org.sallyport.resource.api.ScopeText;

/** The page on which a person sees what applications may see and do, and takes it back. */
@Named
@RequestScoped
public class ApplicationsPage {
  @Inject AccountContext account;
  @Inject AccountApplications applications;
  @Inject ResourceServers apis;

  // Read once, however often the page asks.
  private @Nullable List<ShownApplication> shown;

  /**
   * An application, in words.
   *
   * @param id its {@code client_id}
   * @param since since when it has what it has; empty if it was refused everything
   * @param lastUsed when it last got tokens; empty if it has none
   */
  public record ShownApplication(
      String id,
      String name,
      String homepage,
      String since,
      String lastUsed,
      List<ShownAccess> allowed,
      List<ShownAccess> declined) {}

  /** An access, as the consent page names it. */
  public record ShownAccess(String scope, String title) {}

  /** All applications, by name. */
  public List<ShownApplication> getApplications() {
    if (shown == null) {
      shown = read();
    }
    return shown;
  }

  private List<ShownApplication> read() {
    return applications.of(account.person()).stream()
        .map(this::shown)
        .sorted(Comparator.comparing(ShownApplication::name))
        .toList();
  }

  /** Before the page is shown: does what a button of its form asks for. */
  public void open() {
    var removed = account.sent("remove");
    var allowed = account.sent("allow");
    if (removed.isPresent()) {
      remove(removed.get());
    } else if (allowed.isPresent()) {
      allow(allowed.get().split(" ", 2));
    } else {
      account.open();
    }
  }

  private void remove(String client) {
    if (account.takesForm()) {
      var removed = applications.remove(account.person(), client);
      account.done(removed ? "access-removed" : "access-gone");
    }
  }

  private void allow(String... clientAndScope) {
    if (account.takesForm()) {
      var allowed =
          clientAndScope.length == 2
              && applications.allow(account.person(), clientAndScope[0], clientAndScope[1]);
      account.done(allowed ? "access-allowed" : "access-gone");
    }
  }

  private ShownApplication shown(AllowedApplication application) {
    var about = application.client().metadata().about();
    var since =
        Stream.concat(
                application.consent().map(Consent::givenAt).stream(),
                application.use().map(ApplicationUse::since).stream())
            .min(Comparator.naturalOrder());
    return new ShownApplication(
        application.client().id().value(),
        about.name().in(account.texts().locale()),
        about.pages().homepage().map(URI::toString).orElse(""),
        since.map(account::time).orElse(""),
        application.use().map(use -> account.time(use.lastUsedAt())).orElse(""),
        accesses(application.consent().map(Consent::scopes).orElse(Scopes.NONE)),
        accesses(application.consent().map(Consent::declined).orElse(Scopes.NONE)));
  }

  private List<ShownAccess> accesses(Scopes scopes) {
    return scopes.values().stream()
        .flatMap(scope -> apis.text(scope).stream())
        .map(this::access)
        .toList();
  }

  private ShownAccess access(ScopeText text) {
    return new ShownAccess(text.scope(), text.title().in(account.texts().locale()));
  }
}
