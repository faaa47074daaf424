package org.sallyport.grant;

import static java.util.stream.Collectors.toSet;

import jakarta.persistence.AttributeConverter;
import jakarta.persistence.Converter;
import java.util.Arrays;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Claims as one column: the names for userinfo, a bar, and those for ID tokens. */
@Converter(autoApply = true)
public class RequestedClaimsConverter implements AttributeConverter<RequestedClaims, String> {

  @Override
  public @Nullable String convertToDatabaseColumn(@Nullable RequestedClaims claims) {
    return claims == null ? null : claims.toString();
  }

  @Override
  public @Nullable RequestedClaims convertToEntityAttribute(@Nullable String column) {
    if (column == null) {
      return null;
    }
    // What a newer version may add stands behind a bar of its own.
    var parts = (column + "||").split("[|]", -1);
    return new RequestedClaims(names(parts[0]), names(parts[1]));
  }

  private static Set<String> names(String line) {
    return Arrays.stream(line.split(" ")).filter(name -> !name.isEmpty()).collect(toSet());
  }
}
