package org.sallyport.client.profile;

import static org.sallyport.protocol.OAuthError.INVALID_REQUEST_OBJECT;

import java.util.List;
import java.util.Set;
import org.sallyport.client.profile.SecurityProfile.AuthorizationFacts;
import org.sallyport.client.profile.SecurityProfile.Candidate;
import org.sallyport.client.profile.SecurityProfile.TokenFacts;

/**
 * The rules of FAPI 1.0 Advanced, by the numbers of its lists. Assertions for an endpoint, instead
 * of the issuer alone, are left to {@code accept_endpoint_audience}: clients of 1.0 make them.
 */
final class Fapi1 {
  private static final Set<String> ALGORITHMS = Set.of("PS256", "ES256");
  private static final String BASELINE = "FAPI 1.0 Baseline ";
  private static final String ADVANCED = "FAPI 1.0 Advanced ";

  private static final List<ProfileRule<Candidate>> REGISTRATION =
      List.of(
          ProfileRule.of(
              ADVANCED + "5.2.2-14, -16",
              "token_endpoint_auth_method must be private_key_jwt or one of mutual TLS",
              Candidate::authenticatesByPrivateKey),
          ProfileRule.of(
              ADVANCED + "5.2.2-5, -6",
              "tls_client_certificate_bound_access_tokens must be true",
              c -> c.client().tokens().boundToCertificate()),
          ProfileRule.of(
              BASELINE + "5.2.2-20", "redirect_uris must be https", Candidate::returnsByHttps),
          ProfileRule.of(
              ADVANCED + "8.6",
              "token_endpoint_auth_signing_alg must be PS256 or ES256",
              c -> c.signsAssertionsBy(ALGORITHMS)),
          ProfileRule.of(
              ADVANCED + "8.6",
              "request_object_signing_alg must be PS256 or ES256",
              c -> c.signsRequestsBy(ALGORITHMS)),
          ProfileRule.of(
              ADVANCED + "8.6",
              "authorization_signed_response_alg must be PS256 or ES256",
              c -> c.wantsAnswersBy(ALGORITHMS)),
          ProfileRule.of(
              ADVANCED + "8.6",
              "id_token_signed_response_alg must be PS256 or ES256",
              c -> c.wantsIdTokensBy(ALGORITHMS)),
          ProfileRule.of(
              ADVANCED + "8.6",
              "userinfo_signed_response_alg and introspection_signed_response_alg must be PS256"
                  + " or ES256",
              c -> c.isToldBy(ALGORITHMS)),
          ProfileRule.of(
              ADVANCED + "8.6",
              "the APIs of its scopes must have a signing_alg of PS256 or ES256",
              c -> c.callsApisOf(ALGORITHMS)));

  private static final List<ProfileRule<AuthorizationFacts>> REQUEST =
      List.of(
          ProfileRule.of(
              ADVANCED + "5.2.2-1", "the request must be signed", AuthorizationFacts::signed),
          ProfileRule.of(
              ADVANCED + "5.2.2-2",
              "response_mode must be jwt or another signed one",
              AuthorizationFacts::wantsJwt),
          ProfileRule.of(
              ADVANCED + "5.2.2-10",
              "what is signed must say the scope, or authorization_details",
              r -> r.has("scope") || r.has("authorization_details")),
          ProfileRule.of(
              BASELINE + "5.2.2.2, 5.2.2.3",
              "the request must have a nonce with scope openid, and a state without it",
              r -> r.has(r.isOpenId() ? "nonce" : "state")),
          ProfileRule.of(
                  ADVANCED + "5.2.2-13, -17",
                  "the request object must have nbf, and exp within 60 minutes of it",
                  AuthorizationFacts::lastsAnHourAtMost)
              .refusing(INVALID_REQUEST_OBJECT),
          ProfileRule.of(
              BASELINE + "5.2.2-9",
              "what is signed must say the redirect_uri",
              r -> r.has("redirect_uri")),
          ProfileRule.of(
              ADVANCED + "5.2.2-18",
              "a pushed request must have a code_challenge",
              r -> !r.pushed() || r.has("code_challenge")));

  private static final List<ProfileRule<TokenFacts>> TOKEN =
      List.of(
          ProfileRule.of(
              ADVANCED + "5.2.2-5",
              "the access token must be bound to a certificate",
              TokenFacts::bound));

  /** FAPI 1.0 Advanced, with code and JARM. */
  static final SecurityProfile.Rules ADVANCED_PROFILE =
      new SecurityProfile.Rules(REGISTRATION, REQUEST, TOKEN, List.of());

  private Fapi1() {}
}
