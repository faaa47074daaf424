package org.sallyport.client.registration;

import java.util.List;
import org.sallyport.Beans;
import org.sallyport.platform.mtls.TestCertificates;
import org.sallyport.platform.outgoing.OutgoingRequests;
import org.sallyport.resource.api.ResourceServerRows;
import org.sallyport.resource.details.AuthorizationDetailsTypeRows;

/** What clients of a test may be registered for. */
@SuppressWarnings("UnnecessaryAssignment") // no container injects here
public final class TestServedFeatures {
  private static final List<String> GRANT_TYPES =
      List.of("authorization_code", "refresh_token", "client_credentials");

  private TestServedFeatures() {}

  /** The usual grant types, and these methods, resource servers and types. */
  public static ServedFeatures of(
      List<? extends AuthenticationMethodName> methods,
      ResourceServerRows resources,
      AuthorizationDetailsTypeRows types,
      OutgoingRequests outgoing) {
    var served = new ServedFeatures();
    served.grantTypes = new Beans<>(GRANT_TYPES.stream().map(TestServedFeatures::named).toList());
    served.methods = new Beans<>(List.copyOf(methods));
    served.resources = resources;
    served.detailsTypes = types;
    served.outgoing = outgoing;
    served.certificates = TestCertificates.finder();
    served.settings = TestCertificates.SETTINGS;
    return served;
  }

  private static GrantTypeName named(String name) {
    return () -> name;
  }
}
