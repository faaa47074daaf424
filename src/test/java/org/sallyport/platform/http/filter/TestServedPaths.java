package org.sallyport.platform.http.filter;

import static java.util.stream.Collectors.toMap;

import jakarta.servlet.http.HttpServletRequest;
import java.util.Map;
import java.util.Set;
import org.sallyport.platform.http.TestEndpoints;
import org.sallyport.platform.http.TestRequest;

/** The paths of the product's endpoints. */
public final class TestServedPaths {
  private TestServedPaths() {}

  /** This request, with the endpoint that it is for, as the first filter leaves it. */
  static HttpServletRequest marked(TestRequest request) {
    var served = new ServedPaths();
    var all = TestEndpoints.ALL;
    served.know(all.keySet().stream().collect(toMap(path -> path, path -> Set.of("GET"))), all);
    var marked = request.request();
    served.mark(marked);
    return marked;
  }

  /** All endpoints, with what they say of themselves but without methods. */
  public static ServedPaths endpoints() {
    var served = new ServedPaths();
    served.know(Map.of(), TestEndpoints.ALL);
    return served;
  }
}
