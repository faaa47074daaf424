package org.sallyport.platform.http;

import jakarta.servlet.annotation.WebServlet;
import jakarta.ws.rs.Path;
import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;
import org.sallyport.authorize.AuthorizeResource;
import org.sallyport.authorize.PushedAuthorizationResource;
import org.sallyport.discovery.DiscoveryServlet;
import org.sallyport.discovery.JwksServlet;
import org.sallyport.health.HealthServlet;
import org.sallyport.health.MetricsServlet;
import org.sallyport.introspection.IntrospectionResource;
import org.sallyport.logout.LogoutResource;
import org.sallyport.revocation.RevocationResource;
import org.sallyport.token.TokenResource;
import org.sallyport.userinfo.UserinfoResource;

/** The endpoints of the product, by their paths, as the container would find them. */
public final class TestEndpoints {
  /** What each says of itself; a path that ends in a star is the servlet's mapping. */
  public static final Map<String, Endpoint> ALL =
      all(
          AuthorizeResource.class,
          PushedAuthorizationResource.class,
          TokenResource.class,
          IntrospectionResource.class,
          RevocationResource.class,
          UserinfoResource.class,
          LogoutResource.class,
          JwksServlet.class,
          DiscoveryServlet.class,
          HealthServlet.class,
          MetricsServlet.class);

  private TestEndpoints() {}

  private static Map<String, Endpoint> all(Class<?>... types) {
    var all = new HashMap<String, Endpoint>();
    for (var type : types) {
      var endpoint = type.getAnnotation(Endpoint.class);
      var resource = type.getAnnotation(Path.class);
      var paths =
          resource == null
              ? Arrays.asList(type.getAnnotation(WebServlet.class).value())
              : Arrays.asList("/oauth2/" + resource.value());
      paths.forEach(path -> all.put(path, endpoint));
    }
    return Map.copyOf(all);
  }
}
