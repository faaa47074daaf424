package org.sallyport.grant;

import org.sallyport.protocol.GrantId;

/**
 * A code or refresh token that this server made: which grant it stands for, and the how-manieth of
 * its kind it is.
 */
public record GrantCredential(GrantId grant, CredentialKind kind, int generation) {

  /** The kinds of credential; one never passes for another. */
  public enum CredentialKind {
    /** An authorization code (RFC 6749 §4.1.2). */
    CODE,
    /** A refresh token (RFC 6749 §1.5). */
    REFRESH_TOKEN
  }
}
