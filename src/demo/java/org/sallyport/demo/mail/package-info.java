/**
 * The mails that Sallyport sends here: a mail server on this machine, and a page that shows them.
 */
@NullMarked
package org.sallyport.demo.mail;

import org.jspecify.annotations.NullMarked;
