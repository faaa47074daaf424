package org.sallyport.login;

import jakarta.annotation.PostConstruct;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import jakarta.servlet.http.HttpServletRequest;
import java.util.Optional;
import org.sallyport.interaction.CurrentUser;
import org.sallyport.interaction.CurrentUsers;
import org.sallyport.person.Person;

/** The page at the root: what this server is, and who is signed in. */
@Named
@RequestScoped
public class HomePage {
  @Inject HttpServletRequest request;
  @Inject CurrentUsers visitors;

  private Optional<Person> person = Optional.empty();

  @PostConstruct
  void find() {
    person = visitors.of(request).map(CurrentUser::person);
  }

  public boolean isSignedIn() {
    return person.isPresent();
  }

  public String getName() {
    return person.map(Person::displayName).orElse("");
  }

  public String getUsername() {
    return person.map(Person::username).orElse("");
  }
}
