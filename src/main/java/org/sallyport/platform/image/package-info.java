/**
 * Pictures that others made, as small PNG files of our own.
 *
 * <p>{@link Picture} takes PNG, JPEG and GIF by what is in the file, whatever it is called; never
 * SVG, which is a document that may have scripts. It looks at the parts of a file before anything
 * is decoded ({@link PngFile}, {@link JpegFile}, {@link GifFile}): a picture of more than four
 * million pixels is refused while it is still a few bytes, and so is a JPEG of too many scans. What
 * a picture does not need, such as compressed texts and profiles, is left out, since the decoder
 * would unpack it without a limit. Of an animation the first picture remains.
 *
 * <p>The decoders are those of the JDK ({@code javax.imageio}), without cache files and without
 * those that other libraries of a server bring. Nothing that came in goes out: what is shown is
 * encoded anew from its pixels.
 *
 * <p>{@code platform.branding} reads the logo of the installation by it, {@code client.logo} those
 * of clients. There are no routes, and nothing is stored.
 */
@NullMarked
@Floor(Floor.Level.PLATFORM)
package org.sallyport.platform.image;

import org.jspecify.annotations.NullMarked;
import org.sallyport.Floor;
