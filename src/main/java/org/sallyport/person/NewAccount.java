package org.sallyport.person;

import org.sallyport.platform.mail.MailAddress;

/**
 * An account that a person registers.
 *
 * @param address that is theirs
 * @param username as they write it
 * @param name to be greeted with
 */
public record NewAccount(MailAddress address, String username, String name) {}
