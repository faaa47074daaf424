package org.sallyport.jwt;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Optional;
import java.util.UUID;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Test;
import org.sallyport.protocol.GrantId;

class TokenNameTest {
  @Property(tries = 200)
  void a_name_tells_its_grant(@ForAll long high, @ForAll long low) {
    var grant = Optional.of(new GrantId(new UUID(high, low)));
    assertThat(TokenName.grant(TokenName.of(grant))).isEqualTo(grant);
  }

  @Test
  void a_name_without_a_grant_tells_none() {
    assertThat(TokenName.grant(TokenName.of(Optional.empty()))).isEmpty();
  }
}
