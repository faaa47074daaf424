package org.sallyport.authorize;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.Arrays;
import org.sallyport.person.SelfRegistration;
import org.sallyport.platform.config.Settings;
import org.sallyport.platform.http.Metadata;
import org.sallyport.platform.http.MetadataSource;
import org.sallyport.platform.jose.Encryption;
import org.sallyport.platform.jose.Verification;
import org.sallyport.platform.page.Texts;
import org.sallyport.protocol.SigningAlgorithm;
import org.sallyport.protocol.request.Prompt;
import org.sallyport.protocol.request.ResponseMode;

/** What the authorization endpoint says of itself (RFC 8414 §2, OpenID Connect Discovery §3). */
@ApplicationScoped
class RequestMetadata implements MetadataSource {
  @Inject Settings settings;
  @Inject SelfRegistration registration;

  @Override
  public void describe(Metadata metadata) {
    metadata.put("authorization_endpoint", settings.endpoint("/oauth2/authorize"));
    metadata.add("response_types_supported", "code");
    metadata.add(
        "response_modes_supported",
        Arrays.stream(ResponseMode.values()).map(ResponseMode::value).toList());
    metadata.add("code_challenge_methods_supported", "S256");
    metadata.put("authorization_response_iss_parameter_supported", true);
    metadata.add(
        "prompt_values_supported",
        Arrays.stream(Prompt.values())
            .filter(prompt -> prompt != Prompt.CREATE || registration.isOn())
            .map(Prompt::value)
            .toList());
    metadata.add(
        "ui_locales_supported", Texts.LANGUAGES.stream().map(l -> l.toLanguageTag()).toList());
    metadata.put("claims_parameter_supported", true);
    metadata.put("request_parameter_supported", true);
    metadata.add("request_object_signing_alg_values_supported", Verification.ASYMMETRIC);
    metadata.add("request_object_encryption_alg_values_supported", Encryption.TO_US);
    metadata.add("request_object_encryption_enc_values_supported", Encryption.METHODS);
    metadata.add(
        "authorization_signing_alg_values_supported",
        Arrays.stream(SigningAlgorithm.values()).map(SigningAlgorithm::name).toList());
    metadata.put("request_uri_parameter_supported", true);
    metadata.put("require_request_uri_registration", true);
  }
}
