package org.sallyport.platform.http.filter;

import java.util.Map;
import org.sallyport.platform.http.TestEndpoints;

/** The paths of the product's endpoints. */
public final class TestServedPaths {
  private TestServedPaths() {}

  /** All endpoints, with what they say of themselves but without methods. */
  public static ServedPaths endpoints() {
    var served = new ServedPaths();
    served.know(Map.of(), TestEndpoints.ALL);
    return served;
  }
}
