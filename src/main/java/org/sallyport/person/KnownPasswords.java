package org.sallyport.person;

import static java.nio.charset.StandardCharsets.UTF_8;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.inject.Provider;
import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.security.MessageDigest;
import org.sallyport.person.credential.Password;
import org.sallyport.person.credential.PasswordHash;
import org.sallyport.person.credential.StoredCredential;
import org.sallyport.platform.crypto.MasterKey;

/**
 * Which passwords in the clear are those of stored hashes, told without hashing them again: by a
 * code of HMAC-SHA256 under the master key (RFC 2104), over whose it is, the hash and the password.
 * So it is void when any of them changes, by whomever, or the master key does; then hashing tells.
 */
@ApplicationScoped
public class KnownPasswords {
  private static final String USE = "passwords of the configuration file";

  @Inject Provider<MasterKey> master;

  /** Whether this was seen to be the password that the person has now. */
  boolean isOf(Password password, Person person) {
    return person
        .passwordRow()
        .flatMap(StoredCredential::configMac)
        .filter(kept -> isSame(kept, mac(password, person)))
        .isPresent();
  }

  /** Remembers that this is the password that the person has now. */
  void keep(Password password, Person person) {
    person.keepPasswordMac(mac(password, person));
  }

  private String mac(Password password, Person person) {
    var data = new ByteArrayOutputStream();
    add(person.subject().value().getBytes(UTF_8), data);
    add(person.password().map(PasswordHash::text).orElse("").getBytes(UTF_8), data);
    add(password.bytes(), data);
    return master.get().mac(data.toByteArray(), USE);
  }

  // With its length, so that no two lists of texts give the same bytes.
  private static void add(byte[] text, ByteArrayOutputStream data) {
    data.writeBytes(ByteBuffer.allocate(Integer.BYTES).putInt(text.length).array());
    data.writeBytes(text);
  }

  private static boolean isSame(String one, String other) {
    return MessageDigest.isEqual(one.getBytes(UTF_8), other.getBytes(UTF_8));
  }
}
