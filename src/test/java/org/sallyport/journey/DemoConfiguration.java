package org.sallyport.journey;

/** The demo's own configuration, and one client more: it has its tokens bound to a certificate. */
final class DemoConfiguration {
  private static final String COURIER =
      """
      {"client_id": "courier", "client_name": "Courier",
       "token_endpoint_auth_method": "client_secret_basic",
       "client_secret": "courier-secret-courier-secret-cou",
       "tls_client_certificate_bound_access_tokens": true,
       "grant_types": ["client_credentials"], "scope": "notes.read"}
      """;

  private DemoConfiguration() {}

  static Application courier(Server server) {
    return new Application(server, "courier", "courier-secret-courier-secret-cou", "");
  }

  /** The file, written anew. */
  static String file() {
    return Configurations.with("server-config/payara-micro/demo.json", COURIER);
  }
}
