package org.sallyport.platform.http.body;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.ws.rs.ClientErrorException;
import jakarta.ws.rs.core.Response;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.function.LongSupplier;
import java.util.function.Supplier;
import org.sallyport.platform.runtime.PassingFault;

/**
 * Reads the bodies of requests. One that comes byte by byte holds a thread, so only so many are
 * read at once, and the slowest gives way to the next.
 */
@ApplicationScoped
public class RequestBodies {
  private static final int MOST = 100;
  private static final long SLOW = TimeUnit.SECONDS.toNanos(1);
  private static final long TOO_SLOW = TimeUnit.SECONDS.toNanos(10);

  private static final String FORM_READ = RequestBodies.class.getName() + ".formRead";

  private final Map<Thread, Long> readers = new LinkedHashMap<>();
  private final LongSupplier nanos;

  /** By the clock of this machine. */
  public RequestBodies() {
    this(System::nanoTime);
  }

  RequestBodies(LongSupplier nanos) {
    this.nanos = nanos;
  }

  /** Keeps with a request that the server has read its form, as {@link #isFormRead} then says. */
  public static void markFormRead(HttpServletRequest request) {
    request.setAttribute(FORM_READ, true);
  }

  /** Whether the form of a request was read, so that its parameters can be asked for at once. */
  public static boolean isFormRead(HttpServletRequest request) {
    return request.getAttribute(FORM_READ) != null;
  }

  /** The bytes of a body; refuses one that is too long, or comes too slowly or not whole. */
  public byte[] read(InputStream body) {
    return inTurn(() -> bytes(body));
  }

  /** Does what reads a body; refuses it if too many are read already and none of them is slow. */
  public <T> T inTurn(Supplier<T> reading) {
    enter(Thread.currentThread(), nanos.getAsLong());
    try {
      return reading.get();
    } finally {
      leave(Thread.currentThread());
    }
  }

  private synchronized void enter(Thread reader, long now) {
    evictOlderThan(TOO_SLOW, now, MOST);
    if (readers.size() >= MOST && evictOlderThan(SLOW, now, 1) == 0) {
      throw new PassingFault("more bodies than can be read at once");
    }
    readers.put(reader, now);
  }

  // The first is the slowest: nobody enters twice.
  private int evictOlderThan(long age, long now, int most) {
    if (readers.isEmpty() || now - readers.values().iterator().next() < age) {
      return 0;
    }
    var old =
        readers.entrySet().stream()
            .limit(most)
            .takeWhile(reader -> now - reader.getValue() >= age)
            .map(Map.Entry::getKey)
            .toList();
    readers.keySet().removeAll(old);
    old.forEach(Thread::interrupt);
    return old.size();
  }

  // Who gave way must not take the interrupt along to what the thread does next.
  private synchronized void leave(Thread reader) {
    if (readers.remove(reader) == null) {
      Thread.interrupted();
    }
  }

  private byte[] bytes(InputStream body) {
    var until = nanos.getAsLong() + TOO_SLOW;
    var bytes = new ByteArrayOutputStream();
    var part = new byte[8_192];
    try {
      for (var n = body.read(part); n >= 0; n = body.read(part)) {
        bytes.write(part, 0, n);
        if (bytes.size() > FormReader.LONGEST) {
          throw new ClientErrorException(Response.Status.REQUEST_ENTITY_TOO_LARGE);
        }
        if (nanos.getAsLong() - until > 0) {
          throw new ClientErrorException(Response.Status.REQUEST_TIMEOUT);
        }
      }
      return bytes.toByteArray();
    } catch (IOException e) {
      throw new ClientErrorException(Response.Status.REQUEST_TIMEOUT, e);
    }
  }
}
