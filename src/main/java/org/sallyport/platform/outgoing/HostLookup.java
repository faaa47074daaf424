package org.sallyport.platform.outgoing;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.io.IOException;
import java.net.InetAddress;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.sallyport.platform.runtime.Background;

/** Looks up the addresses of hosts; a slow name server keeps nobody waiting longer than allowed. */
@ApplicationScoped
class HostLookup {
  @Inject Background background;

  /** The addresses of a host, at least one. */
  List<InetAddress> of(String host, Deadline deadline) throws IOException {
    var asked = background.submit(() -> List.of(InetAddress.getAllByName(host)));
    try {
      return asked.get(deadline.left(), TimeUnit.MILLISECONDS);
    } catch (TimeoutException e) {
      asked.cancel(true);
      throw new FetchRefused("the name server does not answer");
    } catch (ExecutionException e) {
      throw new FetchRefused("there is no host " + host);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new FetchRefused("the server is being stopped");
    }
  }
}
