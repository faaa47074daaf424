package org.sallyport.platform.config;

import static org.assertj.core.api.Assertions.assertThat;
import static org.sallyport.platform.config.SettingName.DATABASE_URL;
import static org.sallyport.platform.config.SettingName.ISSUER;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class DeploymentSettingsTest {
  private static final Map<String, String> NONE = Map.of();

  @Test
  void a_copy_without_settings_of_its_own_takes_those_without_a_context_path() {
    var properties = Map.of("sallyport.issuer", "plain", "sallyport@other.issuer", "other");
    var sources = new DeploymentSettings("/sso").sources(properties, NONE);
    assertThat(sources.text(ISSUER)).isEqualTo("plain");
    assertThat(sources.unknown(List.of(SettingName.values()))).isEmpty();
  }

  @Test
  void a_copy_with_a_setting_of_its_own_takes_no_other() {
    var properties = Map.of("sallyport@sso.issuer", "own", "sallyport.database.url", "shared");
    var environment = Map.of("SALLYPORT_DATABASE_URL", "shared");
    var sources = new DeploymentSettings("/sso").sources(properties, environment);
    assertThat(sources.text(ISSUER)).isEqualTo("own");
    assertThat(sources.find(DATABASE_URL)).isEmpty();
  }

  @Test
  void a_variable_of_the_environment_bears_the_path_too() {
    var environment = Map.of("SALLYPORT__ID_EU_1__ISSUER", "own", "SALLYPORT_ISSUER", "shared");
    assertThat(new DeploymentSettings("/id/eu-1").sources(NONE, environment).text(ISSUER))
        .isEqualTo("own");
    assertThat(new DeploymentSettings("/id").sources(NONE, environment).text(ISSUER))
        .isEqualTo("shared");
  }

  @Test
  void the_copy_at_the_root_sees_nothing_of_the_others() {
    var properties = Map.of("sallyport@sso.issuer", "other");
    var environment = Map.of("SALLYPORT__SSO__ISSUER", "other", "SALLYPORT_ISSUER", "own");
    var sources = new DeploymentSettings("").sources(properties, environment);
    assertThat(sources.text(ISSUER)).isEqualTo("own");
    assertThat(sources.unknown(List.of(SettingName.values()))).isEmpty();
  }

  @Test
  void a_name_that_only_looks_like_a_setting_of_the_copy_is_told() {
    var environment = Map.of("SALLYPORT__SSO__ISUER", "own");
    assertThat(
            new DeploymentSettings("/sso")
                .sources(NONE, environment)
                .unknown(List.of(SettingName.values())))
        .containsExactly("SALLYPORT_ISUER");
  }
}
