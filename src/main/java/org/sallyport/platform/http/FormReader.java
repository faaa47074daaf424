package org.sallyport.platform.http;

import static jakarta.ws.rs.core.MediaType.APPLICATION_FORM_URLENCODED;
import static java.nio.charset.StandardCharsets.ISO_8859_1;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.ClientErrorException;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.MultivaluedMap;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.ext.MessageBodyReader;
import jakarta.ws.rs.ext.Provider;
import java.io.InputStream;
import java.lang.annotation.Annotation;
import java.lang.reflect.Type;
import org.sallyport.protocol.FormEncoding;
import org.sallyport.protocol.Parameters;

/** Reads a form body into {@link Parameters}, the same on every server. */
@Provider
@ApplicationScoped
@Consumes(APPLICATION_FORM_URLENCODED)
public class FormReader implements MessageBodyReader<Parameters> {
  /** The longest form body, in bytes. */
  static final int LONGEST = 65_536;

  @Inject Bodies bodies;

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
    var charset = media.getParameters().getOrDefault("charset", "utf-8");
    if (!charset.equalsIgnoreCase("utf-8")) {
      throw new ClientErrorException(Response.Status.UNSUPPORTED_MEDIA_TYPE);
    }
    return parameters(bodies.read(body));
  }

  /** The parameters of a form body. */
  public static Parameters parameters(byte[] body) {
    return FormEncoding.decode(new String(body, ISO_8859_1));
  }
}
