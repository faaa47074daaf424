package org.sallyport.grant;

import static java.util.stream.Collectors.joining;

import jakarta.persistence.AttributeConverter;
import jakarta.persistence.Converter;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;
import org.sallyport.protocol.Resource;

/** Resources as one column, separated by spaces, which no URI has. */
@Converter(autoApply = true)
public class ResourcesConverter implements AttributeConverter<Resources, String> {

  @Override
  public @Nullable String convertToDatabaseColumn(@Nullable Resources resources) {
    return resources == null
        ? null
        : resources.values().stream().map(Resource::value).collect(joining(" "));
  }

  @Override
  public @Nullable Resources convertToEntityAttribute(@Nullable String column) {
    return column == null
        ? null
        : new Resources(
            Arrays.stream(column.split(" ")).filter(s -> !s.isEmpty()).map(Resource::new).toList());
  }
}
