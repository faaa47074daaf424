package org.sallyport;

import jakarta.enterprise.concurrent.ManagedExecutorService;
import java.lang.reflect.Proxy;

/** The container's executor, but for threads of its own. */
public final class SameThread {
  private SameThread() {}

  /** Runs what it is given at once. */
  public static ManagedExecutorService executor() {
    return (ManagedExecutorService)
        Proxy.newProxyInstance(
            SameThread.class.getClassLoader(),
            new Class<?>[] {ManagedExecutorService.class},
            (proxy, method, arguments) -> {
              if (!method.getName().equals("execute")) {
                throw new UnsupportedOperationException(method.getName());
              }
              ((Runnable) arguments[0]).run();
              return null;
            });
  }
}
