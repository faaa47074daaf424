package org.sallyport.person;

import java.util.Map;
import java.util.Set;

/**
 * What is said of a person, beside the password.
 *
 * @param displayUsername the sign-in name as its owner writes it
 * @param claims standard claims as JSON values (OpenID Connect Core §5.1)
 */
record Profile(
    String displayUsername, Map<String, Object> claims, Set<String> groups, boolean enabled) {}
