package org.sallyport.grant;

import java.util.List;
import org.sallyport.protocol.Resource;

/** Where the access tokens of a grant may be used (RFC 8707 §2), in the order asked for. */
record Resources(List<Resource> values) {
  Resources {
    values = List.copyOf(values);
  }
}
