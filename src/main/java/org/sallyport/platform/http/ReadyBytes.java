package org.sallyport.platform.http;

import static java.nio.charset.StandardCharsets.UTF_8;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.time.Duration;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;
import org.sallyport.platform.crypto.Sha256;

/** A JSON document that many ask for and that seldom changes: made once, sent as it is. */
public final class ReadyBytes {
  /** How long whoever has the document may go by it without asking again (RFC 9111 §5.2.2.1). */
  public static final Duration MAX_AGE = Duration.ofMinutes(5);

  private static final String CACHED =
      "public, max-age=" + MAX_AGE.toSeconds() + ", stale-if-error=86400";

  private final byte[] json;
  private final String etag;

  /** The document of this text. */
  public ReadyBytes(String json) {
    this.json = json.getBytes(UTF_8);
    this.etag = '"' + Sha256.base64url(json).substring(0, 22) + '"';
  }

  /** Whether it is the document of this text. */
  public boolean are(String text) {
    return Arrays.equals(json, text.getBytes(UTF_8));
  }

  /** Sends it, or says that the asker has it already (RFC 9110 §13.1.2). */
  public void send(HttpServletRequest request, HttpServletResponse response) throws IOException {
    response.setHeader("ETag", etag);
    response.setHeader("Cache-Control", CACHED);
    if (isHad(request.getHeader("If-None-Match"))) {
      response.setStatus(HttpServletResponse.SC_NOT_MODIFIED);
      return;
    }
    response.setContentType("application/json");
    response.setContentLength(json.length);
    response.getOutputStream().write(json);
  }

  boolean isHad(@Nullable String ifNoneMatch) {
    return ifNoneMatch != null && (ifNoneMatch.strip().equals("*") || ifNoneMatch.contains(etag));
  }
}
