/** The resource server: an API that serves whoever brings a good access token. */
@NullMarked
package org.sallyport.demo.api;

import org.jspecify.annotations.NullMarked;
