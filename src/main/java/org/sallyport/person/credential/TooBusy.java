package org.sallyport.person.credential;

import java.io.Serial;
import org.sallyport.platform.runtime.PassingFault;

/** More passwords are being checked than there is memory and time for; a fault that passes. */
public final class TooBusy extends PassingFault {
  @Serial private static final long serialVersionUID = 1L;

  TooBusy() {
    super("more sign-ins than can be checked in time");
  }
}
