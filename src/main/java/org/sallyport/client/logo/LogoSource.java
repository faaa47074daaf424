package org.sallyport.client.logo;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.context.control.ActivateRequestContext;
import jakarta.inject.Inject;
import java.io.IOException;
import java.net.URI;
import org.sallyport.platform.image.Picture;
import org.sallyport.platform.image.PictureRefused;
import org.sallyport.platform.outgoing.OutgoingRequests;

/** Where logos come from: other hosts, asked by the guarded way. */
@ApplicationScoped
public class LogoSource {
  private static final String WANTED = "image/png, image/jpeg, image/gif";
  private static final int MOST_BYTES = 256 << 10;
  private static final int LONGEST_SIDE = 128;

  @Inject OutgoingRequests outgoing;

  /**
   * The logo at this address, small and encoded by us; three seconds are waited for it.
   *
   * @throws IOException where it may not be asked, does not answer, or answers with more than 256
   *     KiB or with a redirect
   * @throws PictureRefused where what it answers with is no PNG, JPEG or GIF that may be decoded
   */
  @ActivateRequestContext
  Picture get(URI source) throws IOException, PictureRefused {
    return Picture.read(outgoing.get(source, WANTED, MOST_BYTES), LONGEST_SIDE, LONGEST_SIDE);
  }
}
