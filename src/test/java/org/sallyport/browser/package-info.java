/** Journeys in a real browser, with and without its script. */
@NullMarked
package org.sallyport.browser;

import org.jspecify.annotations.NullMarked;
