package org.sallyport.platform.http;

import jakarta.servlet.ServletOutputStream;
import jakarta.servlet.WriteListener;
import jakarta.servlet.http.HttpServletResponse;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintWriter;
import java.lang.reflect.Method;
import java.lang.reflect.Proxy;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** A servlet response that remembers what it was given. */
public final class TestResponse {
  private final Map<String, List<String>> headers = new TreeMap<>(String.CASE_INSENSITIVE_ORDER);
  private final ByteArrayOutputStream body = new ByteArrayOutputStream();
  private final PrintWriter writer = new PrintWriter(body, true, StandardCharsets.UTF_8);
  private int status = 200;
  private boolean left;
  private boolean begun;

  /** The response. */
  public HttpServletResponse response() {
    return (HttpServletResponse)
        Proxy.newProxyInstance(
            TestResponse.class.getClassLoader(),
            new Class<?>[] {HttpServletResponse.class},
            (proxy, method, arguments) -> answer(method, arguments));
  }

  /** The same, of a client that has left. */
  public TestResponse leaving() {
    left = true;
    return this;
  }

  /** The same, of which a part was sent already. */
  public TestResponse begun() {
    begun = true;
    return this;
  }

  /** The status. */
  public int status() {
    return status;
  }

  /** The values of a header. */
  public List<String> header(String name) {
    return headers.getOrDefault(name, List.of());
  }

  /** The body. */
  public String body() {
    writer.flush();
    return body.toString(StandardCharsets.UTF_8);
  }

  private @Nullable Object answer(Method method, @Nullable Object @Nullable [] arguments)
      throws IOException {
    if (left && method.getName().equals("flushBuffer")) {
      throw new IOException("Broken pipe");
    }
    var a = arguments == null ? new Object[] {""} : arguments;
    switch (method.getName()) {
      case "setStatus" -> status = (int) a[0];
      case "setHeader" -> headers.put(String.valueOf(a[0]), List.of(String.valueOf(a[1])));
      case "addHeader" -> add(String.valueOf(a[0]), String.valueOf(a[1]));
      case "reset" -> reset();
      case "setContentType" -> headers.put("Content-Type", List.of(String.valueOf(a[0])));
      default -> {
        return read(method, String.valueOf(a[0]));
      }
    }
    return null;
  }

  private @Nullable Object read(Method method, String first) {
    return switch (method.getName()) {
      case "getHeader" -> header(first).isEmpty() ? null : header(first).get(0);
      case "getWriter" -> writer;
      case "getOutputStream" -> new Out(body, left);
      case "isCommitted" -> begun;
      default -> null;
    };
  }

  private void reset() {
    headers.clear();
    body.reset();
    status = 200;
  }

  private void add(String name, String value) {
    var all = new ArrayList<>(header(name));
    all.add(value);
    headers.put(name, all);
  }

  private static final class Out extends ServletOutputStream {
    private final ByteArrayOutputStream body;

    private final boolean left;

    Out(ByteArrayOutputStream body, boolean left) {
      this.body = body;
      this.left = left;
    }

    @Override
    public boolean isReady() {
      return true;
    }

    @Override
    public void setWriteListener(WriteListener listener) {
      throw new UnsupportedOperationException("this test writes and waits");
    }

    @Override
    public void write(int b) throws IOException {
      if (left) {
        throw new IOException("Broken pipe");
      }
      body.write(b);
    }
  }
}
