package org.sallyport.grant;

import jakarta.persistence.AttributeConverter;
import jakarta.persistence.Converter;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/** Reasons by their names; a name that only a newer version knows is a reason all the same. */
@Converter(autoApply = true)
public class EndReasonConverter implements AttributeConverter<EndReason, String> {

  @Override
  public @Nullable String convertToDatabaseColumn(@Nullable EndReason reason) {
    return reason == null ? null : reason.name();
  }

  @Override
  public @Nullable EndReason convertToEntityAttribute(@Nullable String column) {
    return column == null
        ? null
        : Arrays.stream(EndReason.values())
            .filter(reason -> reason.name().equals(column))
            .findFirst()
            .orElse(EndReason.ANOTHER);
  }
}
