package org.sallyport.platform.http;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * What an endpoint is to everything that looks at a request before it. It is said at the class of
 * the endpoint and nowhere else: a further endpoint is in no list of paths. Pages have none.
 */
@Retention(RetentionPolicy.RUNTIME)
@Target(ElementType.TYPE)
public @interface Endpoint {

  /** Whether applications send browsers there: its errors are pages, and HEAD is not served. */
  boolean frontChannel() default false;

  /** Whether scripts of registered origins may call it (RFC 9700 §2.6). */
  boolean cors() default false;

  /** Whether access tokens are shown there: it challenges as an API does (RFC 6750 §3). */
  boolean protectedResource() default false;

  /** Whether clients authenticate there: an assertion may name its address (RFC 7523 §3). */
  boolean authenticatesClients() default false;

  /**
   * Whether it says itself how long its answers may be kept; all others are not (RFC 9111 §5.2).
   */
  boolean cacheable() default false;

  /** Whether operators' tools call it, by whatever name or address they have for this node. */
  boolean forOperators() default false;

  /** Whether its requests give way while people wait for their passwords to be checked. */
  boolean givesWay() default false;
}
