package org.sallyport.platform.persistence.mapping;

import jakarta.persistence.AttributeConverter;
import jakarta.persistence.Converter;
import java.util.List;
import java.util.UUID;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.sallyport.protocol.ClientId;
import org.sallyport.protocol.CodeChallenge;
import org.sallyport.protocol.GrantId;
import org.sallyport.protocol.Resource;
import org.sallyport.protocol.Scopes;
import org.sallyport.protocol.SessionId;
import org.sallyport.protocol.Subject;
import org.sallyport.protocol.Thumbprint;

/** The words of the specifications as columns; each applies by itself to attributes of its type. */
public final class Converters {
  private Converters() {}

  /** All of them. */
  static List<Class<?>> classes() {
    return List.of(
        OfClientId.class,
        OfCodeChallenge.class,
        OfGrantId.class,
        OfResource.class,
        OfScopes.class,
        OfSessionId.class,
        OfSubject.class,
        OfThumbprint.class);
  }

  private static <A, B> @Nullable B map(@Nullable A value, Function<A, B> function) {
    return value == null ? null : function.apply(value);
  }

  /** As its text. */
  @Converter(autoApply = true)
  public static final class OfClientId implements AttributeConverter<ClientId, String> {
    @Override
    public @Nullable String convertToDatabaseColumn(@Nullable ClientId value) {
      return map(value, ClientId::value);
    }

    @Override
    public @Nullable ClientId convertToEntityAttribute(@Nullable String column) {
      return map(column, ClientId::new);
    }
  }

  /** As its text. */
  @Converter(autoApply = true)
  public static final class OfCodeChallenge implements AttributeConverter<CodeChallenge, String> {
    @Override
    public @Nullable String convertToDatabaseColumn(@Nullable CodeChallenge value) {
      return map(value, CodeChallenge::value);
    }

    @Override
    public @Nullable CodeChallenge convertToEntityAttribute(@Nullable String column) {
      return map(column, CodeChallenge::new);
    }
  }

  /** As a UUID. */
  @Converter(autoApply = true)
  public static final class OfGrantId implements AttributeConverter<GrantId, UUID> {
    @Override
    public @Nullable UUID convertToDatabaseColumn(@Nullable GrantId value) {
      return map(value, GrantId::value);
    }

    @Override
    public @Nullable GrantId convertToEntityAttribute(@Nullable UUID column) {
      return map(column, GrantId::new);
    }
  }

  /** As its text. */
  @Converter(autoApply = true)
  public static final class OfResource implements AttributeConverter<Resource, String> {
    @Override
    public @Nullable String convertToDatabaseColumn(@Nullable Resource value) {
      return map(value, Resource::value);
    }

    @Override
    public @Nullable Resource convertToEntityAttribute(@Nullable String column) {
      return map(column, Resource::new);
    }
  }

  /** As on the wire. */
  @Converter(autoApply = true)
  public static final class OfScopes implements AttributeConverter<Scopes, String> {
    @Override
    public @Nullable String convertToDatabaseColumn(@Nullable Scopes value) {
      return map(value, Scopes::toString);
    }

    @Override
    public @Nullable Scopes convertToEntityAttribute(@Nullable String column) {
      return map(column, Scopes::parse);
    }
  }

  /** As its text. */
  @Converter(autoApply = true)
  public static final class OfSessionId implements AttributeConverter<SessionId, String> {
    @Override
    public @Nullable String convertToDatabaseColumn(@Nullable SessionId value) {
      return map(value, SessionId::value);
    }

    @Override
    public @Nullable SessionId convertToEntityAttribute(@Nullable String column) {
      return map(column, SessionId::new);
    }
  }

  /** As its text. */
  @Converter(autoApply = true)
  public static final class OfSubject implements AttributeConverter<Subject, String> {
    @Override
    public @Nullable String convertToDatabaseColumn(@Nullable Subject value) {
      return map(value, Subject::value);
    }

    @Override
    public @Nullable Subject convertToEntityAttribute(@Nullable String column) {
      return map(column, Subject::new);
    }
  }

  /** As its text. */
  @Converter(autoApply = true)
  public static final class OfThumbprint implements AttributeConverter<Thumbprint, String> {
    @Override
    public @Nullable String convertToDatabaseColumn(@Nullable Thumbprint value) {
      return map(value, Thumbprint::value);
    }

    @Override
    public @Nullable Thumbprint convertToEntityAttribute(@Nullable String column) {
      return map(column, Thumbprint::new);
    }
  }
}
