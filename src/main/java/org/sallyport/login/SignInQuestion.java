package org.sallyport.login;

/**
 * One question of the sign-in page, such as for name and password. A further one is a bean that
 * implements this and a fragment in {@code WEB-INF/sign-in}; the page finds it by itself.
 */
interface SignInQuestion {

  /** Its place: of the questions that fit, the one with the lowest number is put. */
  int order();

  /** Whether it fits the request on hold, the person signed in and the form that came. */
  boolean fits();

  /** The name of its fragment. */
  String fragment();

  /** The key of the page's title; {0} in it is the name of the application. */
  String title();

  /** The key of the page's title where no application waits. */
  default String plainTitle() {
    return "login.title.plain";
  }

  /** Whether people type something into its form that a change of language must not lose. */
  default boolean isTypedInto() {
    return false;
  }
}
