package org.sallyport.person.profile;

import java.net.URI;
import java.net.URISyntaxException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.sallyport.platform.config.ConfigValue;

/** The standard claims in an entry of the configuration (OpenID Connect Core §5.1, §5.1.1). */
final class GivenClaims {
  private static final List<String> TEXTS =
      List.of(
          "name",
          "given_name",
          "family_name",
          "middle_name",
          "nickname",
          "preferred_username",
          "gender",
          "birthdate",
          "zoneinfo",
          "locale",
          "phone_number");
  private static final Set<String> TRANSLATED =
      Set.of("name", "given_name", "family_name", "middle_name", "nickname");
  private static final List<String> ADDRESSES = List.of("profile", "picture", "website");
  private static final List<String> FLAGS = List.of("email_verified", "phone_number_verified");
  private static final List<String> POSTAL =
      List.of("formatted", "street_address", "locality", "region", "postal_code", "country");

  private GivenClaims() {}

  static Map<String, Object> read(ConfigValue entry) {
    var claims = new LinkedHashMap<String, Object>();
    TEXTS.forEach(name -> entry.text(name).ifPresent(v -> claims.put(name, v)));
    ADDRESSES.forEach(name -> entry.child(name).ifPresent(v -> claims.put(name, webAddress(v))));
    FLAGS.forEach(name -> entry.bool(name).ifPresent(v -> claims.put(name, v)));
    entry.child("email").ifPresent(v -> claims.put("email", email(v)));
    entry.child("address").ifPresent(v -> claims.put("address", postalAddress(v)));
    entry.names().stream()
        .map(ClaimName::parse)
        .filter(name -> name.language().isPresent() && TRANSLATED.contains(name.claim()))
        .forEach(name -> translation(name, entry).ifPresent(v -> claims.put(name.toString(), v)));
    return claims;
  }

  // Whoever asks for no language is told the claim without one, so that it has to be there.
  private static Optional<String> translation(ClaimName name, ConfigValue entry) {
    var value = entry.text(name.toString());
    if (value.isPresent() && entry.child(name.claim()).isEmpty()) {
      throw entry.missing(name.claim(), "write the usual spelling beside " + name);
    }
    return value;
  }

  private static String email(ConfigValue node) {
    if (!node.text().matches("[^@\\s]+@[^@\\s]+")) {
      throw node.wrong("is no e-mail address", "write it like alice@example.com");
    }
    return node.text();
  }

  private static String webAddress(ConfigValue node) {
    return httpUri(node.text())
        .orElseThrow(() -> node.wrong("is no web address", "write it like https://example.com/"));
  }

  private static Optional<String> httpUri(String text) {
    try {
      var uri = new URI(text);
      var web = "https".equals(uri.getScheme()) || "http".equals(uri.getScheme());
      return web && uri.getHost() != null ? Optional.of(text) : Optional.empty();
    } catch (URISyntaxException e) {
      return Optional.empty();
    }
  }

  private static Map<String, Object> postalAddress(ConfigValue node) {
    var address = new LinkedHashMap<String, Object>();
    POSTAL.forEach(name -> node.text(name).ifPresent(v -> address.put(name, v)));
    node.done();
    return address;
  }
}
