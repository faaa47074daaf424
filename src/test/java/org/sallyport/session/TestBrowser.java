package org.sallyport.session;

import jakarta.servlet.http.Cookie;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.lang.reflect.Proxy;
import java.util.LinkedHashMap;
import java.util.Map;

/** A browser that keeps the cookies it is given, as far as sessions see it. */
final class TestBrowser {
  private final Map<String, String> cookies = new LinkedHashMap<>();

  /** What it sends. */
  HttpServletRequest request() {
    return (HttpServletRequest)
        Proxy.newProxyInstance(
            TestBrowser.class.getClassLoader(),
            new Class<?>[] {HttpServletRequest.class},
            (proxy, method, arguments) ->
                switch (method.getName()) {
                  case "getCookies" -> sent();
                  case "getHeader" -> "Test/1.0";
                  case "getRemoteAddr" -> "192.0.2.1";
                  case "getAttribute" -> null;
                  default -> throw new UnsupportedOperationException(method.getName());
                });
  }

  /** Where it is told what to keep. */
  HttpServletResponse response() {
    return (HttpServletResponse)
        Proxy.newProxyInstance(
            TestBrowser.class.getClassLoader(),
            new Class<?>[] {HttpServletResponse.class},
            (proxy, method, arguments) -> {
              keep(String.valueOf(arguments[1]));
              return null;
            });
  }

  /** The secret of its session. */
  String secret() {
    return cookies.values().iterator().next();
  }

  /** Puts a cookie in as an attacker might. */
  TestBrowser plant(TestBrowser other) {
    cookies.putAll(other.cookies);
    return this;
  }

  private Cookie[] sent() {
    return cookies.entrySet().stream()
        .map(c -> new Cookie(c.getKey(), c.getValue()))
        .toArray(Cookie[]::new);
  }

  private void keep(String header) {
    var pair = header.substring(0, header.indexOf(';'));
    cookies.put(pair.substring(0, pair.indexOf('=')), pair.substring(pair.indexOf('=') + 1));
  }
}
