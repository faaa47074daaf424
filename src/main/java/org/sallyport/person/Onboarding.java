package org.sallyport.person;

import org.sallyport.platform.config.ConfigValue;

/**
 * What an entry of the configuration asks of its owner.
 *
 * @param passwordChange to choose another password at the next sign-in
 * @param invite to choose the first password by a link that is mailed
 */
record Onboarding(boolean passwordChange, boolean invite) {

  /** What the entry at this node asks for; refuses an invitation that could not arrive or help. */
  static Onboarding read(ConfigValue entry) {
    var invite = entry.bool("invite").orElse(false);
    if (invite && entry.child("email").isEmpty()) {
      throw entry.wrong("has an invitation but no email", "add the address that it is sent to");
    }
    if (invite
        && (entry.child("password").isPresent() || entry.child("password_hash").isPresent())) {
      throw entry.wrong("has an invitation and a password", "keep one of them");
    }
    return new Onboarding(entry.bool("password_change").orElse(false), invite);
  }
}
