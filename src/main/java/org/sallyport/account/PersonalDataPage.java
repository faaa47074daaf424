package org.sallyport.account;

import jakarta.enterprise.context.RequestScoped;
import jakarta.faces.context.FacesContext;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/** The page on which a person sees what is stored about them, and downloads it. */
@Named
@RequestScoped
public class PersonalDataPage {
  private static final String LABELS = "consent.claim.";

  @Inject AccountContext account;
  @Inject PersonalData data;

  /** Something that is known of the person, under a word of their language. */
  public record KnownFact(String label, String value) {}

  /** What the claims tell, as far as there are words for them. */
  public List<KnownFact> getFacts() {
    return account.person().claims().values().entrySet().stream()
        .flatMap(claim -> fact(claim.getKey(), claim.getValue()).stream())
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

  private Optional<KnownFact> fact(String claim, Object value) {
    var texts = account.texts();
    return texts.has(LABELS + claim)
        ? Optional.of(new KnownFact(texts.text(LABELS + claim), words(value)))
        : Optional.empty();
  }

  private static String words(Object value) {
    if (value instanceof Map<?, ?> map) {
      var formatted = map.get("formatted");
      return words(formatted == null ? List.copyOf(map.values()) : formatted);
    }
    return value instanceof List<?> list
        ? list.stream().map(String::valueOf).collect(Collectors.joining(", "))
        : value.toString();
  }
}
