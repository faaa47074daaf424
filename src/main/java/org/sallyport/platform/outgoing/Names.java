package org.sallyport.platform.outgoing;

import jakarta.annotation.Resource;
import jakarta.enterprise.concurrent.ManagedExecutorService;
import jakarta.enterprise.context.ApplicationScoped;
import java.io.IOException;
import java.net.InetAddress;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/** Looks up the addresses of hosts; a slow name server keeps nobody waiting longer than allowed. */
@ApplicationScoped
class Names {
  @SuppressWarnings("NullAway.Init") // the server sets it
  @Resource
  ManagedExecutorService executor;

  /** The addresses of a host, at least one. */
  List<InetAddress> of(String host, Deadline deadline) throws IOException {
    var asked = executor.submit(() -> List.of(InetAddress.getAllByName(host)));
    try {
      return asked.get(deadline.left(), TimeUnit.MILLISECONDS);
    } catch (TimeoutException e) {
      asked.cancel(true);
      throw new Refused("the name server does not answer");
    } catch (ExecutionException e) {
      throw new Refused("there is no host " + host);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new Refused("the server is being stopped");
    }
  }
}
