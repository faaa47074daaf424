package org.sallyport.client.registry;

import static java.nio.charset.StandardCharsets.US_ASCII;

import jakarta.persistence.Column;
import jakarta.persistence.Embedded;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Transient;
import java.security.MessageDigest;
import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.sallyport.client.metadata.ClientMetadata;
import org.sallyport.client.registration.Registration;
import org.sallyport.platform.config.ConfigValue;
import org.sallyport.platform.crypto.MasterKey;
import org.sallyport.platform.crypto.Sealed;
import org.sallyport.platform.crypto.Sha256;
import org.sallyport.platform.persistence.mapping.Enablement;
import org.sallyport.protocol.ClientId;

/** A registered application (RFC 6749 §2). */
@Entity
public class Client {
  private static final String FILE = "file";

  @Id private String id;

  @Column(name = "metadata")
  private String definition;

  @Column(name = "secret_hash")
  private @Nullable String secretHash;

  // Only where it authenticates JWTs, which a hash could not.
  @Column(name = "sealed_secret")
  private @Nullable String sealedSecret;

  @Column(name = "sealed_by")
  private int sealedBy = 1;

  // Kept apart, since there may be many clients that have no page to begin at.
  @Column(name = "launchable")
  private boolean launchable;

  @Embedded private Enablement enablement;
  private String origin;

  @Column(name = "applied_digest")
  private @Nullable String appliedDigest;

  @Column(name = "created_at")
  private Instant createdAt;

  @Column(name = "changed_at")
  private Instant changedAt;

  @Transient private @Nullable ClientMetadata metadata;

  protected Client() {}

  /** A client that the configuration file brings in now. */
  Client(Registration registration, ClientChange change) {
    id = registration.id().value();
    origin = FILE;
    createdAt = change.stamp();
    enablement = new Enablement(registration.enabled());
    describe(registration, change);
  }

  /** Whether this entry of the configuration file is the one taken over last. */
  boolean remembers(Registration registration) {
    return registration.digest().equals(appliedDigest);
  }

  /** Takes over an entry of the configuration file; who left may return within the grace time. */
  void register(Registration registration, ClientChange change) {
    enablement.take(registration.enabled(), change.now(), change.grace());
    describe(registration, change);
  }

  private void describe(Registration registration, ClientChange change) {
    definition = registration.definition();
    metadata = null;
    secretHash = registration.secretHash().orElse(null);
    sealedSecret = null;
    appliedDigest = registration.digest();
    launch(registration);
    changedAt = change.stamp();
  }

  /** Takes over whether people may open it from the home page; an earlier version did not. */
  void launch(Registration registration) {
    launchable = registration.isLaunchable();
  }

  /** Keeps the secret of a registration that needs it, sealed. */
  void keepSecret(Registration registration, MasterKey master) {
    registration
        .keptSecret()
        .map(secret -> master.seal(secret.getBytes(US_ASCII), sealContext()))
        .ifPresent(this::keep);
  }

  private void keep(Sealed secret) {
    sealedSecret = secret.text();
    sealedBy = secret.by();
  }

  /** The secret itself, if it was kept and this master key has sealed it. */
  public Optional<byte[]> secret(MasterKey master) {
    return Optional.ofNullable(sealedSecret)
        .flatMap(text -> master.open(new Sealed(text, sealedBy), sealContext()));
  }

  private String sealContext() {
    return "client secret " + id;
  }

  /** Leaves the configuration file: stays known, but may do nothing until it comes back. */
  void retire(ClientChange change) {
    if (origin.equals(FILE) && appliedDigest != null) {
      enablement.leave(change.now());
      appliedDigest = null;
      changedAt = change.stamp();
    }
  }

  /** Whether this is the client's secret, told in constant time. */
  public boolean secretMatches(String secret) {
    return secretHash != null
        && MessageDigest.isEqual(
            secretHash.getBytes(US_ASCII), Sha256.hex(secret).getBytes(US_ASCII));
  }

  public ClientId id() {
    return new ClientId(id);
  }

  /** What is registered of it. */
  public ClientMetadata metadata() {
    var read = metadata;
    if (read == null) {
      read = metadata(id, definition);
      metadata = read;
    }
    return read;
  }

  /** What is registered of the client of this id, as its row says. */
  static ClientMetadata metadata(String id, String definition) {
    return ClientMetadata.read(ConfigValue.stored("client " + id, definition));
  }

  /** Whether it may do anything at all. */
  public boolean enabled() {
    return enablement.enabled();
  }

  /** Corrects an end that a clock which was wrong has dated ahead. */
  void correctEnd(Instant now) {
    enablement.correct(now);
  }

  /** Whether what it was given at this time is void, since it was disabled after that. */
  public boolean voids(Instant given) {
    return enablement.voids(given);
  }
}
