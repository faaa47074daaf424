package org.sallyport.client.registration;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.util.Optional;
import java.util.regex.Pattern;
import org.sallyport.client.metadata.AuthenticationMethod;
import org.sallyport.client.metadata.ClientMetadata;
import org.sallyport.platform.config.ConfigValue;
import org.sallyport.platform.config.ConfigValueReader;
import org.sallyport.platform.crypto.Sha256;
import org.sallyport.platform.json.Json;
import org.sallyport.protocol.ClientId;

/**
 * One entry of the section {@code clients}, checked.
 *
 * @param definition the metadata as JSON, without any secret
 * @param secretHash SHA-256 of the secret, in hexadecimal; none for a client without one
 * @param keptSecret the secret itself, where it has to authenticate JWTs
 * @param digest tells whether the entry has changed since it was applied
 */
public record Registration(
    ClientId id,
    ClientMetadata metadata,
    String definition,
    Optional<String> secretHash,
    Optional<String> keptSecret,
    boolean enabled,
    String digest) {
  private static final Pattern HEX = Pattern.compile("[0-9a-f]{64}");
  private static final int LONGEST = 100_000;
  private static final int LONGEST_SECRET = 500;
  private static final int SHORTEST_SECRET = 16;
  private static final int SHORTEST_KEY = 32;

  /** The entry at this node; refuses what contradicts itself, and unknown keys. */
  public static Registration read(ConfigValue node) {
    var id = ConfigValueReader.checked(node, n -> new ClientId(n.requiredText("client_id")));
    var metadata = ClientMetadata.read(node);
    var registration =
        new Registration(
            id,
            metadata,
            definition(node),
            secretHash(node, metadata.access().method()),
            keptSecret(node, metadata.access().method()),
            node.bool("enabled").orElse(true),
            Sha256.hex(node.json().toString()));
    node.done();
    return registration;
  }

  /** Whether people may begin at a page of it, and sign in to it. */
  public boolean isLaunchable() {
    return enabled
        && metadata.access().grantTypes().contains("authorization_code")
        && metadata.about().pages().start("").isPresent();
  }

  private static String definition(ConfigValue node) {
    var kept =
        Json.createObjectBuilder(node.json().asJsonObject())
            .remove("client_id")
            .remove("client_secret")
            .remove("client_secret_sha256")
            .remove("enabled")
            .build()
            .toString();
    return node.fitting(kept, LONGEST);
  }

  private static Optional<String> keptSecret(ConfigValue node, String method) {
    if (!AuthenticationMethod.CLIENT_SECRET_JWT.is(method)) {
      return Optional.empty();
    }
    var secret = node.text("client_secret");
    if (secret.filter(s -> s.length() >= SHORTEST_KEY).isEmpty()) {
      throw node.wrong(
          "has no client_secret of " + SHORTEST_KEY + " characters or more",
          "write one, since client_secret_jwt makes a key of it");
    }
    // The column has room for it in its sealed form.
    if (secret.filter(s -> s.length() > LONGEST_SECRET).isPresent()) {
      throw node.wrong(
          "has a client_secret of more than " + LONGEST_SECRET + " characters",
          "choose a shorter one: client_secret_jwt needs " + SHORTEST_KEY);
    }
    return secret;
  }

  /** Without any secret. */
  @Override
  public String toString() {
    return "Registration[" + id + "]";
  }

  private static Optional<String> secretHash(ConfigValue node, String method) {
    var secret = node.child("client_secret").map(Registration::hashOfSecret);
    var hash = node.child("client_secret_sha256").map(Registration::hash);
    if (secret.isPresent() && hash.isPresent()) {
      throw node.wrong("has client_secret and client_secret_sha256", "keep one of them");
    }
    var either = secret.or(() -> hash);
    var needed = method.startsWith("client_secret_");
    if (needed && either.isEmpty()) {
      throw node.missing(
          "client_secret",
          "add one, or make the client public by \"token_endpoint_auth_method\": \"none\"");
    }
    if (AuthenticationMethod.NONE.is(method) && either.isPresent()) {
      throw node.wrong("is public but has a secret", "remove the secret");
    }
    if (AuthenticationMethod.withPrivateKey().contains(method) && either.isPresent()) {
      throw node.wrong("has a secret that is no use to " + method, "remove the secret");
    }
    return either;
  }

  // SHA-256 is no protection for a secret that can be guessed.
  private static String hashOfSecret(ConfigValue node) {
    var secret = node.text();
    if (secret.getBytes(UTF_8).length < SHORTEST_SECRET
        || !secret.chars().allMatch(c -> c >= 0x20 && c <= 0x7e)) {
      throw node.wrong(
          "must have " + SHORTEST_SECRET + " printable ASCII characters or more",
          "make it by a random generator, such as openssl rand -hex 32");
    }
    return Sha256.hex(secret);
  }

  private static String hash(ConfigValue node) {
    if (!HEX.matcher(node.text()).matches()) {
      throw node.wrong("must have 64 digits of 0-9 a-f", "write the SHA-256 of the secret");
    }
    return node.text();
  }
}
