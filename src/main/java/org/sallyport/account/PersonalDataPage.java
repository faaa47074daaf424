package org.sallyport.account;

import jakarta.enterprise.context.RequestScoped;
import jakarta.faces.context.FacesContext;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.sallyport.person.profile.ClaimWords;

/** The page on which a person sees what is stored about them, and downloads it. */
@Named
@RequestScoped
public class PersonalDataPage {
  @Inject AccountContext account;
  @Inject PersonalData data;

  /** What the claims tell, as far as there are words for them. */
  public List<ClaimWords> getFacts() {
    return account.person().claims().values().entrySet().stream()
        .flatMap(c -> ClaimWords.of(account.texts(), c.getKey(), c.getValue()).stream())
        .toList();
  }

  /** The button: all of it as a file of JSON. */
  public void download() throws IOException {
    if (!account.takesChange()) {
      return;
    }
    var response = account.response();
    response.setContentType("application/json");
    response.setHeader("Content-Disposition", "attachment; filename=\"account.json\"");
    response
        .getOutputStream()
        .write(data.of(account.user()).toString().getBytes(StandardCharsets.UTF_8));
    FacesContext.getCurrentInstance().responseComplete();
  }
}
