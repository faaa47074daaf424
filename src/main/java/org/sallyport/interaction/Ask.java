package org.sallyport.interaction;

/** What a person is asked next for a request on hold. */
public enum Ask {
  /** To sign in; there is no session. */
  SIGN_IN,
  /** To prove again who they are, though there is a session. */
  SIGN_IN_AGAIN,
  /** To choose the account to go on with. */
  CHOOSE_ACCOUNT,
  /** To allow or deny what the client asks for. */
  CONSENT
}
