/** The client libraries that applications use, each against the running product. */
@NullMarked
package org.sallyport.clients;

import org.jspecify.annotations.NullMarked;
