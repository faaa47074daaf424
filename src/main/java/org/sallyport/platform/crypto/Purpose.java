package org.sallyport.platform.crypto;

/** What a secret of the server is for; nothing made for one passes for another. */
public enum Purpose {
  /** Authenticates codes and refresh tokens. */
  CREDENTIAL,
  /** Seals requests on hold. */
  TICKET,
  /** Authenticates the tokens that bind a form to its browser. */
  CSRF,
  /** Authenticates a browser that its owner has signed in from before. */
  DEVICE,
  /** Authenticates the nonces of proofs of possession. */
  DPOP_NONCE,
  /** Seals mails that wait to be sent. */
  MAIL,
  /** Makes the names under which people are known in one sector alone; never succeeded. */
  PAIRWISE;

  /** Whether what is made for it has to stay the same for good. */
  public boolean isForGood() {
    return this == PAIRWISE;
  }
}
