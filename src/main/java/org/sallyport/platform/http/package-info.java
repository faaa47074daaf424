/** What every door leans on: filters, cookies, error answers, languages. */
@NullMarked
@Floor(Floor.Level.PLATFORM)
package org.sallyport.platform.http;

import org.jspecify.annotations.NullMarked;
import org.sallyport.Floor;
