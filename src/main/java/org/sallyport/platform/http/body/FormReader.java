package org.sallyport.platform.http.body;

import static jakarta.ws.rs.core.MediaType.APPLICATION_FORM_URLENCODED;
import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static org.sallyport.protocol.OAuthError.INVALID_REQUEST;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.MultivaluedMap;
import jakarta.ws.rs.ext.MessageBodyReader;
import jakarta.ws.rs.ext.Provider;
import java.io.InputStream;
import java.lang.annotation.Annotation;
import java.lang.reflect.Type;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.sallyport.protocol.request.FormEncoding;
import org.sallyport.protocol.request.Parameters;

/** Reads a form body into {@link Parameters}, the same on every server. */
@Provider
@ApplicationScoped
@Consumes(APPLICATION_FORM_URLENCODED)
public class FormReader implements MessageBodyReader<Parameters> {
  /** The longest form body, in bytes. */
  public static final int LONGEST = 65_536;

  @Inject RequestBodies bodies;

  @Override
  public boolean isReadable(Class<?> type, Type generic, Annotation[] on, MediaType media) {
    return type == Parameters.class;
  }

  @Override
  public Parameters readFrom(
      Class<Parameters> type,
      Type generic,
      Annotation[] on,
      MediaType media,
      MultivaluedMap<String, String> headers,
      InputStream body) {
    var charset = Optional.ofNullable(media.getParameters().get("charset"));
    return parameters(bodies.read(body), BodyCharset.named(charset));
  }

  /** The parameters of a form body of this Content-Type. */
  public static Parameters parameters(byte[] body, @Nullable String contentType) {
    return parameters(body, BodyCharset.of(contentType));
  }

  private static Parameters parameters(byte[] body, BodyCharset charset) {
    var parameters = FormEncoding.decode(new String(body, ISO_8859_1));
    // Another charset than UTF-8 says the same as long as there is nothing but ASCII.
    if (!charset.isUtf8() && !(charset.hasAscii() && parameters.areAscii())) {
      throw INVALID_REQUEST.because(
          "the body has other characters than ASCII, and its Content-Type another charset than"
              + " UTF-8: send it in UTF-8");
    }
    return parameters;
  }
}
