package org.sallyport.grant;

/**
 * What queries for grants and consents say of rows that other packages own: people, sessions and
 * clients. No other query here names them, so that a change there has one place to look at.
 */
public final class GrantJoins {
  /** In the query language of Hibernate: the person {@code p} of a grant {@code g}. */
  static final String OWNER = " left join TokenSubject p on p.subject = cast(g.subject as String)";

  /** The same for the session {@code s} of a grant {@code g}. */
  static final String SESSION = " left join BrowserSession s on s.sid = g.session";

  /** In SQL: the person {@code p} and the client {@code a} of a consent {@code c}. */
  public static final String PARTIES_OF_CONSENT =
      " left join person p on p.subject = c.subject left join client a on a.id = c.client_id";

  /** In SQL, after that: that neither was disabled since the consent was last changed. */
  public static final String CONSENT_COUNTS =
      "(p.ended_at is null or p.ended_at < c.changed_at)"
          + " and (a.ended_at is null or a.ended_at < c.changed_at)";

  private GrantJoins() {}
}
