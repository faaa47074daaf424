package org.sallyport.client.profile;

import static org.sallyport.protocol.OAuthError.INVALID_REQUEST_OBJECT;

import java.util.List;
import java.util.Set;
import org.sallyport.client.profile.SecurityProfile.AuthorizationFacts;
import org.sallyport.client.profile.SecurityProfile.Candidate;
import org.sallyport.client.profile.SecurityProfile.ProofFacts;
import org.sallyport.client.profile.SecurityProfile.TokenFacts;

/** The rules of FAPI 2.0, by the numbers of its lists. */
final class Fapi2 {
  private static final Set<String> ALGORITHMS = Set.of("PS256", "ES256", "Ed25519", "EdDSA");
  private static final String SECURITY = "FAPI 2.0 Security Profile ";
  private static final String SIGNING = "FAPI 2.0 Message Signing ";

  private static final List<ProfileRule<Candidate>> REGISTRATION =
      List.of(
          ProfileRule.of(
              SECURITY + "5.3.2.1-3, -6",
              "token_endpoint_auth_method must be private_key_jwt or one of mutual TLS",
              Candidate::authenticatesByPrivateKey),
          ProfileRule.of(
              SECURITY + "5.3.2.1-8",
              "accept_endpoint_audience must be false",
              c -> !c.client().authentication().endpointAudience()),
          ProfileRule.of(
              SECURITY + "5.3.2.2-5", "require_pkce must be true", Candidate::challengesAlways),
          ProfileRule.of(
              SECURITY + "5.3.2.2-8", "redirect_uris must be https", Candidate::returnsByHttps),
          ProfileRule.of(
              SECURITY + "5.4.1",
              "token_endpoint_auth_signing_alg must be PS256, ES256 or Ed25519",
              c -> c.signsAssertionsBy(ALGORITHMS)),
          ProfileRule.of(
              SECURITY + "5.4.1",
              "id_token_signed_response_alg must be PS256, ES256 or Ed25519",
              c -> c.wantsIdTokensBy(ALGORITHMS)),
          ProfileRule.of(
              SECURITY + "5.4.1",
              "authorization_signed_response_alg must be PS256, ES256 or Ed25519",
              c -> c.wantsAnswersBy(ALGORITHMS)),
          ProfileRule.of(
              SECURITY + "5.4.1",
              "userinfo_signed_response_alg and introspection_signed_response_alg must be"
                  + " PS256, ES256 or Ed25519",
              c -> c.isToldBy(ALGORITHMS)),
          ProfileRule.of(
              SECURITY + "5.4.1",
              "request_object_signing_alg, if it is said, must be PS256, ES256 or Ed25519",
              c -> c.signsRequestsByNoneBut(ALGORITHMS)),
          ProfileRule.of(
              SECURITY + "5.4.1",
              "the APIs of its scopes must have a signing_alg of PS256, ES256 or Ed25519",
              c -> c.callsApisOf(ALGORITHMS)));

  private static final List<ProfileRule<AuthorizationFacts>> REQUEST =
      List.of(
          ProfileRule.of(
              SECURITY + "5.3.2.2-3",
              "the authorization request must be pushed",
              AuthorizationFacts::pushed),
          ProfileRule.of(
              SECURITY + "5.3.2.2-6",
              "the request must say its redirect_uri",
              r -> r.has("redirect_uri")),
          ProfileRule.of(
                  SECURITY + "5.4.1",
                  "a request object must be signed by PS256, ES256 or Ed25519",
                  (AuthorizationFacts r) -> r.signedByNoneBut(ALGORITHMS))
              .refusing(INVALID_REQUEST_OBJECT));

  static final List<ProfileRule<TokenFacts>> TOKEN =
      List.of(
          ProfileRule.of(
              SECURITY + "5.3.2.1-4, -5",
              "the access token must be bound, by a DPoP proof or to a certificate",
              TokenFacts::bound));

  private static final List<ProfileRule<ProofFacts>> PROOF =
      List.of(
          ProfileRule.of(
              SECURITY + "5.4.1",
              "the DPoP proof must be signed by PS256, ES256 or Ed25519",
              p -> ALGORITHMS.contains(p.algorithm())));

  private static final List<ProfileRule<Candidate>> SIGNING_REGISTRATION =
      List.of(
          ProfileRule.of(
              SIGNING + "5.3.1",
              "request_object_signing_alg must be PS256, ES256 or Ed25519",
              c -> c.signsRequestsBy(ALGORITHMS)));

  private static final List<ProfileRule<AuthorizationFacts>> SIGNING_REQUEST =
      List.of(
          ProfileRule.of(
              SIGNING + "5.3.1-2", "the request must be signed", AuthorizationFacts::signed),
          ProfileRule.of(
                  SIGNING + "5.3.1-4",
                  "the request object must have nbf, and exp within 60 minutes of it",
                  AuthorizationFacts::lastsAnHourAtMost)
              .refusing(INVALID_REQUEST_OBJECT));

  /** FAPI 2.0 Security Profile. */
  static final SecurityProfile.Rules SECURITY_PROFILE =
      new SecurityProfile.Rules(REGISTRATION, REQUEST, TOKEN, PROOF);

  /** FAPI 2.0 Message Signing, which stands on it. */
  static final SecurityProfile.Rules MESSAGE_SIGNING =
      SECURITY_PROFILE.and(SIGNING_REGISTRATION, SIGNING_REQUEST);

  private Fapi2() {}
}
