package org.sallyport.person;

import static java.util.stream.Collectors.toUnmodifiableSet;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import org.sallyport.platform.config.Setting;
import org.sallyport.platform.config.SettingsGroup;
import org.sallyport.platform.config.WrittenSettings;
import org.sallyport.platform.mail.MailAddress;

/** Who may register an account for themselves. */
@ApplicationScoped
public class RegistrationSettings implements SettingsGroup {
  private static final Setting DOMAINS =
      Setting.of(
          "registration.domains",
          "",
          "domains whose mail addresses may register accounts, apart by commas;"
              + " without any, nobody registers");

  private Set<String> domains = Set.of();

  @Override
  public List<Setting> declared() {
    return List.of(DOMAINS);
  }

  @Override
  public void read(WrittenSettings written) {
    domains =
        Arrays.stream(written.text(DOMAINS).split(","))
            .map(String::strip)
            .filter(domain -> !domain.isEmpty())
            .map(RegistrationSettings::domain)
            .collect(toUnmodifiableSet());
  }

  private static String domain(String written) {
    return MailAddress.find("someone@" + written)
        .map(MailAddress::domain)
        .orElseThrow(
            () ->
                DOMAINS.wrong(
                    "'" + written + "' is no domain", "write it like example.com,example.org"));
  }

  /** The domains, in ASCII and small letters; subdomains of them are others. */
  Set<String> domains() {
    return domains;
  }
}
