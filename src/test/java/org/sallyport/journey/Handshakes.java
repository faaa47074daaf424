package org.sallyport.journey;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.net.InetAddress;
import java.net.Socket;
import java.time.Duration;
import javax.net.ssl.SSLException;
import javax.net.ssl.SSLSocket;
import org.sallyport.Spec;

/** How a door speaks TLS. */
@Spec("RFC 9325 §4.2")
record Handshakes(int port, String host) {
  private static final String[] OLD = {
    "TLS_ECDHE_RSA_WITH_AES_128_CBC_SHA256",
    "TLS_ECDHE_ECDSA_WITH_AES_128_CBC_SHA256",
    "TLS_ECDHE_RSA_WITH_AES_256_CBC_SHA",
    "TLS_ECDHE_ECDSA_WITH_AES_256_CBC_SHA",
    "TLS_ECDHE_RSA_WITH_CHACHA20_POLY1305_SHA256",
    "TLS_ECDHE_ECDSA_WITH_CHACHA20_POLY1305_SHA256",
    "TLS_DHE_RSA_WITH_AES_128_GCM_SHA256"
  };
  private static final String[] GOOD = {
    "TLS_ECDHE_RSA_WITH_AES_128_GCM_SHA256", "TLS_ECDHE_ECDSA_WITH_AES_128_GCM_SHA256"
  };

  private static final Duration PATIENCE = Duration.ofSeconds(10);

  /** It speaks 1.3, and 1.2 by those few ciphers that FAPI knows. */
  void areAsFapiWantsThem() throws IOException {
    assertThat(protocol("TLSv1.3", "TLS_AES_128_GCM_SHA256")).isEqualTo("TLSv1.3");
    assertThat(protocol("TLSv1.2", GOOD)).isEqualTo("TLSv1.2");
    for (var cipher : OLD) {
      assertThatThrownBy(() -> protocol("TLSv1.2", cipher))
          .as(cipher)
          .isInstanceOf(SSLException.class);
    }
  }

  /**
   * It speaks HTTP/1.1 alone, whatever it is offered, and so takes no flood of requests that are
   * given up at once (CVE-2023-44487).
   */
  void speakHttp1Alone() {
    var holder = new CertificateHolder(port, host, "");
    var keys = "GET /oauth2/jwks HTTP/1.1\r\nHost: " + host + "\r\n";
    try (var wire = new Wire(holder, PATIENCE, "h2", "http/1.1")) {
      assertThat(wire.protocol()).isNotEqualTo("h2");
      wire.send(keys + "Connection: Upgrade, HTTP2-Settings\r\nUpgrade: h2c\r\n");
      wire.send("HTTP2-Settings: AAMAAABkAAQCAAAAAAIAAAAA\r\n\r\n");
      wire.send(keys + "Connection: close\r\n\r\n");
      assertThat(Wire.statuses(wire.receive())).isNotEmpty().doesNotContain(101);
    }
    try (var wire = new Wire(holder, PATIENCE)) {
      wire.send(Frames.rapidReset(host));
      var received = wire.receive();
      assertThat(Frames.begin(received)).as(received).isFalse();
      assertThat(received).doesNotContain("\"keys\"");
    }
  }

  private String protocol(String protocol, String... ciphers) throws IOException {
    var context = new CertificateHolder(port, host, "").context();
    try (var plain = new Socket(InetAddress.getLoopbackAddress(), port);
        var tls = (SSLSocket) context.getSocketFactory().createSocket(plain, host, port, true)) {
      tls.setSoTimeout(20_000);
      tls.setEnabledProtocols(new String[] {protocol});
      tls.setEnabledCipherSuites(ciphers);
      tls.startHandshake();
      return tls.getSession().getProtocol();
    }
  }
}
