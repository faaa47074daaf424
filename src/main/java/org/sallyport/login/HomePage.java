package org.sallyport.login;

import jakarta.annotation.PostConstruct;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import jakarta.servlet.http.HttpServletRequest;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.sallyport.interaction.CurrentUser;
import org.sallyport.interaction.CurrentUsers;
import org.sallyport.interaction.page.Page;
import org.sallyport.login.ApplicationLauncher.Launchable;
import org.sallyport.person.Person;

/** The page at the root: what this server is, and who is signed in. */
@Named
@RequestScoped
public class HomePage {
  @Inject HttpServletRequest request;
  @Inject CurrentUsers visitors;

  @Inject Page page;
  @Inject ApplicationLauncher launcher;

  private Optional<Person> person = Optional.empty();
  private @Nullable List<Launchable> applications;

  @PostConstruct
  void find() {
    person = visitors.of(request).map(CurrentUser::person);
  }

  public boolean isSignedIn() {
    return person.isPresent();
  }

  /** The applications to open; none for who is not signed in. */
  public List<Launchable> getApplications() {
    if (applications == null) {
      applications = isSignedIn() ? launcher.all(page.getLocale()) : List.of();
    }
    return applications;
  }

  /** Whether an account was deleted just now. */
  public boolean isDeleted() {
    return !isSignedIn() && request.getParameter("deleted") != null;
  }

  public String getName() {
    return person.map(Person::displayName).orElse("");
  }

  public String getUsername() {
    return person.map(Person::username).orElse("");
  }
}
