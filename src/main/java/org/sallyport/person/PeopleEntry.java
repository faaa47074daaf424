package org.sallyport.person;

import java.util.Optional;
import org.sallyport.person.credential.GivenPassword;
import org.sallyport.person.profile.PersonDetails;
import org.sallyport.platform.config.ConfigValue;
import org.sallyport.platform.crypto.Sha256;
import org.sallyport.platform.json.Json;
import org.sallyport.protocol.Subject;

/**
 * One entry of the section {@code people}, checked.
 *
 * @param subject the {@code sub} it asks for; without one it is made up once
 * @param anew whether it says that this is somebody else than who had the username before
 * @param onboarding what its owner is asked for before the first use
 * @param digest tells whether the entry has changed since it was applied; knows no password in
 *     clear, since a fast hash would give it away
 */
record PeopleEntry(
    ConfigValue place,
    Optional<Subject> subject,
    boolean anew,
    PersonDetails profile,
    Optional<GivenPassword> password,
    Onboarding onboarding,
    String digest) {

  /** The entry at this node; refuses what contradicts itself, and unknown keys. */
  static PeopleEntry read(ConfigValue node) {
    var entry =
        new PeopleEntry(
            node,
            node.child("sub").map(PeopleEntry::subject),
            node.bool("new").orElse(false),
            PersonDetails.read(node),
            GivenPassword.read(node),
            Onboarding.read(node),
            digest(node));
    node.done();
    return entry;
  }

  private static Subject subject(ConfigValue node) {
    try {
      return Subject.ofPerson(node.text());
    } catch (IllegalArgumentException e) {
      throw node.wrong(String.valueOf(e.getMessage()), "choose another, or leave it out");
    }
  }

  private static String digest(ConfigValue node) {
    var known = Json.createObjectBuilder(node.json().asJsonObject()).remove("password").build();
    return Sha256.hex(known.toString());
  }
}
