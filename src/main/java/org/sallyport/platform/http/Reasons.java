package org.sallyport.platform.http;

import org.sallyport.platform.http.body.FormReader;

/** What to tell the developer about a request that the server refused by its status alone. */
public final class Reasons {
  private Reasons() {}

  /** The problem of this status. */
  public static Problem problem(int status) {
    var problem = Problem.of(status, reason(status));
    // What is still to come of the body is nobody's next request.
    return status == 408 ? problem.with("Connection", "close") : problem;
  }

  /** The problem of any status: a fault from 500 on. */
  public static Problem ofStatus(int status) {
    return status >= 500 ? Problem.fault(status == 503) : problem(status);
  }

  private static String reason(int status) {
    return switch (status) {
      case 404 -> "there is nothing at this path";
      case 405 -> "this method is not served here";
      case 406 -> "the answer has another media type than you accept";
      case 408 -> "the body came too slowly or is incomplete";
      case 413 -> "the body is longer than " + FormReader.LONGEST + " bytes";
      case 415 -> "send the parameters as application/x-www-form-urlencoded";
      default -> "the request is malformed";
    };
  }
}
