package org.sallyport.person.signin;

import java.util.Optional;
import org.sallyport.person.credential.Password;

/**
 * One try to sign in with a password.
 *
 * @param username as typed
 * @param address where it comes from
 * @param device what {@link KnownDevices} gave this browser to keep, if it sends any
 */
public record SignInAttempt(
    String username, Password password, String address, Optional<String> device) {}
